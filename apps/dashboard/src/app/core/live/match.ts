import type { DeviceSummary } from '../api/models';
import { hasWords } from '../has-words';

/** Whether every word is found in what identifies a device: name, host, tags, serial number, firmware. */
export function matchesText(device: DeviceSummary, text: string): boolean {
  const { name, host, tags, figures } = device;
  const tagTexts = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return hasWords(text, [name, host, ...tagTexts, figures.serial, figures.firmware]);
}

/** Whether a device carries every one of the tags, each `key=value`, or `key` for any value. */
export function matchesTags(device: Pick<DeviceSummary, 'tags'>, tags: readonly string[]): boolean {
  return tags.every((tag) => {
    const [key, ...value] = tag.split('=');
    return value.length === 0 ? key in device.tags : device.tags[key] === value.join('=');
  });
}

/** Every tag that some device carries, as `key=value`, in order. */
export function tagsOf(devices: Iterable<Pick<DeviceSummary, 'tags'>>): string[] {
  const tags = new Set<string>();
  for (const device of devices) for (const [key, value] of Object.entries(device.tags)) tags.add(`${key}=${value}`);
  return [...tags].sort();
}
