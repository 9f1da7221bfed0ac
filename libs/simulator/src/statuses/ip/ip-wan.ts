import type { Leg } from '@snp/protocol';
import { macAddress, type DeviceIdentity } from '../../model/identity';
import { legAddress, type LegTraffic } from '../../model/network';
import { bitRate, counter, ipv4Number } from '../format';
import { rows, type Body, type Generator } from '../generator';

const VLANS = 4;
const MASK = '255.255.255.128';

/** Shares of what the device is configured for, by processor. */
const RECEIVE_SHARES = [0.19, 0.81, 0, 0];
const TRANSMIT_SHARES = [0, 0, 0.48, 0.52];

export const ipWan: Generator = {
  type: 'ipWan',
  every: 1,
  ids: () => ['ipWan'],
  fields({ identity, network }) {
    const received = network.primary.receiveRate * 1.02;
    const sent = network.primary.transmitRate * 1.01;
    return {
      ipWanActiveStatus: rows(VLANS, (idx) => vlan(identity, idx)),
      ipWanStatus: {
        altDns: '',
        dhcpInfo: '',
        hostName: `SNP-${identity.serial}`,
        priDns: '',
        registrationServer: '',
        registrationServerConnected: '',
        rxConfigBw100G: bitRate(received),
        rxConfigBw25G: RECEIVE_SHARES.map((share) => megabits(share * received)),
        systemServer: '',
        txConfigBw100G: bitRate(sent),
        txConfigBw25G: TRANSMIT_SHARES.map((share) => megabits(share * sent)),
        ...port('pri', 'primary', identity, network.primary),
        ...port('sec', 'secondary', identity, network.secondary),
      },
    };
  },
};

function gateway(identity: DeviceIdentity, leg: Leg): string {
  return `10.30.${identity.number >> 6}.${leg === 'primary' ? 1 : 129}`;
}

function port(prefix: 'pri' | 'sec', leg: Leg, identity: DeviceIdentity, traffic: LegTraffic): Body {
  const isPrimary = leg === 'primary';
  const neighbour = `10.40.${isPrimary ? 1 : 2}.${1 + (identity.number >> 5)} - LEAF-${isPrimary ? 'RED' : 'BLUE'}-${1 + (identity.number >> 5)}`;
  return {
    [`${prefix}EthMACaddr`]: macAddress(identity, isPrimary ? 2 : 3),
    [`${prefix}Gateway`]: ipv4Number(gateway(identity, leg)),
    [`${prefix}IpAddr`]: legAddress(identity, leg),
    [`${prefix}IpMask`]: MASK,
    [`${prefix}PortInfo`]: `Ethernet${1 + (identity.number & 31)}/1`,
    [`${prefix}RxErrs`]: counter(traffic.errors),
    [`${prefix}RxOverBandwidth`]: false,
    [`${prefix}RxPkts`]: counter(traffic.receivedPackets),
    [`${prefix}RxRate`]: bitRate(traffic.receiveRate),
    [`${prefix}SwitchInfo`]: neighbour,
    [`${prefix}TxPkts`]: counter(traffic.sentPackets),
    [`${prefix}TxRate`]: bitRate(traffic.transmitRate),
  };
}

/** Only the first row is in use. */
function vlan(identity: DeviceIdentity, idx: number): Body {
  const isUsed = idx === 1;
  return {
    activePriIpAddr: isUsed ? legAddress(identity, 'primary') : '0.0.0.0',
    activePriSubnet: isUsed ? MASK : '0.0.0.0',
    activePriVlanId: 0,
    activeSecIpAddr: isUsed ? legAddress(identity, 'secondary') : '0.0.0.0',
    activeSecSubnet: isUsed ? MASK : '0.0.0.0',
    activeSecVlanId: 0,
    idx,
  };
}

function megabits(bitsPerSecond: number): string {
  return (bitsPerSecond / 1e6).toFixed(1);
}
