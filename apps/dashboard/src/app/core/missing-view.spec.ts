import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { BASE_PATH } from './base-path';
import { MissingView } from './missing-view';
import { Notify } from './notify';
import { STREAM_FETCH } from './stream/event-stream';

describe('MissingView', () => {
  const fetch = jest.fn<Promise<{ ok: boolean }>, []>();
  const failed = jest.fn<void, [string]>();
  const assign = jest.fn<void, [string]>();
  const router = { navigated: true };
  let view: MissingView;

  beforeEach(() => {
    router.navigated = true;
    [fetch, failed, assign].forEach((mock) => mock.mockReset());
    TestBed.configureTestingModule({
      providers: [
        { provide: STREAM_FETCH, useValue: fetch },
        { provide: Notify, useValue: { failed } },
        { provide: Router, useValue: router },
        { provide: BASE_PATH, useValue: '/snp' },
      ],
    });
    TestBed.overrideProvider(DOCUMENT, { useValue: { location: { assign }, querySelectorAll: () => [] } });
    view = TestBed.inject(MissingView);
  });

  it('is opened with the whole page where the exporter was updated', async () => {
    fetch.mockResolvedValue({ ok: true });
    await view.handle({ url: '/ptp?tag=a', error: null });
    expect([assign.mock.calls, failed.mock.calls]).toEqual([[['/snp/ptp?tag=a']], []]);
  });

  it('is not opened a second time where a new page cannot open it', async () => {
    fetch.mockResolvedValue({ ok: true });
    router.navigated = false;
    await view.handle({ url: '/ptp', error: new Error('broken') });
    expect([assign, failed].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
  });

  it('is not opened where the exporter does not answer, and says so', async () => {
    fetch.mockRejectedValue(new TypeError('Failed to fetch'));
    await view.handle({ url: '/ptp', error: null });
    expect(assign).not.toHaveBeenCalled();
    expect(failed.mock.calls[0][0]).toBe('The view could not be opened.');
  });
});
