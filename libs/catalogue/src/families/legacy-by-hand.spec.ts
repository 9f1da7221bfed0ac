import { parseConsoleStatus, parseProcessorConfig, parseSystemConfig, type Processor } from '@snp/protocol';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueOptions } from '../table/options';
import { sessionSince } from '../testing/example-device';
import { CONSOLE, PROCESSORS, PTP, STATUSES, systemConfig } from '../testing/legacy/raw-device';
import { PretendDevice } from '../testing/pretend-device';
import { readExposition } from '../testing/second-reader/reading/exposition-lines';
import { stillAt } from '../testing/still-clock';

const NOW = Date.UTC(2026, 1, 3, 20, 0, 0);
const EXPECTED = readFileSync(join(__dirname, '../testing/legacy/expected.prom'), 'utf8');

/** The exposition of a device of which only the names of old are wanted. */
class LegacyDevice extends PretendDevice {
  constructor(options: Partial<CatalogueOptions> = {}) {
    super(['legacy'], options);
  }

  /** What the polls are answered, each configuration as JSON in an envelope. */
  answers({ processors, system, console }: { processors?: object; system?: object; console?: object }): this {
    for (const [name, config] of Object.entries(processors ?? {})) {
      this.device.processor(name as Processor, parseProcessorConfig(enveloped(config as object)), this.target);
    }
    if (system) this.device.system(parseSystemConfig(enveloped(system)), this.target);
    if (console) this.device.console(parseConsoleStatus(console), this.target, stillAt(NOW));
    return this;
  }

  /** A session with 74 messages, of which the last status took 4 ms. */
  isConnected(): this {
    this.device.session(sessionSince(NOW - 60_000, NOW), this.target);
    return this;
  }

  get exposition(): Record<string, number> {
    return readExposition([...this.store.snapshot().chunks('text')].join(''));
  }
}

function enveloped(config: object): object {
  return { config: JSON.stringify(config) };
}

describe('what the Python exporter shows of a device', () => {
  it('is shown series by series', () => {
    const device = new LegacyDevice().says(...STATUSES).isConnected();
    device.answers({ processors: PROCESSORS, system: systemConfig('Bonded LACP'), console: CONSOLE });
    const expected = readExposition(EXPECTED);
    expect(Object.keys(expected).length).toBeGreaterThan(110);
    expect(device.exposition).toEqual(expected);
  });

  it('has the times in its labels where that is wanted', () => {
    const device = new LegacyDevice({ legacyTimeLabels: true }).says(PTP).answers({ console: CONSOLE });
    expect(device.exposition).toMatchObject(
      readExposition(
        [
          'ic_snp_ptp_info_info{target="device",clock_identity="00 90 F9 FF FE 00 00 01",controller_state="Unlocked-Free Run",master_ip="0.0.0.0",master_interface_ip="N/A",master_uuid=" 08-00-11-FF-FE-00-00-01  ",master_present="None",utc_time="Tue Feb  3 20:00:01 2026",rtc_time="N/A"} 1',
          'ic_snp_console_info_info{target="device",firmware=" 3.2.0.35",serial="Not Present",uptime="up 3 days, 4:05",power_on_time=" 14 days 01 hours 26 minutes 09 sec"} 1',
        ].join('\n'),
      ),
    );
    expect(Object.keys(device.exposition).filter((name) => /_info_info/.test(name))).toHaveLength(2);
  });

  it.each([
    ['Dual Addresses', 'ic_snp_control_link_bonding_status{target="device"} 0', 'dual'],
    ['Bonded Active/Backup', 'ic_snp_control_link_bonding_status{target="device"} 1', 'bonded_active_backup'],
    [' Bonded LACP ', 'ic_snp_control_link_bonding_status{target="device"} 2', 'bonded_lacp'],
    ['Bonded Triple', '', 'unknown'],
    ['Unknown', '', 'unknown'],
    ['N/A', '', 'unknown'],
  ])('has a number for the link mode %j, or none', (mode, status, word) => {
    const info = `ic_snp_control_link_bonding_info_info{target="device",mode="${word}"} 1`;
    const device = new LegacyDevice().answers({ system: systemConfig(mode) });
    expect(device.exposition).toEqual(readExposition(`${status}\n${info}`));
  });

  it.each([
    ['up 3 days, 4:05', 273_900],
    ['up 2 weeks, 1 hour, 25 minutes', 1_214_700],
    ['up 1 day, 1 minute', 86_460],
    ['up 5 minutes', 300],
    ['up 12:34', 45_240],
    ['14 days 01 hours 26 minutes 09 sec', 1_214_769],
    ['0 days 00 hours 00 minutes 59 sec', 59],
  ])('reads the uptime %j by its units', (upTime, seconds) => {
    const device = new LegacyDevice().answers({ console: { data: { upTime } } });
    const uptime = Object.entries(device.exposition).filter(([name]) => name.includes('uptime_seconds'));
    expect(uptime).toEqual([['ic_snp_console_uptime_seconds{target="device"}', seconds]]);
  });

  it.each([
    ['0.132 us', 0.132],
    ['-0.4 us', -0.4],
    ['1.5 ms', 1500],
    ['2 s', 2_000_000],
    ['250 ns', 0.25],
    ['0.000 ms', 0],
  ])('has the offset %j in microseconds', (ptpMasterOffset, microseconds) => {
    const device = new LegacyDevice().says({ ...PTP, ptpStatus: { ptpMasterOffset } });
    const { 'ic_snp_ptp_master_offset{target="device"}': offset } = device.exposition;
    expect(offset).toBeCloseTo(microseconds, 9);
  });

  it.each(['N/A', '', ' ', 'soon', '1.5', '1.5 parsecs', 'Unknown', 'Not Present', null, true, {}, []])(
    'has no series for the offset, the temperature, the uptime and the speed %j',
    (unreadable) => {
      const device = new LegacyDevice().answers({ console: { data: { upTime: unreadable } } });
      device.says(
        { ...PTP, ptpStatus: { ptpMasterOffset: unreadable } },
        {
          ...{ type: 'system', object_ID: 'system', Board_Temperatures: { Main_Board: unreadable } },
          Front_Fan_Stats: [{ idx: 1, RotationalSpeed: unreadable }],
        },
      );
      expect(device.exposition).toEqual({});
    },
  );
});
