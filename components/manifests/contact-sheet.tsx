import { IconPhotoPlus } from '@tabler/icons-react';
import { Picture } from '#components/ui/picture.tsx';
import { layoutSheet } from '#lib/manifests/contact-sheet-layout.ts';
import type { SheetTile } from '#lib/schemas/manifest.ts';
import classes from './contact-sheet.module.css';

/** The well of a library card in px. Drawn in percent, so it keeps its proportions at any width. */
const CARD_BOX = { width: 333, height: 226, padding: 8, gap: 3 };

type ContactSheetProps = {
  tiles: SheetTile[];
  /** Assets in all; more than the tiles fold into "+12". */
  count: number;
  /** Images without a result stand back, as while an analysis runs. */
  isDimmed?: boolean;
  /** Px at full size. */
  box?: typeof CARD_BOX;
};

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(3)}%`;

/** The pictures of a manifest on one table, whole and in order. Decoration: what it shows is said beside it. */
export function ContactSheet({ tiles, count, isDimmed = false, box = CARD_BOX }: ContactSheetProps) {
  const pictured = tiles.flatMap((tile) =>
    tile.thumbnail_url ? [{ ...tile, url: tile.thumbnail_url }] : [],
  );
  const layout = layoutSheet(
    pictured.map(({ width, height }) => ({ ratio: width && height ? width / height : 1 })),
    box,
  );
  const hidden =
    pictured.length > 1 && layout.tiles.length >= 24 ? Math.max(0, count - layout.tiles.length) : 0;
  return (
    <div className={classes.well} style={{ aspectRatio: `${box.width} / ${box.height}` }}>
      {layout.tiles.length === 0 && (
        <div className={classes.empty}>
          <IconPhotoPlus size={20} stroke={1.5} aria-hidden="true" />
          No images yet
        </div>
      )}
      {layout.tiles.map((place, i) => {
        const tile = pictured[i];
        if (!tile) return null;
        return (
          <div
            key={tile.asset_id}
            className={classes.tile}
            data-waiting={(isDimmed && !tile.analysed) || undefined}
            style={{
              left: percent(place.x, box.width),
              top: percent(place.y, box.height),
              width: percent(place.width, box.width),
              height: percent(place.height, box.height),
            }}
          >
            <Picture
              url={tile.url}
              sizes={`${Math.ceil(place.width)}px`}
              hasAlpha={tile.has_alpha}
              placeholder={tile.placeholder}
              className={classes.picture}
            />
            {hidden > 0 && i === layout.tiles.length - 1 && <span className={classes.more}>+{hidden}</span>}
          </div>
        );
      })}
    </div>
  );
}
