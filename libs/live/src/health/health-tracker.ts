import type { HealthLevel, Tab } from '../dto/words';
import { HEALTH_RULES, type HealthRule } from './rules';
import type { Subject } from './subject';
import { THRESHOLDS } from './thresholds';

/** A rule that is broken. Times are monotonic ms. */
export interface Finding {
  readonly rule: string;
  readonly level: HealthLevel;
  readonly reason: string;
  readonly since: number;
  readonly tab: Tab;
}

/** The health of a device. Times are monotonic ms. */
export interface Health {
  readonly level: HealthLevel;
  /** The reason of the first finding, `ok` without any. */
  readonly reason: string;
  /** Since when that reason holds; without any, since when the device is healthy. */
  readonly since: number;
  readonly previous: HealthLevel | null;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

/** A rule that is broken, or was until a moment ago. */
interface Breach {
  readonly since: number;
  reason: string;
  /** Whether it has lasted long enough to be a finding. */
  isFound: boolean;
  /** Since when it is no longer broken; null while it is. */
  fineSince: number | null;
}

/**
 * Applies {@link HEALTH_RULES} to one device: worse at once (or after the delay of the rule), better only after
 * {@link THRESHOLDS}`.better` without a relapse.
 */
export class HealthTracker {
  private readonly breaches = new Map<HealthRule, Breach>();
  private current: Health;
  private isNew = true;

  /** @param now monotonic ms */
  constructor(now: number) {
    this.current = { level: 'no_data', reason: 'Connecting', since: now, previous: null, findings: [] };
  }

  get health(): Health {
    return this.current;
  }

  /** Judges again; to be called after every change, and once a second. */
  judge(subject: Subject): Health {
    for (const rule of HEALTH_RULES) this.judgeRule(rule, subject);
    if (this.breaches.size === 0 && this.current.level === 'healthy') return this.current;
    const findings = this.findings();
    const level = findings[0]?.level ?? 'healthy';
    if (level !== this.current.level || !areSame(findings, this.current.findings)) {
      this.current = this.next(level, findings, subject.now);
    }
    this.isNew = false;
    return this.current;
  }

  private judgeRule(rule: HealthRule, subject: Subject): void {
    const reason = isJudged(rule, subject) ? rule.reason(subject) : null;
    const breach = this.breaches.get(rule);
    if (reason !== null) this.broken(rule, reason, subject, breach);
    else if (breach !== undefined && this.isOver(rule, breach, subject)) this.breaches.delete(rule);
  }

  private broken(rule: HealthRule, reason: string, subject: Subject, breach = newBreach(rule, reason, subject)): void {
    breach.reason = reason;
    breach.fineSince = null;
    breach.isFound ||= rule.after === undefined || subject.now - breach.since > rule.after;
    this.breaches.set(rule, breach);
  }

  private isOver(rule: HealthRule, breach: Breach, subject: Subject): boolean {
    if (!breach.isFound || rule.endsAtOnce || !isJudged(rule, subject)) return true;
    breach.fineSince ??= subject.now;
    return subject.now - breach.fineSince >= THRESHOLDS.better;
  }

  private findings(): Finding[] {
    const found: Finding[] = [];
    // In the order of the table, which is worst first.
    for (const rule of HEALTH_RULES) {
      const breach = this.breaches.get(rule);
      if (breach?.isFound) {
        found.push({ rule: rule.rule, level: rule.level, reason: breach.reason, since: breach.since, tab: rule.tab });
      }
    }
    return found;
  }

  private next(level: HealthLevel, findings: readonly Finding[], now: number): Health {
    const { current } = this;
    const hasChanged = level !== current.level;
    const healthySince = hasChanged ? now : current.since;
    return {
      level,
      reason: findings[0]?.reason ?? 'ok',
      since: findings[0]?.since ?? healthySince,
      previous: hasChanged && !this.isNew ? current.level : current.previous,
      findings,
    };
  }
}

/** Only one rule applies to a disabled connection; rules on values only apply while the session is connected. */
function isJudged(rule: HealthRule, subject: Subject): boolean {
  if (!subject.isEnabled) return rule.level === 'off';
  return rule.ofValues === undefined || subject.state === 'connected';
}

function newBreach(rule: HealthRule, reason: string, subject: Subject): Breach {
  return { since: rule.since?.(subject) ?? subject.now, reason, isFound: false, fineSince: null };
}

function areSame(left: readonly Finding[], right: readonly Finding[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ rule, reason, since }, at) => {
      const other = right[at];
      return rule === other?.rule && reason === other.reason && since === other.since;
    })
  );
}
