import { selectRange, toggleAll, toggled } from './selection';

const order = [1, 2, 3, 4, 5];

describe('selection of rows', () => {
  it('takes a row in and out', () => {
    expect([...toggled(new Set([1]), 2)]).toEqual([1, 2]);
    expect([...toggled(new Set([1, 2]), 2)]).toEqual([1]);
  });

  it.each([
    [2, 4],
    [4, 2],
  ])('takes every row from %p to %p', (from, to) => {
    expect([...selectRange(new Set(), order, from, to)]).toEqual([2, 3, 4]);
  });

  it('takes the row alone when the first one is gone', () => {
    expect([...selectRange(new Set([1]), order, 9, 3)]).toEqual([1, 3]);
  });

  it('takes all, or none when all are taken', () => {
    expect([...toggleAll(new Set([1]), order)]).toEqual(order);
    expect([...toggleAll(new Set(order), order)]).toEqual([]);
  });
});
