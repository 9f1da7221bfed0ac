import { named, seriesOf } from '../testing/pretend-device';

const input = (VideoInput: object) => seriesOf('inputs', { type: 'videoIn', object_ID: 'BNC-1', VideoInput });
const genlock = (GenLock: object) => seriesOf('inputs', { type: 'videoGenLock', object_ID: 'GenLock', GenLock });

describe('an SDI input', () => {
  it.each<[object, Record<string, number>]>([
    [
      { VidPresent: false, CrcError: false, EdhError: true },
      { 'present{input="BNC-1"}': 0, 'crc_error{input="BNC-1"}': 0, 'edh_error{input="BNC-1"}': 1 },
    ],
    [
      { CrcErrCntA: 11, CrcErrCntB: '12' },
      { 'crc_errors_total{input="BNC-1",link="a"}': 11, 'crc_errors_total{input="BNC-1",link="b"}': 12 },
    ],
    [{ EdhPresent: false, EdhErrCntAP: 1, EdhErrCntFF: 2 }, {}],
    [
      { EdhPresent: true, EdhErrCntAP: 1, EdhErrCntFF: 2 },
      {
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
