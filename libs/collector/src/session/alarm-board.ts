import type { ActiveAlarm } from '@snp/protocol';

/** How the alarms of a device differ from those it told before. */
export interface AlarmChange {
  readonly active: readonly ActiveAlarm[];
  readonly raised: readonly ActiveAlarm[];
  readonly cleared: readonly ActiveAlarm[];
}

const NONE: readonly ActiveAlarm[] = [];

/** The alarms of one device. */
export class AlarmBoard {
  /** What the device told last, also before the session was lost: what clears meanwhile has cleared, not vanished. */
  private known: ReadonlyMap<string, ActiveAlarm> = new Map();
  private isCurrent = false;

  /** What is raised now; nothing while the device cannot tell. */
  get active(): readonly ActiveAlarm[] {
    return this.isCurrent ? [...this.known.values()] : NONE;
  }

  /** Takes the complete list; undefined when it is the one that was known. */
  update(alarms: readonly ActiveAlarm[]): AlarmChange | undefined {
    const before = this.known;
    const after = new Map(alarms.map((alarm) => [identity(alarm), alarm]));
    const raised = [...after].flatMap(([key, alarm]) => (before.has(key) ? [] : [alarm]));
    const cleared = [...before].flatMap(([key, alarm]) => (after.has(key) ? [] : [alarm]));
    const isNews = !this.isCurrent || raised.length + cleared.length > 0;
    this.known = after;
    this.isCurrent = true;
    return isNews ? { active: [...after.values()], raised, cleared } : undefined;
  }

  /** The device cannot tell any more. */
  lose(): void {
    this.isCurrent = false;
  }
}

function identity({ id, objectId, location, reason }: ActiveAlarm): string {
  return JSON.stringify([id, objectId, location, reason]);
}
