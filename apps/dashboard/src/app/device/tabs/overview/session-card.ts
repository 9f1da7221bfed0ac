import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DeviceStatus, HealthLevel, Identity, Session } from '../../../core/api/models';
import { calendarDay, longDuration, parseTime } from '../../../core/format/time';
import { byteSize, count, perSecond } from '../../../core/format/units';
import { Card } from '../../../ui/card';
import { levelOfState, STATE_WORDS } from '../../../ui/health/health-words';
import { StatusWord } from '../../../ui/status-word';
import { Moment } from '../../../ui/text/moment';

/** The session with the device, and the device's identity. */
@Component({
  selector: 'snp-session-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Card, Moment, StatusWord],
  template: `
    <snp-card i18n-heading heading="Session" [level]="level()">
      <dl class="facts">
        <dt i18n>State</dt>
        <dd>{{ word() }} · <snp-moment [at]="session().since" as="for" /></dd>
        @if (session().reason) {
          <dt i18n>Reason</dt>
          <dd>{{ session().reason }}</dd>
        }
        <dt i18n>Last status</dt>
        <dd><snp-moment [at]="session().last_status_at" as="ago" /></dd>
        <dt i18n>Last message</dt>
        <dd><snp-moment [at]="session().last_message_at" as="ago" /></dd>
        <dt i18n>Messages</dt>
        <dd>{{ rate(session().messages_per_second) }} · {{ number(session().messages) }}</dd>
        <dt i18n>Received</dt>
        <dd>{{ size(session().received_bytes) }}</dd>
        <dt i18n>Connects</dt>
        <dd>{{ number(session().connects) }}</dd>
        <dt i18n>Disconnects</dt>
        <dd>{{ number(session().disconnects) }}</dd>
        <dt i18n>Objects</dt>
        <dd i18n>{{ number(session().objects) }} · {{ number(session().series) }} series</dd>
        @if (session().decode_errors > 0) {
          <dt i18n>Decode errors</dt>
          <dd>{{ number(session().decode_errors) }}</dd>
        }
        @if (session().dropped_series > 0) {
          <dt i18n>Dropped</dt>
          <dd i18n>{{ number(session().dropped_series) }} series over the limit</dd>
        }
        @if (session().certificate_expires_at) {
          <dt i18n>Certificate</dt>
          <dd i18n>valid until {{ certificate() }}</dd>
        }
        @if (identity(); as who) {
          @if (who.hostname || who.unit_name) {
            <dt i18n>Names</dt>
            <dd>{{ names() }}</dd>
          }
          <dt i18n>Control link</dt>
          <dd>{{ who.control_link ?? '–' }}</dd>
          <dt i18n>MAC</dt>
          <dd class="mono">{{ who.mac_addresses.join(' ') || '–' }}</dd>
          <dt i18n>Power-on time</dt>
          <dd>{{ length(who.power_on_seconds) }}</dd>
          @if (who.reboot_required) {
            <dt i18n>Reboot</dt>
            <dd><snp-status-word [value]="true" [badIs]="true" i18n-yes yes="Required" /></dd>
          }
        }
        @if (genlock(); as reference) {
          <dt i18n>Reference</dt>
          <dd>
            <snp-status-word [value]="reference.locked" badIs="neither" i18n-yes yes="Locked" i18n-no no="Not locked" />
            · {{ reference.present ? (reference.standard ?? '–') : noReference }}
          </dd>
        }
      </dl>
    </snp-card>
  `,
  styles: `
    dl {
      font-size: 13px;
    }
  `,
})
export class SessionCard {
  readonly session = input.required<Session>();
  readonly identity = input.required<Identity | null>();
  readonly genlock = input.required<DeviceStatus['genlock']>();

  protected readonly noReference = $localize`no signal`;
  protected readonly number = count;
  protected readonly rate = perSecond;
  protected readonly size = byteSize;
  protected readonly length = longDuration;
  protected readonly word = computed(() => STATE_WORDS[this.session().state]);
  protected readonly level = computed<HealthLevel | null>(() => {
    const level = levelOfState(this.session().state, true);
    return level === 'healthy' ? null : level;
  });
  protected readonly certificate = computed(() => calendarDay(parseTime(this.session().certificate_expires_at)));
  protected readonly names = computed(() => {
    const { hostname, unit_name } = this.identity() ?? {};
    return [...new Set([unit_name, hostname].filter(Boolean))].join(' · ');
  });
}
