import { named, PretendDevice, seriesOf } from '../testing/pretend-device';

const input = (VideoInput: object) => seriesOf('inputs', { type: 'videoIn', object_ID: 'BNC-1', VideoInput });
const genlock = (GenLock: object) => seriesOf('inputs', { type: 'videoGenLock', object_ID: 'GenLock', GenLock });

describe('an SDI input', () => {
  it.each<[object, Record<string, number>]>([
    [
      { VidPresent: false, CrcError: false, EdhError: true },
      { 'present{input="BNC-1"}': 0, 'crc_error{input="BNC-1"}': 0, 'edh_error{input="BNC-1"}': 1 },
    ],
    [
      { VidPresent: true, CrcErrCntA: 11, CrcErrCntB: '12', EdhPresent: true, EdhErrCntAP: 1, EdhErrCntFF: 2 },
      {
        'present{input="BNC-1"}': 1,
        'crc_errors_total{input="BNC-1",component="chroma"}': 11,
        'crc_errors_total{input="BNC-1",component="luma"}': 12,
      },
    ],
    [
      { VidPresent: false, VidStandard: '625i/50', CrcErrCntA: 11, EdhErrCntAP: 1, EdhErrCntFF: 2 },
      { 'present{input="BNC-1"}': 0 },
    ],
    [
      { VidPresent: true, VidStandard: ' 525i/59.94', EdhErrCntAP: 1, EdhErrCntFF: 2 },
      {
        'present{input="BNC-1"}': 1,
        'info{input="BNC-1",standard="525i/59.94",colorimetry="",transfer=""}': 1,
        'edh_errors_total{input="BNC-1",kind="active_picture"}': 1,
        'edh_errors_total{input="BNC-1",kind="full_field"}': 2,
      },
    ],
    [
      {
        VidPresent: true,
        VidStandard: '1080i/50',
        VidColorimetry: 'Rec 709',
        VidTransferCharacteristics: 'Not Available',
      },
      { 'present{input="BNC-1"}': 1, 'info{input="BNC-1",standard="1080i/50",colorimetry="Rec 709",transfer=""}': 1 },
    ],
    [{ VidStandard: '1080i/50' }, {}],
    [{ VidPresent: 'yes', CrcError: 0, CrcErrCntA: -1, CrcErrCntB: 1.5 }, {}],
  ])('%j is %j', (part, expected) => expect(input(part)).toEqual(named('ic_snp_sdi_input_', expected)));
});

describe('the error counters of an SDI input', () => {
  const status = (VideoInput: object) => ({ type: 'videoIn', object_ID: 'BNC-1', VideoInput });
  const counts = { CrcErrCntA: 3, CrcErrCntB: 4, EdhErrCntAP: 5, EdhErrCntFF: 6 };
  const lost = status({ VidPresent: false, VidStandard: 'Unknown', ...counts });
  const totals = (device: PretendDevice) => Object.keys(device.series).filter((name) => name.includes('_total'));

  it('stay when the signal is lost, until the session ends', () => {
    const device = new PretendDevice(['inputs']);
    expect(totals(device.says(lost))).toEqual([]);
    device.says(status({ VidPresent: true, VidStandard: '625i/50', ...counts }));
    expect(totals(device.says(lost))).toHaveLength(4);
    device.device.lose();
    expect(totals(device.says(lost))).toEqual([]);
  });

  it('of EDH are not there for an input that only had HD', () => {
    const device = new PretendDevice(['inputs']).says(status({ VidPresent: true, VidStandard: '1080i/50', ...counts }));
    expect(totals(device)).toEqual([
      'ic_snp_sdi_input_crc_errors_total{input="BNC-1",component="chroma"}',
      'ic_snp_sdi_input_crc_errors_total{input="BNC-1",component="luma"}',
    ]);
  });
});

describe('the reference', () => {
  it.each<[object, Record<string, number>]>([
    [
      { GL_SyncPresent: true, GL_RefLocked: false },
      { present: 1, locked: 0 },
    ],
    [{ VidStandard: '1080i/50' }, { 'info{standard="1080i/50"}': 1 }],
    [{ VidStandard: 'Unknown' }, {}],
  ])('%j is %j', (part, expected) => expect(genlock(part)).toEqual(named('ic_snp_genlock_', expected)));
});
