import { named, seriesOf } from '../testing/pretend-device';

const wan = (ipWanStatus: object) => seriesOf('network', { type: 'ipWan', object_ID: 'ipWan', ipWanStatus });
const setup = (ipRxSetupStatus: object) => seriesOf('network', { type: 'ipRxSetup', ipRxSetupStatus });

describe('the media interfaces', () => {
  it.each<[object, Record<string, number>]>([
    [
      {
        hostName: 'SNP-21',
        registrationServer: '10.9.9.9:8010, 10.9.9.10:8010',
        registrationServerConnected: '10.9.9.10:8010',
        systemServer: '10.9.9.9:8011',
        priDns: '10.0.0.53',
        altDns: 'N/A',
      },
      {
        'network_info{hostname="SNP-21",registration_server="10.9.9.9:8010, 10.9.9.10:8010",connected_server="10.9.9.10:8010",system_server="10.9.9.9:8011",primary_dns="10.0.0.53",secondary_dns=""}': 1,
        registration_server_connected: 1,
      },
    ],
    [
      {
        priIpAddr: '10.9.75.10',
        priIpMask: '255.255.255.128',
        priEthMACaddr: '00:90:f9:00:00:06',
        priGateway: 168381185,
        priSwitchInfo: '10.9.250.64 - CORE1',
        priPortInfo: 'Ethernet5/1',
        secIpAddr: '10.9.75.138',
        secGateway: 0,
      },
      {
        'network_interface_info{leg="primary",address="10.9.75.10",mask="255.255.255.128",mac="00:90:f9:00:00:06",gateway="10.9.75.1",switch="10.9.250.64 - CORE1",switch_port="Ethernet5/1"}': 1,
        'network_interface_info{leg="secondary",address="10.9.75.138",mask="",mac="",gateway="",switch="",switch_port=""}': 1,
      },
    ],
    [
      { priRxRate: '1319.14 Mbps', secRxRate: '0.0 Mbps', priTxRate: '19.9909 Gbps', secTxRate: '20' },
      {
        'network_receive_bytes_per_second{leg="primary"}': 164892500,
        'network_receive_bytes_per_second{leg="secondary"}': 0,
        'network_transmit_bytes_per_second{leg="primary"}': 2498862500,
      },
    ],
    [
      { priRxPkts: '1221876063636', secRxPkts: '5', priTxPkts: '7', secTxPkts: '-1', priRxErrs: '0', secRxErrs: '' },
      {
        'network_receive_packets_total{leg="primary"}': 1221876063636,
        'network_receive_packets_total{leg="secondary"}': 5,
        'network_transmit_packets_total{leg="primary"}': 7,
        'network_receive_errors_total{leg="primary"}': 0,
      },
    ],
    [
      { priRxOverBandwidth: false, secRxOverBandwidth: true },
      { 'network_receive_over_bandwidth{leg="primary"}': 0, 'network_receive_over_bandwidth{leg="secondary"}': 1 },
    ],
    [
      { rxConfigBw100G: '12.9996 Gbps', txConfigBw100G: '800 Mbps' },
      {
        network_configured_receive_bytes_per_second: 1624950000,
        network_configured_transmit_bytes_per_second: 100000000,
      },
    ],
    [
      { rxConfigBw25G: ['2429.1', '0.0', 'N/A'], txConfigBw25G: ['8', null, '16', '24', '32'] },
      {
        'processor_configured_receive_bytes_per_second{processor="processorA"}': 303637500,
        'processor_configured_receive_bytes_per_second{processor="processorB"}': 0,
        'processor_configured_transmit_bytes_per_second{processor="processorA"}': 1000000,
        'processor_configured_transmit_bytes_per_second{processor="processorC"}': 2000000,
        'processor_configured_transmit_bytes_per_second{processor="processorD"}': 3000000,
      },
    ],
    [{ rxConfigBw25G: '2429.1', txConfigBw25G: [] }, {}],
    [{ registrationServerConnected: '' }, {}],
    [{ registrationServer: '', registrationServerConnected: '' }, {}],
    [
      { txOverBandwidth: [true, false, 'yes'] },
      {
        'processor_transmit_over_bandwidth{processor="processorA"}': 1,
        'processor_transmit_over_bandwidth{processor="processorB"}': 0,
      },
    ],
  ])('%j are %j', (part, expected) => expect(wan(part)).toEqual(named('ic_snp_', expected)));

  it('tell that no registration server is connected while some are found', () => {
    const series = wan({ registrationServer: '10.9.9.9:8010', registrationServerConnected: '' });
    expect(series.ic_snp_registration_server_connected).toBe(0);
  });

  it('have a series for each VLAN with an address', () => {
    const ipWanActiveStatus = [
      {
        idx: 1,
        activePriIpAddr: '10.0.1.1',
        activePriSubnet: '255.255.255.0',
        activePriVlanId: 0,
        activeSecIpAddr: '0.0.0.0',
      },
      {
        idx: 2,
        activePriIpAddr: '0.0.0.0',
        activeSecIpAddr: '10.0.2.1',
        activeSecSubnet: '255.255.0.0',
        activeSecVlanId: 112,
      },
      { idx: 3, activePriIpAddr: '0.0.0.0', activeSecIpAddr: 'N/A' },
    ];
    expect(seriesOf('network', { type: 'ipWan', ipWanActiveStatus })).toEqual({
      'ic_snp_network_vlan_info{leg="primary",index="1",address="10.0.1.1",mask="255.255.255.0",vlan="0"}': 1,
      'ic_snp_network_vlan_info{leg="secondary",index="2",address="10.0.2.1",mask="255.255.0.0",vlan="112"}': 1,
    });
  });
});

describe('IGMP and playout', () => {
  it.each<[object, Record<string, number>]>([
    [
      { RxPrimaryIGMPJoin: '51 ms', RxSecondaryIGMPJoin: 'N/A', RxSecondaryIGMPLeave: '2000 ms' },
      { 'igmp_join_seconds{leg="primary"}': 0.051, 'igmp_leave_seconds{leg="secondary"}': 2 },
    ],
    [
      { RxPrimaryIGMPJoinStatus: '', RxSecondaryIGMPJoinStatus: 'OK' },
      { 'igmp_join_ok{leg="primary"}': 1, 'igmp_join_ok{leg="secondary"}': 1 },
    ],
    [
      { RxPrimaryIGMPJoinStatus: 'Join time was longer than IGMP join control', RxSecondaryIGMPJoinStatus: 'N/A' },
      { 'igmp_join_ok{leg="primary"}': 0 },
    ],
    [{ RxMinPlayoutDly: '4 m' }, { receiver_minimum_playout_delay_seconds: 0.004 }],
    [{ RxMinPlayoutDly: '4 ms' }, { receiver_minimum_playout_delay_seconds: 0.004 }],
    [{ RxMinPlayoutDly: '4' }, {}],
  ])('%j are %j', (part, expected) => expect(setup(part)).toEqual(named('ic_snp_', expected)));
});
