import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isExported } from './index';
import { PretendDevice } from './testing/pretend-device';

const CAPTURE = join(__dirname, '../../../../shared/device/all-statuses.json');
/** The statuses of a real device lie beside the repository, never in it. */
const withCapture = existsSync(CAPTURE) ? it : it.skip;

describe('a real device, where its capture lies beside this repository in ../shared/device', () => {
  const statuses = () => JSON.parse(readFileSync(CAPTURE, 'utf8')) as { type: string; object_ID: string }[];
  const count = (device: PretendDevice, family: string) => Object.keys(device.family(family)).length;

  withCapture('has series of every object that can have some', () => {
    const device = new PretendDevice('all').says(...statuses());
    const without = statuses().filter(({ type, object_ID }) => device.target.seriesCount(`${type}/${object_ID}`) === 0);
    expect(without.filter(({ type }) => isExported(type))).toEqual([]);
    expect(new Set(without.map(({ type }) => type))).toEqual(
      new Set(['GPI', 'SQM', 'PanelControlService', 'procMisc']),
    );
  });

  withCapture('has the receivers, senders, channels and inputs that it has in use', () => {
    const device = new PretendDevice('all').says(...statuses());
    expect(count(device, 'ic_snp_receiver_info')).toBe(39);
    expect(count(device, 'ic_snp_receiver_signal_present')).toBe(10);
    expect(count(device, 'ic_snp_video_rx_info')).toBe(36);
    expect(count(device, 'ic_snp_channel_info')).toBe(36);
    expect(count(device, 'ic_snp_sdi_input_info')).toBe(12);
    expect(count(device, 'ic_snp_sender_destination_resolved')).toBe(128);
    expect(count(device, 'ic_snp_channel_jpegxs_decoder_errors')).toBe(0);
  });

  withCapture('has 756 receivers where all are wanted', () => {
    const device = new PretendDevice(['receivers'], { receivers: 'all' }).says(...statuses());
    expect(count(device, 'ic_snp_receiver_packets_total')).toBe(756);
  });

  withCapture('has the same series when it says the same again, in another order', () => {
    const device = new PretendDevice('all').says(...statuses());
    const before = device.series;
    expect(device.says(...statuses().reverse()).series).toEqual(before);
  });
});
