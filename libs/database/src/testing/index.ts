export { inFile, lockedByAnother, releaseLocks, type Row } from './sqlite-file';
export { pragma } from './pragma';
export { silenceLogs } from './silence-logs';
