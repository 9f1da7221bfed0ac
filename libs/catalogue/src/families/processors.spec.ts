import { parseConsoleStatus } from '@snp/protocol';
import { named, PretendDevice, seriesOf } from '../testing/pretend-device';
import { stillAt } from '../testing/still-clock';

describe('a processor', () => {
  it.each<[object, Record<string, number>]>([
    [
      { fpgaLoadingStatus: 'Ready', fpgaLoadingError: 'N/A' },
      { ready: 1, load_error: 0 },
    ],
    [
      { fpgaLoadingStatus: 'Loading', fpgaLoadingError: 'Bad image' },
      { ready: 0, load_error: 1 },
    ],
    [{ fpgaLoadingStatus: 'Unknown', fpgaLoadingError: 'None' }, { load_error: 0 }],
    [{ fpgaLoadingStatus: '', fpgaLoadingError: '' }, {}],
  ])('%j is %j', (part, expected) => {
    const series = seriesOf('processors', { type: 'processor', object_ID: 'processorC', ...part });
    const names = Object.entries(expected).map(([name, value]) => [
      `ic_snp_processor_${name}{processor="processorC"}`,
      value,
    ]);
    expect(series).toEqual(Object.fromEntries(names));
  });

  it('has sections in their own operation and input modes', () => {
    const device = new PretendDevice(['processors']);
    const sections = [{ idx: 1, operationMode: 'HD', inputMode: 'IP' }, { idx: 2, operationMode: 'UHD' }, { idx: 3 }];
    device.device.processor('processorA', { sections }, device.target);
    device.device.processor('processorB', { sections: sections.slice(1, 2) }, device.target);
    expect(device.family('ic_snp_section_info')).toEqual({
      'ic_snp_section_info{processor="processorA",section="1",operation_mode="HD",input_mode="IP"}': 1,
      'ic_snp_section_info{processor="processorA",section="2",operation_mode="UHD",input_mode=""}': 1,
      'ic_snp_section_info{processor="processorB",section="2",operation_mode="UHD",input_mode=""}': 1,
    });
    device.device.processor('processorA', {}, device.target);
    expect(Object.keys(device.family('ic_snp_section_info'))).toHaveLength(1);
  });

  it('has its configuration from REST', () => {
    const device = new PretendDevice(['processors']);
    const config = {
      personality: 'Quad Conversion',
      forceMab: true,
      audioPacketTime: 4,
      audioPacketTimeSeconds: 0.000125,
    };
    device.device.processor('processorB', config, device.target);
    expect(device.series).toEqual({
      'ic_snp_processor_info{processor="processorB",personality="Quad Conversion"}': 1,
      'ic_snp_processor_audio_packet_time_seconds{processor="processorB"}': 0.000125,
      'ic_snp_processor_force_make_after_break{processor="processorB"}': 1,
    });
    device.device.processor('processorB', {}, device.target);
    expect(device.series).toEqual({});
  });

  it('counts the audio channels that carry no PCM, by stage', () => {
    const rows = (field: string, ...flags: unknown[]) =>
      flags.map((flag, at) => ({ idx: String(at + 1), [field]: flag }));
    const status = {
      type: 'procAudio',
      object_ID: 'A-procAudio',
      AudDmxInPCMStatus: rows('AudDmxInPCM', true, false, false),
      AudIpInPCMStatus: [],
      AudExpInPCMStatus: rows('AudExpInPCM', true, 'maybe', null),
      AudOutPCMStatus: rows('AudOutPCM', 'maybe'),
    };
    expect(seriesOf('processors', status)).toEqual({
      'ic_snp_processor_audio_non_pcm_channels{processor="processorA",stage="demux"}': 2,
      'ic_snp_processor_audio_non_pcm_channels{processor="processorA",stage="expansion"}': 0,
    });
  });

  it('counts an audio channel once, as it was said last', () => {
    const flag = (idx: unknown, AudDmxInPCM: unknown) => ({ idx, AudDmxInPCM });
    const AudDmxInPCMStatus = [
      flag('1', false),
      flag(2, false),
      flag(1, true),
      flag('2', false),
      flag(3, false),
      flag(3, null),
    ];
    expect(seriesOf('processors', { type: 'procAudio', object_ID: 'A-procAudio', AudDmxInPCMStatus })).toEqual({
      'ic_snp_processor_audio_non_pcm_channels{processor="processorA",stage="demux"}': 1,
    });
  });
});

