import { TypeIcon } from '#components/manifests/type-icon.tsx';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './film.module.css';

type Props = { project: ProjectDetail; current: number | null };

/** Which reference is in which scene. */
export function ReferencesGrid({ project, current }: Props) {
  const { scenes } = project;
  const references = new Map(
    scenes.flatMap((scene) => scene.placements.map((placement) => [placement.tag, placement] as const)),
  );
  if (references.size === 0) return null;
  const rows = [...references.values()].toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard
    <section className={classes.references} aria-labelledby="references-title" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <h2 id="references-title">References by scene</h2>
            </th>
            {scenes.map((scene) => (
              <th key={scene.scene_id} scope="col" data-current={scene.index === current || undefined}>
                {scene.index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tag, asset_type, name }) => (
            <tr key={tag}>
              <th scope="row">
                <TypeIcon type={asset_type} size={14} />
                <span className={classes.mono}>{tag}</span> <span className={classes.quiet}>{name}</span>
              </th>
              {scenes.map((scene) => {
                const isIn = scene.placements.some((each) => each.tag === tag);
                return (
                  <td
                    key={scene.scene_id}
                    data-in={isIn || undefined}
                    data-current={scene.index === current || undefined}
                  >
                    <span className="vp-sr-only">{isIn ? 'yes' : 'no'}</span>
                    <i aria-hidden />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
