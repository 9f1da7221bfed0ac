import type { Expectation } from '../reading/expectation';
import { array, flag, label, named, number, object, rows, says, text, word, type Raw } from '../reading/values';

const NON_PCM: Readonly<Record<string, readonly [string, string]>> = {
  demux: ['AudDmxInPCMStatus', 'AudDmxInPCM'],
  ip: ['AudIpInPCMStatus', 'AudIpInPCM'],
  expansion: ['AudExpInPCMStatus', 'AudExpInPCM'],
  output: ['AudOutPCMStatus', 'AudOutPCM'],
};

export function readProcessor(status: Raw, out: Expectation): void {
  const processor = label(status['object_ID']);
  out.add('ic_snp_processor_ready', { processor }, says(status['fpgaLoadingStatus'], 'Ready'));
  const error = text(status['fpgaLoadingError']);
  if (error === 'N/A') out.add('ic_snp_processor_load_error', { processor }, 0);
  if (word(error) !== undefined) out.add('ic_snp_processor_load_error', { processor }, 1);
}

/** `A-procAudio` is of `processorA`. */
export function readProcAudio(status: Raw, out: Expectation): void {
  const processor = `processor${label(status['object_ID']).charAt(0)}`;
  for (const [stage, [list, field]] of Object.entries(NON_PCM)) {
    const channels = [...rows(status[list]).values()].map((row) => flag(row[field]));
    const known = channels.filter((isPcm) => isPcm !== undefined);
    if (known.length === 0) continue;
    const count = known.filter((isPcm) => isPcm === 0).length;
    out.add('ic_snp_processor_audio_non_pcm_channels', { processor, stage }, count);
  }
}

export function readProcMv(status: Raw, out: Expectation): void {
  for (const [name, stats] of named(status['Proc_Stats'], 'name')) {
    for (const display of ['1', '2']) {
      const labels = { processor: `processor${name}`, display };
      const shown = object(stats[`display${display}`]);
      out.add('ic_snp_multiviewer_cascade_alarm', labels, flag(shown['cascade_input_alarm_active']));
      out.add('ic_snp_multiviewer_ports_missing', labels, flag(shown['not_enough_ports']));
      out.add('ic_snp_multiviewer_outputs_used', labels, number(shown['num_outputs_used']));
    }
  }
}

/** `MasterControl-A` is of section A. */
export function readMasterControl(status: Raw, out: Expectation): void {
  const section = label(status['object_ID']).replace(/^MasterControl-/, '');
  const audioOver = object(status['AudioOverStatus']);
  const eas = object(status['EasStatus']);
  out.info('ic_snp_master_control_eas_client_info', { section }, { status: label(eas['ClientStatus']) });
  const name = 'ic_snp_master_control_sfp_missing';
  out.add(name, { section, use: 'audio_over' }, says(audioOver['AudioOverSfpModulePr'], 'Missing'));
  out.add(name, { section, use: 'eas' }, says(eas['EASSfpModulePr'], 'Missing'));
  const routerError = flag(object(status['mclStatus'])['routerConnectionError']);
  out.add('ic_snp_master_control_router_error', { section }, routerError);
}

/** REST `config/processorA`. */
export function readProcessorConfig(processor: string, config: Raw, out: Expectation): void {
  const general = object(config['general']);
  out.info('ic_snp_processor_info', { processor }, { personality: label(general['personality']) });
  out.add('ic_snp_processor_force_make_after_break', { processor }, flag(general['forceMAB']));
  const packetTime = packetTimeSeconds(general['audioPacketTime']);
  out.add('ic_snp_processor_audio_packet_time_seconds', { processor }, packetTime);
  for (const [section, row] of rows(array(config['sections']))) {
    const facts = { operation_mode: label(row['opMode']), input_mode: label(row['inputMode']) };
    out.info('ic_snp_section_info', { processor, section }, facts);
  }
}

const PACKET_TIME_INDEX = new Map<number, number>([
  [2, 0.001],
  [4, 0.000125],
  [6, 0.0005],
]);

/** An index, or a text with a unit. */
function packetTimeSeconds(value: unknown): number | undefined {
  const index = number(value);
  if (index !== undefined) return PACKET_TIME_INDEX.get(index);
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(ms|us|µs)$/.exec(text(value) ?? '') ?? [];
  if (unit === undefined) return undefined;
  return Number(amount) * (unit === 'ms' ? 1e-3 : 1e-6);
}
