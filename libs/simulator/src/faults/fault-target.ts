import type { DeviceContext } from '../device/device-context';
import type { DeviceLink } from '../device/device-link';
import type { Listener } from '../device/listener';

/** The device that misbehaves, as its faults see it. */
export interface FaultTarget {
  readonly context: DeviceContext;
  readonly listener: Listener;
  links(): Iterable<DeviceLink>;
  /** Makes every status again and sends all that is subscribed to, as after a subscription. */
  resendAll(): void;
}
