export type { Family, FamilyType, Format } from './family';
export { labelText } from './label-text';
export { Renderer, type NamedSelection, type Rendering } from './renderer';
export type { SampleSink } from './sample-buffer';
export { SeriesStore, type Selection } from './series-store';
export { END_MARKS, Snapshot } from './snapshot';
export type { ListedSeries, TargetSeries } from './target-series';
export { valueText } from './value-text';
