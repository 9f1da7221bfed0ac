import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { progressive } from './progressive';

describe('a long list', () => {
  const frames: FrameRequestCallback[] = [];
  const items = signal<readonly number[]>([]);
  const resetOn = signal('');

  beforeEach(() => {
    frames.length = 0;
    jest.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
  });

  afterEach(() => jest.restoreAllMocks());

  const lengths = (shown: () => readonly number[]) => {
    TestBed.inject(ApplicationRef).tick();
    const all = [shown().length];
    for (let frame = frames.shift(); frame; frame = frames.shift()) {
      frame(0);
      TestBed.inject(ApplicationRef).tick();
      all.push(shown().length);
    }
    return [...new Set(all)]; // Angular asks for frames too.
  };

  it('is rendered in steps, and from the start for another filter', () => {
    const shown = TestBed.runInInjectionContext(() => progressive(items, resetOn));
    items.set(Array.from({ length: 200 }, (_, index) => index));
    expect(lengths(shown)).toEqual([120, 150, 180, 200]);
    resetOn.set('x');
    expect(lengths(shown)).toEqual([120, 150, 180, 200]);
  });

  it('is drawn at once when it is short', () => {
    const shown = TestBed.runInInjectionContext(() => progressive(items, resetOn));
    items.set([1, 2, 3]);
    expect(lengths(shown)).toEqual([3]);
  });
});
