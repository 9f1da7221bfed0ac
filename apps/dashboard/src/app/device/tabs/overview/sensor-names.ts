const BOARDS: Readonly<Record<string, string>> = {
  main_board: $localize`Main board`,
  io_board: $localize`IO board`,
  tx_board: $localize`TX board`,
  exp1_board: $localize`Expansion board 1`,
  exp2_board: $localize`Expansion board 2`,
};

const NUMBERED: Readonly<Record<string, string>> = {
  fpga: $localize`FPGA`,
  qsfp: $localize`QSFP`,
  sfp_rx: $localize`SFP receive`,
  sfp_tx: $localize`SFP transmit`,
};

/** The name of a sensor: `fpga_3` is “FPGA 3”. */
export function sensorName(sensor: string): string {
  const [, kind, number] = /^(.+)_(\d+)$/.exec(sensor) ?? [];
  return BOARDS[sensor] ?? (NUMBERED[kind] ? `${NUMBERED[kind]} ${number}` : sensor);
}
