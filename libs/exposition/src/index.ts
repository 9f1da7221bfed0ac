export type { Family, FamilyType, Format } from './family';
export { labelText } from './text/label-text';
export { Renderer, type NamedSelection, type Rendering } from './renderer';
export type { SampleSink } from './store/sample-buffer';
export { SeriesStore, type Selection } from './store/series-store';
export { END_MARKS, Snapshot } from './store/snapshot';
export type { ListedSeries, TargetSeries } from './store/target-series';
export { valueText } from './text/value-text';
