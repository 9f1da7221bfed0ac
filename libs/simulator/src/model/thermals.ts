import { Random } from '../random';

/** Firmware 3.2 tells of five of them. */
const FPGAS = 6;
const FANS = 4;
const QSFPS = 2;
const SFPS = 4;

const FAN_RPM = 12_300;
const SLOW_FAN_RPM = 5_800;
/** A board warms up by this when a fan is slow. */
const SLOW_FAN_WARMING = 9;

/** A value that wanders around its own middle and comes back. */
interface Wanderer {
  readonly middle: number;
  value: number;
}

/** Temperatures and fans. Degrees Celsius, turns per minute. */
export class Thermals {
  private readonly mainBoardSensor: Wanderer;
  private readonly ioBoardSensor: Wanderer;
  private readonly fpgaSensors: readonly Wanderer[];
  private readonly qsfpSensors: readonly Wanderer[];
  private readonly sfpSensors: readonly Wanderer[];
  private readonly fans: readonly Wanderer[];
  private slowFan: number | null = null;
  private warming = 0;

  constructor(private readonly random: Random) {
    this.mainBoardSensor = this.wanderer(40, 47);
    this.ioBoardSensor = this.wanderer(40, 48);
    this.fpgaSensors = this.wanderers(FPGAS, 58, 80);
    this.qsfpSensors = this.wanderers(QSFPS, 38, 50);
    this.sfpSensors = this.wanderers(SFPS, 35, 48);
    this.fans = this.wanderers(FANS, FAN_RPM - 300, FAN_RPM + 300);
  }

  get mainBoard(): number {
    return this.mainBoardSensor.value + this.warming;
  }

  get ioBoard(): number {
    return this.ioBoardSensor.value + this.warming;
  }

  fpgas(): number[] {
    return this.fpgaSensors.map(({ value }) => value + this.warming);
  }

  qsfps(): number[] {
    return this.qsfpSensors.map(({ value }) => value);
  }

  sfp(position: number): number {
    return this.sfpSensors[position].value;
  }

  fanSpeeds(): { rpm: number; isOk: boolean }[] {
    return this.fans.map(({ value }, at) =>
      at === this.slowFan ? { rpm: value - FAN_RPM + SLOW_FAN_RPM, isOk: false } : { rpm: value, isOk: true },
    );
  }

  /** Lets a fan drop to half of its speed; undefined brings it back. */
  slowDownFan(position: number | null): void {
    this.slowFan = position;
  }

  step(seconds: number): void {
    const pace = Math.min(1, seconds / 30);
    const target = this.slowFan === null ? 0 : SLOW_FAN_WARMING;
    this.warming += (target - this.warming) * pace;
    for (const sensor of [this.mainBoardSensor, this.ioBoardSensor]) this.wander(sensor, 0.4, pace);
    for (const sensor of this.fpgaSensors) this.wander(sensor, 0.8, pace);
    for (const sensor of this.qsfpSensors) this.wander(sensor, 0.4, pace);
    for (const sensor of this.sfpSensors) this.wander(sensor, 0.4, pace);
    for (const fan of this.fans) this.wander(fan, 60, pace);
  }

  private wander(what: Wanderer, width: number, pace: number): void {
    what.value += (what.middle - what.value) * pace + this.random.bell() * width * Math.sqrt(pace);
  }

  private wanderers(count: number, low: number, high: number): Wanderer[] {
    return Array.from({ length: count }, () => this.wanderer(low, high));
  }

  private wanderer(low: number, high: number): Wanderer {
    const middle = this.random.between(low, high);
    return { middle, value: middle };
  }
}