describe('multiviewers and master control', () => {
  it.each<[object, Record<string, number>]>([
    [
      {
        type: 'procMV',
        object_ID: 'MVPROC',
        Proc_Stats: [
          {
            name: 'B',
            display1: { cascade_input_alarm_active: true, not_enough_ports: false, num_outputs_used: 3 },
            display2: { num_outputs_used: 0 },
          },
          { name: '', display1: { num_outputs_used: 1 } },
          { name: 'C', display1: null },
        ],
      },
      {
        'multiviewer_cascade_alarm{processor="processorB",display="1"}': 1,
        'multiviewer_ports_missing{processor="processorB",display="1"}': 0,
        'multiviewer_outputs_used{processor="processorB",display="1"}': 3,
        'multiviewer_outputs_used{processor="processorB",display="2"}': 0,
      },
    ],
    [
      {
        type: 'MasterControl',
        object_ID: 'MasterControl-A',
        AudioOverStatus: { AudioOverSfpModulePr: 'Missing' },
        EasStatus: { ClientStatus: 'Disabled', EASSfpModulePr: 'Present' },
      },
      {
        'master_control_eas_client_info{section="A",status="Disabled"}': 1,
        'master_control_sfp_missing{section="A",use="audio_over"}': 1,
        'master_control_sfp_missing{section="A",use="eas"}': 0,
      },
    ],
    [
      {
        type: 'MasterControl',
        object_ID: 'MasterControl-B',
        EasStatus: { ClientStatus: 'N/A', EASSfpModulePr: 'N/A' },
      },
      {},
    ],
  ])('%j are %j', (status, expected) => expect(seriesOf('processors', status)).toEqual(named('ic_snp_', expected)));
});

describe('the controller', () => {
  it('tells its link mode and the name of the unit', () => {
    const device = new PretendDevice(['processors']);
    device.device.system({ netMode: 'Bonded LACP', unitName: 'ROC-1' }, device.target);
    expect(device.series).toEqual({ 'ic_snp_control_link_info{mode="bonded_lacp",unit_name="ROC-1"}': 1 });
    device.device.system({ netMode: 'Something new' }, device.target);
    expect(device.series).toEqual({ 'ic_snp_control_link_info{mode="unknown",unit_name=""}': 1 });
    device.device.system({}, device.target);
    expect(device.series).toEqual({});
  });

  describe('tells when it started', () => {
    const NOON = Date.UTC(2026, 10, 24, 12);
    const MINUTE = 60_000;
    const status = (upTime: string) => parseConsoleStatus({ data: { upTime, pwrOnTime: '2 hours' } });
    const bootedAt = (device: PretendDevice) => device.series.ic_snp_boot_timestamp_seconds;

    it('as the same time while uptimes are told to the minute', () => {
      const device = new PretendDevice(['processors']);
      device.device.console(status('up 1 hour'), device.target, stillAt(NOON));
      expect(device.series).toEqual({
        ic_snp_boot_timestamp_seconds: (NOON - 60 * MINUTE) / 1000,
        ic_snp_power_on_seconds: 7200,
      });
      for (const later of [10_000, 59_000, 2 * MINUTE]) {
        device.device.console(status('up 1 hour'), device.target, stillAt(NOON + later));
        expect(bootedAt(device)).toBe((NOON - 60 * MINUTE) / 1000);
      }
      device.device.console(status('up 1 hour, 1 minute'), device.target, stillAt(NOON + MINUTE));
      expect(bootedAt(device)).toBe((NOON - 60 * MINUTE) / 1000);
    });

    it('again when it has moved by more than two minutes', () => {
      const device = new PretendDevice(['processors']);
      device.device.console(status('up 1 hour'), device.target, stillAt(NOON));
      device.device.console(status('up 1 hour'), device.target, stillAt(NOON + 2 * MINUTE + 1));
      expect(bootedAt(device)).toBe(Math.round((NOON - 58 * MINUTE + 1) / 1000));
      device.device.console(status('up 0 minutes'), device.target, stillAt(NOON + 10 * MINUTE));
      expect(bootedAt(device)).toBe((NOON + 10 * MINUTE) / 1000);
    });

    it('not at all where the uptime is unreadable', () => {
      const device = new PretendDevice(['processors']);
      device.device.console(status('a while'), device.target, stillAt(NOON));
      expect(device.series).toEqual({ ic_snp_power_on_seconds: 7200 });
    });
  });
});
