import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RefusedError } from './api/problem';
import { BASE_PATH } from './base-path';
import { AppErrorHandler, MissingView } from './missing-view';
import { Notify } from './notify';
import { STREAM_FETCH } from './stream/event-stream';

const NOT_LOADED = new TypeError('Failed to fetch dynamically imported module: http://snp/chunk-1.js');

describe('MissingView', () => {
  const fetch = jest.fn<Promise<{ ok: boolean }>, []>();
  const failed = jest.fn<void, [string, RefusedError]>();
  const assign = jest.fn<void, [string]>();
  const router = { navigated: true };
  const open = (error: Error) => TestBed.inject(MissingView).open({ url: '/ptp?tag=a', error });

  beforeEach(() => {
    router.navigated = true;
    [fetch, failed, assign].forEach((mock) => mock.mockReset());
    fetch.mockResolvedValue({ ok: true });
    TestBed.configureTestingModule({
      providers: [
        AppErrorHandler,
        { provide: STREAM_FETCH, useValue: fetch },
        { provide: Notify, useValue: { failed } },
        { provide: Router, useValue: router },
        { provide: BASE_PATH, useValue: '/snp' },
      ],
    });
    TestBed.overrideProvider(DOCUMENT, { useValue: { location: { assign }, querySelectorAll: () => [] } });
  });

  it('is opened with the whole page where the exporter was updated', async () => {
    await open(NOT_LOADED);
    expect(assign.mock.calls).toEqual([['/snp/ptp?tag=a']]);
  });

  it('is not opened by a new page again, nor for other errors, nor where nothing answers', async () => {
    await open(new Error('broken'));
    router.navigated = false;
    await open(NOT_LOADED);
    router.navigated = true;
    fetch.mockRejectedValue(new TypeError('Failed to fetch'));
    await open(NOT_LOADED);
    expect(assign).not.toHaveBeenCalled();
  });

  it.each([
    [true, 'Reload the page: the exporter may have been updated.'],
    [false, 'Check that the exporter is running and reachable from this computer.'],
  ])('is reported where the exporter answers: %p', async (isThere, detail) => {
    jest.spyOn(console, 'error').mockImplementation();
    fetch.mockResolvedValue({ ok: isThere });
    TestBed.inject(AppErrorHandler).handleError(NOT_LOADED);
    TestBed.inject(AppErrorHandler).handleError(new Error('another'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(failed.mock.calls.map(([, { problem }]) => problem.detail)).toEqual([detail]);
  });
});
