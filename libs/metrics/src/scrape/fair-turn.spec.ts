import { fairTurn } from './fair-turn';

describe('a turn of rendering', () => {
  it.each([
    ['is short while others have little to do', 1, 5],
    ['is half as long as that of others who have much to do', 30, 15],
    ['never keeps them waiting for long', 500, 25],
  ])('%s', (_what, others, turn) => {
    expect(fairTurn(others)).toBe(turn);
  });
});
