import { signal } from '@angular/core';
import { stableOrder } from './stable-order';

describe('an order that holds while the user is active', () => {
  const keys = signal<readonly string[]>(['a', 'b', 'c']);
  const isHeld = signal(false);
  const resetOn = signal('name');
  const order = stableOrder(keys, isHeld, resetOn);

  beforeEach(() => {
    isHeld.set(false);
    resetOn.set('name');
    keys.set(['a', 'b', 'c']);
    order();
  });

  it('follows while nobody reads', () => {
    keys.set(['c', 'a', 'b']);
    expect(order()).toEqual(['c', 'a', 'b']);
  });

  it('keeps places while it is held, and catches up afterwards', () => {
    isHeld.set(true);
    keys.set(['d', 'c', 'a']);
    expect(order()).toEqual(['a', 'c', 'd']);
    isHeld.set(false);
    expect(order()).toEqual(['d', 'c', 'a']);
  });

  it('follows another sort at once', () => {
    isHeld.set(true);
    resetOn.set('-name');
    keys.set(['c', 'b', 'a']);
    expect(order()).toEqual(['c', 'b', 'a']);
  });
});
