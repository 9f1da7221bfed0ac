export { LIVE_ENTITIES, LIVE_MIGRATIONS } from './journal/records';
export type { LiveOptions } from './live-options';
export { LiveModule } from './live.module';
