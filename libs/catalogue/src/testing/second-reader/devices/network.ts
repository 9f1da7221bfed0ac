import type { Body } from './audio-parts';

export function ptp(more: Body = {}): Body {
  return {
    ...{ type: 'ptp', object_ID: 'ptp', name: 'ptpStatus', fme_ip: '10.1.2.3' },
    ptpStatus: {
      ...{ ptpMasterIP: '10.1.9.9', ptpMasterInterfaceIP: '10.1.2.3', ptpMasterUUID: '08 00 11 ff fe 00 00 01' },
      ...{ ptpMasterPresent: 'Primary', ptpCtlrState: 'Locked', ptpUcipIsMaster: 'Slave' },
      ...{ ptpMasterOffset: '-0.132 us', ptpMasterDelay: '1.5 ms', ptpUTC: 'Tue Feb  3 20:00:01 2026' },
      ...{ clockIdentity: '00:90:F9:FF:FE:00:00:01', rtcTime: 'N/A' },
      ...{ biggestSysTimeUpdate: '37000 ms', numSysTimeUpdates: '12' },
      ...more,
    },
  };
}

export function ipWan(more: Body = {}): Body {
  return {
    ...{ type: 'ipWan', object_ID: 'ipWan', name: 'ipWan', fme_ip: '10.1.2.3' },
    ipWanStatus: { ...leg('pri', 10), ...leg('sec', 11), ...host(), ...more },
    ipWanActiveStatus: [
      {
        ...{ idx: 1, activePriIpAddr: '10.1.2.3', activePriSubnet: '255.255.255.0', activePriVlanId: 0 },
        ...{ activeSecIpAddr: '10.1.3.3', activeSecSubnet: '255.255.254.0', activeSecVlanId: '120' },
      },
      {
        ...{ idx: 2, activePriIpAddr: '0.0.0.0', activePriSubnet: '0.0.0.0', activePriVlanId: 0 },
        ...{ activeSecIpAddr: '10.9.3.3', activeSecSubnet: '255.255.255.0', activeSecVlanId: '7' },
      },
    ],
  };
}

function leg(name: 'pri' | 'sec', net: number): Body {
  const fields = {
    ...{ EthMACaddr: `00:90:f9:00:00:${net}`, IpAddr: `10.1.${net}.3`, IpMask: '255.255.255.0' },
    ...{ Gateway: name === 'pri' ? 0x0a_01_0a_01 : 0, TxPkts: '11443250688341', RxPkts: 1221876063636 },
    ...{ TxRate: '19.9909 Gbps', RxRate: name === 'pri' ? '1319.14 Mbps' : '0.0 Kbps', RxErrs: '3' },
    ...{ RxOverBandwidth: name === 'sec', SwitchInfo: `10.0.0.${net} - SWITCH ${net} `, PortInfo: 'Ethernet5/1' },
  };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [name + field, value]));
}

function host(): Body {
  return {
    ...{ hostName: 'SNP-TEST', dhcpInfo: '', priDns: '10.0.0.53', altDns: '', systemServer: '10.0.0.20' },
    ...{ registrationServer: '10.0.0.9:8235, 10.0.0.10:8235', registrationServerConnected: '10.0.0.9:8235' },
    ...{ txConfigBw100G: '19.9992 Gbps', txConfigBw25G: ['0.0', '1485.5', '9636.1', 10363.1] },
    ...{ rxConfigBw100G: '950.5 Mbps', rxConfigBw25G: ['2429.1', 'N/A', '0.0'] },
    txOverBandwidth: [false, true, false, false],
  };
}

export function ipRxSetup(more: Body = {}): Body {
  return {
    ...{ type: 'ipRxSetup', object_ID: 'ipRxSetup', name: 'ipRxSetup', fme_ip: '10.1.2.3' },
    ipRxSetupStatus: {
      ...{ RxSwitchDuration: '238', RxSwitchDurationAsync: '738', RxMinPlayoutDly: '4 m', RxPlayoutDlyFeedback: 8 },
      ...{ RxPrimaryIGMPLeave: '2000 ms', RxPrimaryIGMPJoin: '51 ms', RxPrimaryIGMPJoinStatus: 'Join took too long' },
      ...{ RxSecondaryIGMPLeave: '12 ms', RxSecondaryIGMPJoin: '', RxSecondaryIGMPJoinStatus: '' },
      Switch8KStatus: 'Disabled',
      ...more,
    },
  };
}
