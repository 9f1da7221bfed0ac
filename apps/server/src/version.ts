import packageJson from '../../../package.json';

/** The version of this exporter, as in its package. */
export const VERSION: string = packageJson.version;
