import type { Socket } from 'node:net';
import type { SourceObject } from '../device/object-source';
import type { Body } from '../statuses/generator';
import type { Exchange, Fault, Outgoing } from './fault';

/** The faults that a device has now: none of them, for most devices and most of the time. */
export class FaultSet {
  private faults: readonly Fault[] = [];

  add(fault: Fault): void {
    this.faults = [...this.faults, fault];
    fault.begin?.();
  }

  clear(): void {
    const ended = this.faults;
    this.faults = [];
    for (const fault of ended) fault.end?.();
  }

  connection(socket: Socket): boolean {
    return this.faults.some((fault) => fault.onConnection?.(socket) ?? false);
  }

  request(exchange: Exchange): boolean {
    return this.faults.some((fault) => fault.onRequest?.(exchange) ?? false);
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
  message(message: Outgoing): string | Buffer | undefined {
    let text = message.text;
    for (const fault of this.faults) {
      if (!fault.onMessage) continue;
      const result = fault.onMessage({ msgType: message.msgType, text });
      if (typeof result !== 'string') return result;
      text = result;
    }
    return text;
  }

  update(): void {
    for (const fault of this.faults) fault.onUpdate?.();
  }
}
