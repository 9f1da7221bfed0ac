import type { Leg } from '@snp/protocol';
import { PROCESSORS } from '../../model/device-kind';
import { macAddress, type DeviceIdentity } from '../../model/identity';
import { legAddress, type Network } from '../../model/network';
import { bitRate, counter, ipv4Number } from '../format';
import { rows, type Body, type Generator } from '../generator';

const VLANS = 4;
const MASK = '255.255.255.128';

/** Shares of what the device is configured for, by processor. */
const RECEIVE_SHARES = [0.19, 0.81, 0, 0];
const TRANSMIT_SHARES = [0, 0, 0.48, 0.52];
/** More than 95 % of a processor's 25 Gb/s. */
const OVERLOAD = 23.9e9;

const REGISTRATION_SERVERS = ['10.20.254.31:8235', '10.20.254.32:8235'];
const SYSTEM_SERVER = '10.20.254.31:10641';
const NAME_SERVERS = ['10.20.254.53', '10.20.254.54'];

export const ipWan: Generator = {
  type: 'ipWan',
  every: 1,
  ids: () => ['ipWan'],
  fields({ identity, network }) {
    const { receive, transmit } = network.configured;
    const { overloaded } = network;
    return {
      ipWanActiveStatus: rows(VLANS, (idx) => vlan(identity, idx)),
      ipWanStatus: {
        dhcpInfo: '',
        hostName: `SNP-${identity.serial}`,
        ...servers(identity, network),
        rxConfigBw100G: bitRate(receive),
        rxConfigBw25G: RECEIVE_SHARES.map((share) => megabits(share * receive)),
        txConfigBw100G: bitRate(transmit),
        txConfigBw25G: TRANSMIT_SHARES.map((share, at) =>
          megabits(PROCESSORS[at] === overloaded ? OVERLOAD : share * transmit),
        ),
        txOverBandwidth: PROCESSORS.map((processor) => processor === overloaded),
        ...port('pri', 'primary', identity, network),
        ...port('sec', 'secondary', identity, network),
      },
    };
  },
};

/** Those that it found in the network, and the one that it is connected to. */
function servers({ hasRegistration }: DeviceIdentity, { isRegistered }: Network): Body {
  const [priDns, altDns] = hasRegistration ? NAME_SERVERS : ['', ''];
  return {
    altDns,
    priDns,
    registrationServer: hasRegistration ? REGISTRATION_SERVERS.join(', ') : '',
    registrationServerConnected: hasRegistration && isRegistered ? REGISTRATION_SERVERS[0] : '',
    systemServer: hasRegistration ? SYSTEM_SERVER : '',
  };
}

/** Some devices have a flat secondary network. */
const DEVICES_WITHOUT_SECOND_GATEWAY = 5;

function gateway(identity: DeviceIdentity, leg: Leg): string {
  const hasNone = leg === 'secondary' && identity.number % DEVICES_WITHOUT_SECOND_GATEWAY === 0;
  return hasNone ? '0.0.0.0' : `10.30.${identity.number >> 6}.${leg === 'primary' ? 1 : 129}`;
}

function port(prefix: 'pri' | 'sec', leg: Leg, identity: DeviceIdentity, network: Network): Body {
  const traffic = network[leg];
  const isPrimary = leg === 'primary';
  const neighbour = `10.40.${isPrimary ? 1 : 2}.${1 + (identity.number >> 5)} - LEAF-${isPrimary ? 'RED' : 'BLUE'}-${1 + (identity.number >> 5)}`;
  return {
    [`${prefix}EthMACaddr`]: macAddress(identity, isPrimary ? 2 : 3),
    [`${prefix}Gateway`]: ipv4Number(gateway(identity, leg)),
    [`${prefix}IpAddr`]: legAddress(identity, leg),
    [`${prefix}IpMask`]: MASK,
    [`${prefix}PortInfo`]: `Ethernet${1 + (identity.number & 31)}/1`,
    [`${prefix}RxErrs`]: counter(traffic.errors),
    [`${prefix}RxOverBandwidth`]: network.isFlooded(leg),
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
