/** How a device writes its values: text made for people. */

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** In steps of half a degree, as the sensors have it. */
export function celsius(degrees: number): string {
  return `${(Math.round(degrees * 2) / 2).toFixed(1)} °C`;
}

export function rpm(speed: number): string {
  return `${Math.round(speed)} RPM`;
}

export function microseconds(value: number): string {
  return `${value.toFixed(3)} us`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(3)} ms`;
}

export function dbm(power: number): string {
  return `${power.toFixed(1)} dBm`;
}

/** The unit follows the size: `1319.14 Mbps`, `19.9909 Gbps`. */
export function bitRate(bitsPerSecond: number): string {
  return bitsPerSecond >= 1e10
    ? `${(bitsPerSecond / 1e9).toFixed(4)} Gbps`
    : `${(bitsPerSecond / 1e6).toFixed(2)} Mbps`;
}

export function counter(count: number): string {
  return Math.floor(count).toString();
}

/** C's asctime, UTC: `Tue Jan 27 15:31:39 2026`; the day of the month is padded with a space. */
export function asctime(at: number): string {
  const date = new Date(at);
  const day = String(date.getUTCDate()).padStart(2);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${clockTime(date)} ${date.getUTCFullYear()}`;
}

/** `07-02-2026 13:25:40`, as heartbeats have it. */
export function heartbeatTime(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${date.getUTCFullYear()} ${clockTime(date)}`;
}

function clockTime(date: Date): string {
  return date.toISOString().slice(11, 19);
}

/** `2026-02-04T15:26:48Z` */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** A number with the four bytes of an IPv4 address, as gateways are written. */
export function ipv4Number(address: string): number {
  return address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

/** The Ethernet address of an IPv4 multicast group. */
export function multicastMac(group: string): string {
  const [, second, third, fourth] = group.split('.').map(Number);
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  return `01:00:5e:${hex(second & 0x7f)}:${hex(third)}:${hex(fourth)}`;
}

/** `up 2 weeks, 1 hour, 25 minutes`, as `uptime -p` writes it. */
export function uptime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const parts = [
    count(Math.floor(minutes / 10080), 'week'),
    count(Math.floor(minutes / 1440) % 7, 'day'),
    count(Math.floor(minutes / 60) % 24, 'hour'),
    count(minutes % 60, 'minute'),
  ].filter((part) => part !== '');
  return `up ${parts.length > 0 ? parts.join(', ') : '0 minutes'}`;
}

function count(value: number, unit: string): string {
  if (value === 0) return '';
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}

/** `14 days 01 hours 26 minutes 09 sec` */
export function powerOnTime(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(seconds / 86400);
  return `${days} days ${two((seconds / 3600) % 24)} hours ${two((seconds / 60) % 60)} minutes ${two(seconds % 60)} sec`;
}
