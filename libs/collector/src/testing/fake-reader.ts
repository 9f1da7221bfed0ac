import type { RestResponse } from '../device/device-client';
import type { Reader } from '../device/device-reader';
import { DeviceFailure } from '../failures/failure';
import { loginFailure } from '../failures/failures';

/** Answers, takes no token but a fresh one, refuses the password too, or is not there. */
export type Rest = 'good' | 'expired' | 'refusing' | 'closed';

/** Reads from a device whose REST service is as the test says. */
export class FakeReader implements Reader {
  isOpen = false;

  constructor(
    private readonly rest: () => Rest,
    private readonly bodyOf: (path: string) => string = () => '{}',
  ) {}

  open(): Promise<void> {
    if (this.rest() === 'closed') return Promise.reject(new Error('closed port'));
    this.isOpen = true;
    return Promise.resolve();
  }

  read(path: string, token: string): Promise<RestResponse> {
    if (!this.isOpen) return Promise.reject(new Error('closed'));
    const isTaken = this.rest() === 'good' || (this.rest() === 'expired' && token === FRESH);
    return Promise.resolve(isTaken ? { status: 200, body: this.bodyOf(path) } : { status: 401, body: '' });
  }

  login(): Promise<string> {
    if (!this.isOpen) return Promise.reject(new Error('closed'));
    return this.rest() === 'refusing'
      ? Promise.reject(new DeviceFailure(loginFailure(401, '')))
      : Promise.resolve(FRESH);
  }

  close(): void {
    this.isOpen = false;
  }
}

const FRESH = 'Bearer fresh';
