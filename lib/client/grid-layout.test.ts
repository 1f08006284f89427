import { expect, test } from 'vitest';
import { gridLayout, movedTo, overscanRows } from './grid-layout.ts';

test('the grid is that of the look: four cards of 333 on a desk, one on a phone', () => {
  expect(gridLayout({ viewport: 1440, page: 1440 })).toMatchObject({ columns: 4, cardWidth: 333 });
  expect(gridLayout({ viewport: 390, page: 390 })).toMatchObject({ columns: 1, cardWidth: 358 });
  expect(gridLayout({ viewport: 800, page: 0 }).columns).toBe(1);
});

test('never more than sixty cards are there, whatever the screen', () => {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
    [2560, 1440],
    [1024, 1366],
  ] as const) {
    const layout = gridLayout({ viewport: width, page: width });
    const rows = Math.ceil(height / layout.rowStride) + 1 + 2 * overscanRows(layout, height, 60);
    expect(rows * layout.columns, `${width} × ${height}`).toBeLessThanOrEqual(60);
  }
});

test('keys move by card and by row, and stay at the edges', () => {
  expect(movedTo('ArrowRight', 0, 4, 10)).toBe(1);
  expect(movedTo('j', 9, 4, 10)).toBe(9);
  expect(movedTo('k', 0, 4, 10)).toBe(0);
  expect(movedTo('ArrowDown', 1, 4, 10)).toBe(5);
  expect(movedTo('ArrowDown', 7, 4, 10)).toBe(9);
  expect(movedTo('ArrowDown', 9, 4, 10)).toBe(9);
  expect(movedTo('ArrowUp', 2, 4, 10)).toBe(2);
  expect(movedTo('Home', 7, 4, 10)).toBe(0);
  expect(movedTo('End', 2, 4, 10)).toBe(9);
  expect(movedTo('q', 2, 4, 10)).toBeNull();
});
