import type { Channel } from '../../model/signals';

/** Whether there is something to see, black and frozen pictures among it. */
export function hasPicture({ input }: Channel): boolean {
  return input !== 'missing';
}
