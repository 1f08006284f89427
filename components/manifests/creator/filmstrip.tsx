import canvas from './canvas.module.css';
import { useCreator } from './creator-context.tsx';

/** On a phone: all images in one line under the large one. */
export function Filmstrip() {
  const { shown: assets, selection } = useCreator();
  const current = selection.current ?? assets[0];
  return (
    <ul className={canvas.filmstrip} aria-label="Images">
      {assets.map((asset) => (
        <li key={asset.asset_id}>
          <button
            type="button"
            className={canvas.frame}
            aria-label={`${asset.manifest_tag} ${asset.name}`}
            aria-current={asset === current || undefined}
            onClick={() => selection.select(asset.asset_id)}
          >
            {asset.thumbnail_url && <img src={asset.thumbnail_url} alt="" loading="lazy" />}
          </button>
        </li>
      ))}
    </ul>
  );
}
