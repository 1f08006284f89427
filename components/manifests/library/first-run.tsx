'use client';
import { Button } from '@mantine/core';
import { IconCopy, IconEye, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import { ContactSheet } from '../contact-sheet.tsx';
import { StatusLabel } from '../status-label.tsx';
import { TagChip } from '../tag-chip.tsx';
import { TypeCounts } from '../type-counts.tsx';
import classes from './first-run.module.css';
import type { ManifestActions } from './use-manifest-actions.tsx';

const SHEET_BOX = { width: 960, height: 596, padding: 16, gap: 4 };

type FirstRunProps = {
  /** The example as it was seeded; null once it is gone. */
  example: ManifestListItem | null;
  actions: ManifestActions;
};

/** A library with nothing of one's own: what a manifest is, and the first things to do. */
export function FirstRun({ example, actions }: FirstRunProps) {
  return (
    <div className={classes.page} data-alone={example === null || undefined}>
      {example && (
        <section aria-label={example.name}>
          <ContactSheet tiles={example.sheet} count={example.asset_count} box={SHEET_BOX} />
          <div className={classes.head}>
            <h2 className={classes.name}>{example.name}</h2>
            <span className={classes.badge}>Example</span>
            <StatusLabel status={example.status} />
            <div className={classes.counts}>
              <TypeCounts counts={example.type_counts} />
            </div>
          </div>
          <p className={classes.text}>{example.description} Delete it when you no longer need it.</p>
          <div className={classes.ways}>
            <Button
              component={Link}
              href={`/manifests/${example.manifest_id}`}
              leftSection={<IconEye size={16} stroke={1.5} />}
            >
              Look inside
            </Button>
            <Button
              variant="subtle"
              leftSection={<IconCopy size={16} stroke={1.5} />}
              onClick={() => actions.duplicate(example.manifest_id, example.name)}
            >
              Duplicate and change it
            </Button>
          </div>
        </section>
      )}
      <section className={classes.intro}>
        <h2 className={classes.hero}>
          Build the cast once.
          <br />
          Use it in every film.
        </h2>
        <p className={classes.lead}>
          A manifest holds the people, places, props and look of a story, each with a short tag such as{' '}
          <TagChip tag="CHAR_01" /> that you write into prompts.
        </p>
        <ol className={classes.steps}>
          {example && (
            <Step
              title="Make a film from the example"
              text="About half a minute of work for this machine. No key, no network."
            >
              <Button
                component={Link}
                href={`/generate?manifest=${example.manifest_id}`}
                variant="filled"
                leftSection={<IconPlayerPlay size={16} stroke={1.5} />}
              >
                Generate
              </Button>
            </Step>
          )}
          <Step
            title="Start your own manifest"
            text="Drop a folder of images. Names come from the files, tags from the system."
          >
            <Button
              component={Link}
              href="/manifests/new"
              variant={example ? 'default' : 'filled'}
              leftSection={<IconPlus size={16} stroke={1.75} />}
            >
              New manifest
            </Button>
          </Step>
        </ol>
      </section>
    </div>
  );
}

function Step({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <h3 className={classes.stepTitle}>{title}</h3>
      <p className={classes.stepText}>{text}</p>
      {children}
    </li>
  );
}
