import type { Palette } from '#lib/schemas/asset.ts';
import classes from './asset-detail.module.css';

/** The colours of an image by their share, each with its hex value. */
export function PaletteBar({ palette }: { palette: Palette }) {
  return (
    <section>
      <h3 className={classes.label}>Palette</h3>
      <ul className={classes.palette}>
        {palette.map(({ hex, share }) => (
          <li key={hex} className={classes.swatch} title={`${hex}, ${Math.round(share * 100)} %`}>
            <span className={classes.colour} style={{ background: hex }} />
            <span className={classes.hex}>{hex}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
