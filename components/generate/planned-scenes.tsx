import { IconAlertTriangle } from '@tabler/icons-react';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import type { FilmPlan, PlannedScene } from '#lib/schemas/film-plan.ts';
import classes from './generate.module.css';

const SHOTS: Record<PlannedScene['shot_type'], string> = {
  wide: 'wide',
  medium: 'medium',
  close_up: 'close-up',
  two_shot: 'two-shot',
};

/** Each scene as the storyboard would have it now, with the references it takes and why. */
export function PlannedScenes({ plan, assets }: { plan: FilmPlan; assets: ReadonlyMap<string, Asset> }) {
  return (
    <ol className={classes.scenes} aria-label="Planned scenes">
      {plan.scenes.map((scene) => (
        <li key={scene.index} className={classes.scene}>
          <span className={classes.mono}>{scene.index + 1}</span>
          <span className={classes.sceneText}>
            <b>{scene.title}</b>
            <span>
              {SHOTS[scene.shot_type]}, {Number(scene.duration.toFixed(1))} s
            </span>
          </span>
          <ul className={classes.sceneTags}>
            {scene.references.map(({ tag, role, reason, is_taken }) => (
              <li key={`${tag} ${role}`} data-left-out={!is_taken || undefined}>
                <TagChip tag={tag} title={reason || assets.get(tag)?.name || tag} />
                {!is_taken && ' not taken'}
              </li>
            ))}
            {scene.references.length === 0 && <li className={classes.quiet}>the words alone</li>}
          </ul>
          {scene.repairs.length > 0 && (
            <ul className={classes.sceneRepairs}>
              {scene.repairs.map(({ said, did }) => (
                <li key={said}>
                  <IconAlertTriangle size={14} stroke={1.5} aria-label="Mended" />
                  <span>
                    {said}: {did}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
