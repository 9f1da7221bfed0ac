import { hasComplaint, isWord } from '../values/flags';

export const PROCESSORS = ['processorA', 'processorB', 'processorC', 'processorD'] as const;
export type Processor = (typeof PROCESSORS)[number];

/** What an object `processor` says, by our names. */
export const PROCESSOR = {
  type: 'processor',
  loadingStatus: 'fpgaLoadingStatus',
  loadingError: 'fpgaLoadingError',
} as const;

/** `loadingStatus`: 1 where the FPGA is loaded. */
export const isProcessorReady = isWord('Ready');

/** What `loadingError` says when there is none. */
export const NO_LOADING_ERROR = 'None';
export const hasLoadingError = hasComplaint('N/A', NO_LOADING_ERROR);
