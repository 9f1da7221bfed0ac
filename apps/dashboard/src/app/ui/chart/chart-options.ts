import type uPlot from 'uplot';
import { timeOfDay } from '../../core/format/time';
import { scaleLabels, type Scale } from '../../core/format/units';

/** A line of a chart. */
export interface ChartSeries {
  readonly label: string;
  /** A CSS colour; may be a variable. */
  readonly color: string;
  readonly values: readonly (number | null)[];
}

/** A level that must not be passed. */
export interface Threshold {
  readonly value: number;
  readonly color: string;
}

interface Look {
  readonly series: readonly ChartSeries[];
  readonly thresholds: readonly Threshold[];
  readonly isFromZero: boolean;
  readonly scale: Scale;
  readonly format: (value: number | null) => string;
}

const SYNC = 'snp-device';
const AXIS_FONT = '11px Roboto, sans-serif';

/** Times in seconds, then the values of each line. */
export function chartData(from: number, stepSeconds: number, series: readonly ChartSeries[]): uPlot.AlignedData {
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const times = Array.from({ length }, (_, index) => from / 1000 + index * stepSeconds);
  return [times, ...series.map(({ values }) => [...values])];
}

/** How a chart looks, with the colours that the theme has now. */
export function chartOptions(place: HTMLElement, height: number, look: Look): uPlot.Options {
  const style = getComputedStyle(place);
  const color = (name: string) => resolved(place, name);
  const text = color('var(--snp-text-quiet)');
  const axis = {
    stroke: text,
    font: AXIS_FONT,
    ticks: { show: false },
    grid: { stroke: color('var(--snp-chart-grid)'), width: 1 },
  };
  return {
    width: Math.floor(Number.parseFloat(style.width)) || 300,
    height,
    cursor: { sync: { key: SYNC }, points: { size: 6 }, drag: { x: false, y: false }, y: false },
    legend: { live: true },
    scales: { x: { time: true }, y: { range: (_plot, least, most) => range(least, most, look) } },
    axes: [
      {
        ...axis,
        size: 28,
        space: 70,
        values: (_plot, times) => times.map((time) => timeOfDay(time * 1000).slice(0, 5)),
      },
      {
        ...axis,
        size: 76,
        values: (_plot, values, _axis, _space, step) => scaleLabels(look.scale, values, step),
      },
    ],
    series: [
      { label: $localize`Time`, value: (_plot, time) => (time === null ? '' : timeOfDay(time * 1000)) },
      ...look.series.map(({ label, color: lineColor }) => ({
        label,
        stroke: color(lineColor),
        width: 1.5,
        spanGaps: false,
        points: { show: false },
        value: (_plot: uPlot, value: number | null) => look.format(value),
      })),
    ],
    hooks: { drawAxes: [(plot) => drawThresholds(plot, look.thresholds, color)] },
  };
}

/** Room above and below, thresholds in sight once values come near them. */
export function range(least: number, most: number, look: Pick<Look, 'isFromZero' | 'thresholds'>): [number, number] {
  const low = look.isFromZero ? Math.min(0, least ?? 0) : (least ?? 0);
  const near = look.thresholds.map(({ value }) => value).filter((value) => value > 0 && (most ?? 0) > value / 2);
  const high = Math.max(most ?? 1, ...near);
  const room = (high - low || Math.abs(high) || 1) * 0.1;
  return [look.isFromZero && low === 0 ? 0 : low - room, high + room];
}

function drawThresholds(plot: uPlot, thresholds: readonly Threshold[], color: (name: string) => string): void {
  const { ctx, bbox } = plot;
  for (const threshold of thresholds) {
    const y = plot.valToPos(threshold.value, 'y', true);
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    ctx.save();
    ctx.strokeStyle = color(threshold.color);
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.restore();
  }
}

/** A colour as a canvas understands it: variables and `light-dark()` are worked out by the browser. */
function resolved(place: HTMLElement, cssColor: string): string {
  const probe = place.ownerDocument.createElement('i');
  probe.style.color = cssColor;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
