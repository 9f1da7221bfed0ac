import { lines, type RuleGroup } from '../rule';

const ON_PROTECT = 'ic_snp_channel_changeover_program_state{state=~"protect|pass_protect"} == 1';
const ON_FALLBACK = 'ic_snp_channel_changeover_program_state{state=~"tsg|freeze|black"} == 1';
const SFP_MISSING = 'ic_snp_master_control_sfp_missing';
const LOAD_ERROR = 'ic_snp_processor_load_error == 1';

/** Channels, reference and processors. */
export const processingAlerts: RuleGroup = {
  name: 'snp-processing',
  title: 'Channels and processors',
  rules: [
    {
      alert: 'SnpChangeoverProtect',
      expr: ON_PROTECT,
      for: '1m',
      severity: 'warning',
      summary: 'channel {{ $labels.channel }} is on its protect path',
      description: 'The changeover has left the main source: repair it, then switch back.',
    },
    {
      alert: 'SnpChangeoverFallback',
      expr: ON_FALLBACK,
      for: '1m',
      severity: 'critical',
      summary: 'channel {{ $labels.channel }} has lost both sources ({{ $labels.state }})',
      description:
        'Both sources of the changeover have failed, so its output is a test signal, a frozen or a black picture: restore one of them.',
    },
    {
      alert: 'SnpChangeoverNotArmed',
      expr: lines(
        'ic_snp_channel_changeover_armed == 0',
        `unless ignoring (state) (${ON_PROTECT})`,
        `unless ignoring (state) (${ON_FALLBACK})`,
      ),
      for: '5m',
      severity: 'warning',
      summary: 'the changeover of channel {{ $labels.channel }} is not armed',
      description: 'The channel will not change over when its main source fails: arm it.',
    },
    {
      alert: 'SnpGenlockLost',
      expr: lines(
        '(ic_snp_genlock_locked == 0 and ic_snp_genlock_present == 1)',
        'or (ic_snp_genlock_present == 0 and max_over_time(ic_snp_genlock_present[6h]) == 1)',
      ),
      for: '1m',
      severity: 'warning',
      summary: 'genlock is lost',
      description:
        'The reference is present but not locked, or has gone within the last 6 hours: check its source and cable.',
    },
    {
      alert: 'SnpProcessorLoadError',
      expr: LOAD_ERROR,
      for: '1m',
      severity: 'critical',
      summary: '{{ $labels.processor }} cannot load its personality',
      description: 'All channels of the processor are out: load its personality again, or restart the device.',
    },
    {
      alert: 'SnpProcessorNotReady',
      expr: lines('ic_snp_processor_ready == 0', `unless ${LOAD_ERROR}`),
      for: '3m',
      severity: 'critical',
      summary: '{{ $labels.processor }} is not ready',
      description:
        'All channels of the processor are out, for longer than a change of personality takes: restart the device.',
    },
    {
      alert: 'SnpMultiviewer',
      expr: 'ic_snp_multiviewer_cascade_alarm == 1 or ic_snp_multiviewer_ports_missing == 1',
      for: '2m',
      severity: 'warning',
      summary: 'display {{ $labels.display }} of the multiviewer on {{ $labels.processor }} lacks inputs',
      description:
        'The cascade input is in alarm, or there are too few ports for the layout: check the cascade and the layout.',
    },
    {
      alert: 'SnpMasterControlSfp',
      // Sections that need no module report it missing too.
      expr: lines(
        `${SFP_MISSING} == 1 and min_over_time(${SFP_MISSING}[6h]) == 0`,
        `or ${SFP_MISSING}{use="eas"} == 1`,
        'and on (target, element, section) ic_snp_master_control_eas_client_info{status!="",status!="Disabled"}',
      ),
      for: '2m',
      severity: 'warning',
      summary:
        'the SFP of master control {{ $labels.section }} for {{ $labels.use | reReplaceAll "_" " " }} is missing',
      description:
        'The module was there within the last 6 hours, or the EAS client that needs it is on: insert the module.',
    },
    {
      alert: 'SnpMasterControlRouter',
      expr: lines(
        'ic_snp_master_control_router_error == 1',
        'unless on (target, element, section) label_replace(',
        '  ic_snp_processor_info{personality!~".*Master Control.*"}, "section", "$1", "processor", "processor(.)"',
        ')',
      ),
      for: '2m',
      severity: 'warning',
      summary: 'master control {{ $labels.section }} has lost its router',
      description: 'Sources cannot be switched: check the address of the router and the control network.',
    },
  ],
};
