let mayOpen: () => boolean = () => true;

/** Sets who decides whether another connection to a device may be opened, for all devices of this process. */
export function admitSockets(decide: () => boolean): void {
  mayOpen = decide;
}

/** @throws what the system would when file descriptors have run out, before they have */
export function requireSocketAdmission(): void {
  if (!mayOpen()) throw Object.assign(new Error('too few file descriptors'), { code: 'EMFILE' });
}
