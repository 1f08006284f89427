/** Where cards stand. All of it follows from the width, so nothing is measured and nothing moves when data lands. */
export type GridLayout = {
  columns: number;
  /** Px. */
  cardWidth: number;
  /** Px from the top of one row to the top of the next. */
  rowStride: number;
};

const CARD_MIN = 280;
export const GRID_GAP = { x: 20, y: 28 } as const;
/** Px that the bars above and below the list cover. */
export const COVERED = { top: 96, bottom: 80 } as const;
const MARGIN = { desk: 24, phone: 16 } as const;
/** The well of a card, as wide as the card. */
const WELL_RATIO = 333 / 226;
/** Name, state and facts under the well (manifest-card.module.css). */
const CARD_TEXT_HEIGHT = 70;
const PHONE_BELOW = 768;

/** The same columns that `library.module.css` gives the grid; `viewport` counts the scroll bar, `page` does not. */
export function gridLayout({ viewport, page }: { viewport: number; page: number }): GridLayout {
  const isPhone = viewport < PHONE_BELOW;
  const room = Math.max(0, page - 2 * (isPhone ? MARGIN.phone : MARGIN.desk));
  const columns = isPhone ? 1 : Math.max(1, Math.floor((room + GRID_GAP.x) / (CARD_MIN + GRID_GAP.x)));
  const cardWidth = (room - (columns - 1) * GRID_GAP.x) / columns;
  return { columns, cardWidth, rowStride: cardWidth / WELL_RATIO + CARD_TEXT_HEIGHT + GRID_GAP.y };
}

/** Rows kept ready above and below the screen, so that no more than `maxCards` cards are there at once. */
export function overscanRows(
  { columns, rowStride }: GridLayout,
  screenHeight: number,
  maxCards: number,
): number {
  const visible = Math.ceil(screenHeight / rowStride) + 1;
  return Math.max(0, Math.min(1, Math.floor((maxCards / columns - visible) / 2)));
}

/** The index a key moves to from `index` in a grid of `count`; null: this key does not move. */
export function movedTo(key: string, index: number, columns: number, count: number): number | null {
  const step: Record<string, number> = {
    ArrowRight: 1,
    j: 1,
    ArrowLeft: -1,
    k: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -index,
    End: count - 1 - index,
  };
  const by = step[key];
  if (by === undefined) return null;
  const next = index + by;
  // From a row above a short last row, down goes to the last card.
  if (next >= count)
    return key === 'ArrowDown' && Math.floor(index / columns) < Math.floor((count - 1) / columns)
      ? count - 1
      : index;
  return next < 0 ? index : next;
}

/** Px of a card from the corner of the grid. */
export function placeOf(index: number, { columns, cardWidth, rowStride }: GridLayout) {
  return {
    top: Math.floor(index / columns) * rowStride,
    left: (index % columns) * (cardWidth + GRID_GAP.x),
    width: cardWidth,
  };
}

/** The first card that is whole below the bars; `top`: where the grid begins on the page. */
export function firstOnScreen({ columns, rowStride }: GridLayout, scrollY: number, top: number): number {
  return Math.max(0, Math.ceil((scrollY + COVERED.top - top) / rowStride)) * columns;
}
