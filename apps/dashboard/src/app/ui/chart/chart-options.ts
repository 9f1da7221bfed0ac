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

/** A limit, drawn as a line. */
export interface Threshold {
  readonly value: number;
  readonly color: string;
}

interface ChartStyle {
  readonly series: readonly ChartSeries[];
  readonly thresholds: readonly Threshold[];
  readonly isFromZero: boolean;
  readonly hasZero: boolean;
  readonly scale: Scale;
  readonly format: (value: number | null) => string;
}

const SYNC = 'snp-device';
/** Minimum distance between labels, px. */
const LABEL_ROOM = 16;
const AXIS_FONT = '11px Roboto, sans-serif';

/** Times in seconds, then the values of each line. */
export function chartData(from: number, stepSeconds: number, series: readonly ChartSeries[]): uPlot.AlignedData {
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const times = Array.from({ length }, (_, index) => from / 1000 + index * stepSeconds);
  return [times, ...series.map(({ values }) => [...values])];
}

/** The options of a chart, with the colours of the current theme. */
export function chartOptions(place: HTMLElement, height: number, chart: ChartStyle): uPlot.Options {
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
    legend: {
      live: true,
      markers: { width: 0, fill: (_plot, index) => color(chart.series[index - 1]?.color ?? 'transparent') },
    },
    scales: { x: { time: true }, y: { range: (_plot, least, most) => range(least, most, chart) } },
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
        values: (_plot, values, _axis, _space, step) => scaleLabels(chart.scale, values, step),
      },
    ],
    series: [
      { label: $localize`Time`, value: (_plot, time) => (time === null ? '' : timeOfDay(time * 1000)) },
      ...chart.series.map(({ label, color: lineColor }) => ({
        label,
        stroke: color(lineColor),
        width: 1.5,
        spanGaps: false,
        points: { show: false },
        value: (_plot: uPlot, value: number | null) => chart.format(value),
      })),
    ],
    hooks: {
      ready: [showNewest],
      setData: [showNewest],
      setCursor: [showNewest],
      drawAxes: [(plot) => drawThresholds(plot, chart, color)],
    },
  };
}

/** The range of the axis: a margin above and below, and thresholds that the values come near. */
export function range(
  least: number,
  most: number,
  chart: Pick<ChartStyle, 'isFromZero' | 'hasZero' | 'thresholds'>,
): [number, number] {
  const zero = chart.isFromZero || chart.hasZero ? [0] : [];
  const near = chart.thresholds.map(({ value }) => value).filter((value) => isNear(value, least ?? 0, most ?? 0));
  const low = Math.min(least ?? 0, ...zero, ...near);
  const high = Math.max(most ?? 1, ...zero, ...near);
  const room = (high - low || Math.abs(high) || 1) * 0.1;
  return [chart.isFromZero && low === 0 ? 0 : low - room, high + room];
}

function isNear(threshold: number, least: number, most: number): boolean {
  return threshold > 0 ? most > threshold / 2 : least < threshold / 2;
}

/** The legend shows the newest values while there is no cursor. */
function showNewest(plot: uPlot): void {
  if ((plot.cursor.left ?? -1) >= 0) return;
  const idx = plot.data[0].length - 1;
  if (idx >= 0) plot.setLegend({ idx }, false);
}

function drawThresholds(plot: uPlot, { thresholds, format }: ChartStyle, color: (name: string) => string): void {
  const { ctx, bbox } = plot;
  let labelled = -Infinity;
  for (const threshold of thresholds) {
    const y = plot.valToPos(threshold.value, 'y', true);
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = color(threshold.color);
    drawDashes(plot, y);
    // Of two thresholds close together, only one has a label.
    if (Math.abs(y - labelled) > LABEL_ROOM * devicePixelRatio) {
      drawLabel(plot, y, format(threshold.value));
      labelled = y;
    }
    ctx.restore();
  }
}

function drawDashes({ ctx, bbox }: uPlot, y: number): void {
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
}

function drawLabel({ ctx, bbox }: uPlot, y: number, text: string): void {
  ctx.font = `${11 * devicePixelRatio}px Roboto, sans-serif`;
  ctx.textAlign = 'right';
  ctx.fillText(text, bbox.left + bbox.width, y - 4 * devicePixelRatio);
}

/** A colour for a canvas: the browser resolves variables and `light-dark()`. */
function resolved(place: HTMLElement, cssColor: string): string {
  const probe = place.ownerDocument.createElement('i');
  probe.style.color = cssColor;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
