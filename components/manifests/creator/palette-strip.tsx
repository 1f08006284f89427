import { CopyButton } from '@mantine/core';
import type { Palette } from '#lib/schemas/asset.ts';
import details from './details.module.css';
import parts from './parts.module.css';

/** The image's colours; a press copies one. */
export function PaletteStrip({ palette }: { palette: Palette }) {
  return (
    <div>
      <div className={parts.fieldLegend}>Palette</div>
      <ul className={details.palette}>
        {palette.slice(0, 5).map(({ hex }) => (
          <li key={hex}>
            <CopyButton value={hex}>
              {({ copied, copy }) => (
                <button type="button" className={details.swatch} onClick={copy} aria-label={`Copy ${hex}`}>
                  <span style={{ background: hex }} />
                  <span className={parts.mono}>{copied ? 'copied' : hex.slice(1)}</span>
                </button>
              )}
            </CopyButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
