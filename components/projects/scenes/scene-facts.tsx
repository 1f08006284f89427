import { IconAlertTriangle, IconArrowsLeftRight, IconMessage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ProjectScene } from '#lib/schemas/project.ts';
import classes from './scene-facts.module.css';

/** What the storyboard says of a scene beside its text: speech, continuity, and what had to be mended. */
export function SceneFacts({ scene }: { scene: ProjectScene }) {
  const { audio, continuity, repairs, placements } = scene;
  if (audio.dialogue.length + continuity.length + repairs.length === 0) return null;
  const nameOf = (tag: string | null) => placements.find((each) => each.tag === tag)?.name ?? tag;
  return (
    <div className={classes.facts}>
      {audio.dialogue.map(({ speaker, text, starts_at }) => (
        <Fact
          key={`${starts_at} ${text}`}
          icon={<IconMessage size={14} stroke={1.5} aria-label="Dialogue" />}
        >
          {speaker && <b>{nameOf(speaker)}: </b>}“{text}”
        </Fact>
      ))}
      {continuity.map((note) => (
        <Fact key={note} icon={<IconArrowsLeftRight size={14} stroke={1.5} aria-label="Continuity" />}>
          {note}
        </Fact>
      ))}
      {repairs.map(({ said, did }) => (
        <Fact key={said} tone="warn" icon={<IconAlertTriangle size={14} stroke={1.5} aria-label="Mended" />}>
          {said}: {did}
        </Fact>
      ))}
    </div>
  );
}

function Fact({ icon, tone, children }: { icon: ReactNode; tone?: 'warn'; children: ReactNode }) {
  return (
    <p data-tone={tone}>
      {icon}
      <span>{children}</span>
    </p>
  );
}
