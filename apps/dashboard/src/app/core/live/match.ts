import type { DeviceSummary } from '../api/models';

/** Whether every word is found in what identifies a device: name, host, tags, serial number, firmware. */
export function matchesText(device: DeviceSummary, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = searchable(device);
  return words.every((word) => haystack.includes(word));
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

function searchable({ name, host, tags, figures }: DeviceSummary): string {
  const tagText = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return [name, host, ...tagText, figures.serial, figures.firmware].join('\n').toLowerCase();
}
