export { LIVE_ENTITIES, LIVE_MIGRATIONS } from './journal/records';
export type { LiveOptions } from './common/live-options';
export { LiveModule } from './live.module';
