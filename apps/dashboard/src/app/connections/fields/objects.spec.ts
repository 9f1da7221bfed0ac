import type { ObjectTemplate } from '../../core/api/models';
import { choiceOf, normalised, subscriptionPreview } from './objects';

const ptp = { elementIP: '127.0.0.1', objectType: 'ptp' };
const system = { elementIP: '127.0.0.1', objectType: 'system' };
const templates: ObjectTemplate[] = [{ name: 'minimal', description: '', objects_ids: [ptp, system] }];

describe('objects to subscribe to', () => {
  it('are stored once each, without empty ids, on the device itself unless said otherwise', () => {
    const typed = [
      { elementIP: '', objectType: ' ptp ', objectId: '' },
      ptp,
      { elementIP: '10.0.0.1', objectType: 'ptp' },
    ];
    expect(normalised(typed)).toEqual([ptp, { elementIP: '10.0.0.1', objectType: 'ptp' }]);
  });

  it('are recognised as a template in any order, otherwise as a custom list', () => {
    expect(choiceOf([system, ptp], templates)).toBe('minimal');
    expect(choiceOf([ptp], templates)).toBe('custom');
  });

  it('are shown as the device will be asked for them', () => {
    expect(JSON.parse(subscriptionPreview([ptp, system]))).toEqual({
      msgType: 'statusListSubscribe',
      frequency: 1000,
      objectIds: [ptp, system],
    });
  });
});
