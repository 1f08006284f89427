'use client';
import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useId, useState } from 'react';
import { maxReferences } from '#lib/engines/engine-limits.ts';
import { isActive } from '#lib/projects/project-state.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import classes from './references.module.css';
import { ReferenceDetail } from './scenes/reference-detail.tsx';
import type { OpenCell } from './scenes/reference-menu.tsx';
import { ReferenceRow } from './scenes/reference-row.tsx';
import { placedTags, referenceRows } from './scenes/reference-rows.ts';
import { useGridKeys } from './scenes/use-grid-keys.ts';
import { useReferenceToggle } from './scenes/use-reference-toggle.ts';
import { useSnapshotAssets } from './scenes/use-snapshot-assets.ts';

const ReferenceMenu = dynamic(
  () => import('./scenes/reference-menu.tsx').then((file) => file.ReferenceMenu),
  { ssr: false },
);

/** A snapshot may hold thousands of assets: more rows than this are no grid any more. */
const MOST_ROWS = 100;

type Props = { project: ProjectDetail; current: number | null };
export type GridCell = { tag: string; sceneId: string };

/** Which reference is in which scene. In a film that rests a press puts one in or takes it out. */
export function ReferencesGrid({ project, current }: Props) {
  const { scenes } = project;
  const assets = useSnapshotAssets(project);
  const [showsAll, setShowsAll] = useState(false);
  const [looked, setLooked] = useState<GridCell | null>(null);
  const [menu, setMenu] = useState<OpenCell | null>(null);
  const toggle = useReferenceToggle(project.project_id);
  const detailId = useId();
  const seen = useSeen(placedTags(scenes));
  const all = referenceRows(scenes, assets);
  const isEditable = !isActive(project) && project.style_guide !== null && assets.length > 0;
  const used = all.filter((row) => seen.has(row.tag));
  const rows = (showsAll ? all : used).slice(0, MOST_ROWS);
  const keys = useGridKeys(rows.length, scenes.length);
  const openMenu = (cell: GridCell, button: HTMLElement) => {
    const { left: x, bottom: y } = button.getBoundingClientRect();
    setLooked(cell);
    setMenu({ ...cell, x, y });
  };
  const toggleIn = (sceneId: string, asset: SnapshotAsset | undefined) => asset && toggle(sceneId, asset);
  if (scenes.length === 0 || all.length === 0) return null;
  return (
    <section className={classes.references} aria-labelledby="references-title">
      <div className={classes.scroll} tabIndex={isEditable ? undefined : 0}>
        <table role={isEditable ? 'grid' : undefined} aria-labelledby="references-title" ref={keys.grid}>
          <thead>
            <tr>
              <th scope="col">
                <h2 id="references-title">References by scene</h2>
              </th>
              {scenes.map((scene) => (
                <th
                  key={scene.scene_id}
                  scope="col"
                  title={scene.title}
                  data-current={scene.index === current || undefined}
                >
                  {scene.index + 1}
                  <span className="vp-sr-only"> {scene.title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, y) => (
              <ReferenceRow
                key={row.tag}
                row={row}
                y={y}
                scenes={scenes}
                current={current}
                keys={isEditable ? keys : null}
                limit={maxReferences(project.engine)}
                detailId={detailId}
                onLook={setLooked}
                onToggle={(scene) => toggleIn(scene.scene_id, row.asset)}
                onMenu={openMenu}
              />
            ))}
          </tbody>
        </table>
      </div>
      {isEditable && (
        <>
          <ReferenceDetail
            id={detailId}
            project={project}
            assets={assets}
            looked={looked}
            onMenu={openMenu}
          />
          {menu && (
            <ReferenceMenu
              key={`${menu.tag} ${menu.sceneId}`}
              project={project}
              assets={assets}
              cell={menu}
              onToggle={() => toggleIn(menu.sceneId, all.find((row) => row.tag === menu.tag)?.asset)}
              onClose={() => setMenu(null)}
            />
          )}
          {all.length > used.length && (
            <Button
              size="compact-sm"
              variant="subtle"
              className={classes.more}
              onClick={() => setShowsAll(!showsAll)}
            >
              {showsAll ? 'Show only what is used' : `Show ${all.length - used.length} more of the snapshot`}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** All tags that were placed while the page stands: a row that is emptied stays under the hand that emptied it. */
function useSeen(placed: Set<string>): Set<string> {
  const [seen, setSeen] = useState(placed);
  if (![...placed].some((tag) => !seen.has(tag))) return seen;
  const more = new Set([...seen, ...placed]);
  setSeen(more);
  return more;
}
