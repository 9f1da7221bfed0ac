import type { Socket } from 'node:net';
import type { SourceObject } from '../device/object-source';
import type { Body } from '../statuses/generator';
import type { Exchange, Fault, Outgoing } from './fault';

/** The faults that a device has now: none, for most devices and most of the time. */
export class FaultSet {
  private faults: readonly Fault[] = [];

  add(fault: Fault): void {
    this.faults = [...this.faults, fault];
    fault.begin?.();
  }

  async remove(fault: Fault): Promise<void> {
    if (!this.faults.includes(fault)) return;
    this.faults = this.faults.filter((other) => other !== fault);
    await fault.end?.();
  }

  connection(socket: Socket): boolean {
    return this.faults.some((fault) => fault.onConnection?.(socket) ?? false);
  }

  /** How long a new connection waits for TLS, ms. */
  get tlsDelayMs(): number {
    return this.faults.reduce((sum, { tlsDelayMs = 0 }) => sum + tlsDelayMs, 0);
  }

  request(exchange: Exchange): boolean {
    return this.faults.some((fault) => fault.onRequest?.(exchange) ?? false);
  }

  acceptsToken(): boolean {
    return this.faults.every((fault) => fault.onToken?.() ?? true);
  }

  status(object: SourceObject, status: Body): Body | string {
    let result: Body | string = status;
    for (const fault of this.faults) {
      if (typeof result === 'string') return result;
      result = fault.onStatus?.(object, result) ?? result;
    }
    return result;
  }

  statuses(fragments: string[]): string[] {
    return this.faults.reduce((list, fault) => fault.onStatuses?.(list) ?? list, fragments);
  }

  /** What goes out instead of the message; undefined: nothing. */
  message({ msgType, text }: Outgoing): string | undefined {
    let result: string | undefined = text;
    for (const fault of this.faults) {
      if (result !== undefined && fault.onMessage) result = fault.onMessage({ msgType, text: result });
    }
    return result;
  }

  update(): void {
    for (const fault of this.faults) fault.onUpdate?.();
  }
}
