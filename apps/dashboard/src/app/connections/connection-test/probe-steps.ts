import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProbeStep, ProbeStepName } from '../../core/api/models';
import type { Problem } from '../../core/api/problem';
import { withUnit } from '../../core/format/units';
import { HealthMark } from '../../ui/health/health-mark';

const ORDER: readonly { step: ProbeStepName; word: string }[] = [
  { step: 'resolve', word: $localize`DNS` },
  { step: 'tcp', word: $localize`TCP` },
  { step: 'tls', word: $localize`TLS` },
  { step: 'auth', word: $localize`Password` },
  { step: 'websocket', word: $localize`WebSocket` },
  { step: 'subscribe', word: $localize`Subscription` },
  { step: 'status', word: $localize`First status` },
];

/** The steps of a connection test: finished with their duration, running, and waiting. */
@Component({
  selector: 'snp-probe-steps',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark],
  templateUrl: './probe-steps.html',
  styleUrl: './probe-steps.scss',
})
export class ProbeSteps {
  readonly steps = input.required<readonly ProbeStep[]>();
  readonly isRunning = input.required<boolean>();
  readonly problem = input.required<Problem | null>();

  protected readonly passed = $localize`passed`;
  protected readonly failed = $localize`failed`;
  protected readonly rows = computed(() => {
    const ended = new Map(this.steps().map((step) => [step.step, step]));
    const next = this.isRunning() ? ORDER.find(({ step }) => !ended.has(step))?.step : undefined;
    return ORDER.map(({ step, word }) => ({ word, result: ended.get(step), isRunning: step === next }));
  });
  protected readonly verdict = computed(() => {
    const last = this.steps().at(-1);
    if (this.isRunning() || !last) return '';
    if (!last.ok) return $localize`The test failed: ${last.error ?? last.detail}:why:`;
    return this.steps().length === ORDER.length ? $localize`The connection works.` : '';
  });

  protected time(step: ProbeStep): string {
    return withUnit(step.duration_ms, 'ms', step.duration_ms < 10 ? 1 : 0);
  }
}
