import { isPlaceholder } from '../values/text';
import { ipv4FromNumber } from '../values/addresses';
import { hasComplaint } from '../values/flags';
import type { JsonObject } from '../values/record';

/** The two media networks; every field of one has its twin of the other. */
export const LEGS = ['primary', 'secondary'] as const;
export type Leg = (typeof LEGS)[number];

/** What the object `ipWan` says, by our names. */
export const IP_WAN = {
  type: 'ipWan',
  section: 'ipWanStatus',
  hostname: 'hostName',
  registrationServer: 'registrationServer',
  /** `address:port` of the registration server that the device is connected to. */
  connectedServer: 'registrationServerConnected',
  systemServer: 'systemServer',
  primaryDns: 'priDns',
  secondaryDns: 'altDns',
  configuredReceiveRate: 'rxConfigBw100G',
  configuredTransmitRate: 'txConfigBw100G',
  /** One element a processor. */
  configuredReceiveRates: 'rxConfigBw25G',
  configuredTransmitRates: 'txConfigBw25G',
  transmitOverBandwidth: 'txOverBandwidth',
  legs: {
    primary: {
      address: 'priIpAddr',
      mask: 'priIpMask',
      mac: 'priEthMACaddr',
      gateway: 'priGateway',
      switch: 'priSwitchInfo',
      switchPort: 'priPortInfo',
      receiveRate: 'priRxRate',
      transmitRate: 'priTxRate',
      receivePackets: 'priRxPkts',
      transmitPackets: 'priTxPkts',
      receiveErrors: 'priRxErrs',
      receiveOverBandwidth: 'priRxOverBandwidth',
    },
    secondary: {
      address: 'secIpAddr',
      mask: 'secIpMask',
      mac: 'secEthMACaddr',
      gateway: 'secGateway',
      switch: 'secSwitchInfo',
      switchPort: 'secPortInfo',
      receiveRate: 'secRxRate',
      transmitRate: 'secTxRate',
      receivePackets: 'secRxPkts',
      transmitPackets: 'secTxPkts',
      receiveErrors: 'secRxErrs',
      receiveOverBandwidth: 'secRxOverBandwidth',
    },
  },
  vlans: {
    rows: 'ipWanActiveStatus',
    primary: { address: 'activePriIpAddr', mask: 'activePriSubnet', vlan: 'activePriVlanId' },
    secondary: { address: 'activeSecIpAddr', mask: 'activeSecSubnet', vlan: 'activeSecVlanId' },
  },
} as const;

/** What the object `ipRxSetup` says, by our names. */
export const IP_RX_SETUP = {
  type: 'ipRxSetup',
  section: 'ipRxSetupStatus',
  minimumPlayoutDelay: 'RxMinPlayoutDly',
  legs: {
    primary: { join: 'RxPrimaryIGMPJoin', leave: 'RxPrimaryIGMPLeave', joinStatus: 'RxPrimaryIGMPJoinStatus' },
    secondary: { join: 'RxSecondaryIGMPJoin', leave: 'RxSecondaryIGMPLeave', joinStatus: 'RxSecondaryIGMPJoinStatus' },
  },
} as const;

/** What the join status says when all is OK; otherwise it is a whole sentence. */
export const IGMP_JOIN_OK = 'OK';

const hasJoinComplaint = hasComplaint('', IGMP_JOIN_OK);

/** `joinStatus` as 1 when all is OK and 0 when it is not. */
export function isIgmpJoinOk(raw: unknown): number | undefined {
  const complains = hasJoinComplaint(raw);
  return complains === undefined ? undefined : 1 - complains;
}

/** Whether the device is connected to one of the registration servers that it has found; none where it has found none. */
export function isRegistered(status: JsonObject): number | undefined {
  const { [IP_WAN.connectedServer]: connected, [IP_WAN.registrationServer]: found } = status;
  if (typeof connected !== 'string') return undefined;
  if (!isPlaceholder(connected.trim())) return 1;
  return typeof found === 'string' && !isPlaceholder(found.trim()) ? 0 : undefined;
}

/** The gateway of a leg in dotted form, empty for `0.0.0.0`: no gateway. */
export function gatewayAddress(raw: unknown): string | undefined {
  const address = ipv4FromNumber(raw);
  return address === '0.0.0.0' ? '' : address;
}
