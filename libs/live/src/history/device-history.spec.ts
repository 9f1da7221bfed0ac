import { DeviceHistory, STEPS } from './device-history';

const STEP = 10_000;
/** The beginning of a step. */
const START = 1_000_000 * STEP;

describe('the last hour of a device', () => {
  it('is null where nothing was known', () => {
    const history = new DeviceHistory();
    history.record(START, { ptp_delay_seconds: 1.5e-7 });
    history.record(START + 3 * STEP, { ptp_delay_seconds: 1.6e-7, ptp_offset_seconds: null });
    expect(history.read('ptp_delay_seconds', START + 4 * STEP, 6)).toEqual([null, 1.5e-7, null, null, 1.6e-7, null]);
    expect(history.read('ptp_offset_seconds', START + 4 * STEP, 6)).toEqual(Array(6).fill(null));
  });

  it('has 360 values, also before anything is known', () => {
    expect(new DeviceHistory().read('ptp_offset_seconds', START)).toEqual(Array(STEPS).fill(null));
  });

  it('keeps of a step the last temperature, and the offset farthest from zero', () => {
    const history = new DeviceHistory();
    for (const [offset, temperature] of [
      [1e-7, 44],
      [-9e-7, 50],
      [2e-7, 45],
    ]) {
      history.record(START + 5_000, { ptp_offset_seconds: offset, temperature_main_board_celsius: temperature });
    }
    expect(history.read('ptp_offset_seconds', START, 1)).toEqual([-9e-7]);
    expect(history.read('temperature_main_board_celsius', START, 1)).toEqual([45]);
  });

  it('forgets what is older than an hour', () => {
    const history = new DeviceHistory();
    history.record(START, { ptp_delay_seconds: 1 });
    history.record(START + (STEPS - 1) * STEP, { ptp_delay_seconds: 2 });
    expect(history.read('ptp_delay_seconds', START + (STEPS - 1) * STEP)[0]).toBe(1);
    history.record(START + STEPS * STEP, { ptp_delay_seconds: 3 });
    expect(history.read('ptp_delay_seconds', START + STEPS * STEP).filter((value) => value !== null)).toEqual([2, 3]);
  });

  it('shows nothing of the past after an hour without values', () => {
    const history = new DeviceHistory();
    history.record(START, { ptp_delay_seconds: 1 });
    expect(history.read('ptp_delay_seconds', START + 2 * STEPS * STEP).every((value) => value === null)).toBe(true);
    history.record(START + 2 * STEPS * STEP, { ptp_delay_seconds: 2 });
    expect(history.read('ptp_delay_seconds', START + 2 * STEPS * STEP).filter((value) => value !== null)).toEqual([2]);
  });

  it('keeps seven digits of a number', () => {
    const history = new DeviceHistory();
    history.record(START, { transmit_bytes_per_second_primary: 2_498_862_512 });
    expect(history.read('transmit_bytes_per_second_primary', START, 1)).toEqual([2_498_863_000]);
  });
});
