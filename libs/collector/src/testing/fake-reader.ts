import type { RestResponse } from '../device/device-client';
import type { Reader } from '../device/device-reader';
import { DeviceFailure } from '../failures/failure';
import { loginFailure } from '../failures/failures';

/** Answers, takes no token but a fresh one, refuses the password too, or is not there. */
export type Rest = 'good' | 'expired' | 'refusing' | 'closed';

/** Reads from a device whose REST service is as the test says. */
export class FakeReader implements Reader {
  isOpen = false;

  /** @param answers by the name of a configuration; otherwise `{}` */
  constructor(
    private readonly rest: () => Rest,
    private readonly answers: Readonly<Record<string, object>> = {},
  ) {}

  open(): Promise<void> {
    if (this.rest() === 'closed') return Promise.reject(new Error('closed port'));
    this.isOpen = true;
    return Promise.resolve();
  }

  read(path: string, token: string): Promise<RestResponse> {
    if (!this.isOpen) return Promise.reject(new Error('closed'));
    const isTaken = this.rest() === 'good' || (this.rest() === 'expired' && token === FRESH);
    const config = this.answers[path.split('/').at(-1) ?? ''];
    const body = JSON.stringify(config === undefined ? {} : { config: JSON.stringify(config) });
    return Promise.resolve(isTaken ? { status: 200, body } : { status: 401, body: '' });
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
