import type { DeviceSummary } from '../api/models';
import { hasWords } from '../has-words';

/** Tags as `key=value`. */
export function tagTexts(tags: Readonly<Record<string, string>>): string[] {
  return Object.entries(tags).map(([key, value]) => `${key}=${value}`);
}

/** Whether every word is found in what identifies a device: name, host, tags, serial number, firmware. */
export function matchesText(device: DeviceSummary, text: string): boolean {
  const { name, host, tags, figures } = device;
  return hasWords(text, [name, host, ...tagTexts(tags), figures.serial, figures.firmware]);
}

/** Whether a device has every one of the tags, each `key=value`, or `key` for any value. */
export function matchesTags(device: Pick<DeviceSummary, 'tags'>, tags: readonly string[]): boolean {
  return tags.every((tag) => {
    const [key, ...value] = tag.split('=');
    return value.length === 0 ? key in device.tags : device.tags[key] === value.join('=');
  });
}

/** Every tag of some device, as `key=value`, in order. */
export function tagsOf(devices: Iterable<Pick<DeviceSummary, 'tags'>>): string[] {
  return [...new Set([...devices].flatMap(({ tags }) => tagTexts(tags)))].sort();
}
