import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { NOW } from '../testing/devices';
import { Api } from '../core/api/client';
import { AboutStore } from './about-store';

describe('AboutStore', () => {
  const invoke = jest.fn<Promise<unknown>, []>();
  let visibility: DocumentVisibilityState;
  let store: AboutStore;

  const show = (state: DocumentVisibilityState) => {
    visibility = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(async () => {
    jest.useFakeTimers({ now: NOW });
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    invoke.mockReset().mockResolvedValue({ version: '1.0.0' });
    TestBed.configureTestingModule({ providers: [AboutStore, { provide: Api, useValue: { invoke } }] });
    store = TestBed.inject(AboutStore);
    await jest.advanceTimersByTimeAsync(0);
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('reads again every five seconds', async () => {
    await jest.advanceTimersByTimeAsync(10_000);
    expect(invoke).toHaveBeenCalledTimes(3);
  });

  it('pauses while the page is hidden, and reads at once when it is shown', async () => {
    show('hidden');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(invoke).toHaveBeenCalledTimes(1);
    show('visible');
    expect(invoke).toHaveBeenCalledTimes(2);
  });

  it('stops with the view', async () => {
    TestBed.resetTestingModule();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(invoke).toHaveBeenCalledTimes(1);
  });

  it('keeps what it knows when the exporter does not answer, and calls it old after a while', async () => {
    invoke.mockRejectedValue(new HttpErrorResponse({ status: 0 }));
    await jest.advanceTimersByTimeAsync(14_000);
    expect([store.about()?.version, store.problem()?.status, store.isStale()]).toEqual(['1.0.0', 0, false]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(store.isStale()).toBe(true);
  });

  it('does not ask again while an answer is on its way', async () => {
    invoke.mockReset().mockReturnValue(new Promise(() => undefined));
    await jest.advanceTimersByTimeAsync(30_000);
    expect(invoke).toHaveBeenCalledTimes(1);
  });
});
