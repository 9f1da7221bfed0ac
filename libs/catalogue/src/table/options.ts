import type { Group } from './groups';

/** Which part of the catalogue is exported, and how. */
export interface CatalogueOptions {
  readonly groups: ReadonlySet<Group> | 'all';
  /** `configured` leaves out receivers without a source address. */
  readonly receivers: 'configured' | 'all';
  /** `resolved` leaves out senders of which no leg has had a destination in this session. */
  readonly senders: 'resolved' | 'all';
  /** Times as labels of the two families that once had them: a new series every second. */
  readonly legacyTimeLabels: boolean;
}
