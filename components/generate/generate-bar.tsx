import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { clock } from '#lib/projects/timecode.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import type { GenerateInput } from '#lib/schemas/project.ts';
import { estimateOf, manifestWarning, SendingProgress, sceneWords } from './estimate-panel.tsx';
import classes from './generate.module.css';
import type { StartFilm } from './use-start-film.ts';

type Props = { manifest: ManifestDetail | null; values: GenerateInput; imageCount: number; film: StartFilm };

/** On a phone: price, time and the main button, pinned above the tabs. */
export function GenerateBar({ manifest, values, imageCount, film }: Props) {
  const warning = manifestWarning(manifest);
  const { scenes, seconds } = estimateOf(values, imageCount);
  return (
    <div className={classes.bar}>
      {film.problem ? <p role="alert">{film.problem.text}</p> : warning && <p data-tone="warn">{warning}</p>}
      {film.sending && <SendingProgress share={film.sending.share} count={imageCount} />}
      <span>
        <strong>Free</strong>
        local, about {clock(seconds)}
      </span>
      <Button
        type="submit"
        variant="filled"
        size="md"
        disabled={film.isBusy || manifest?.status === 'PROCESSING'}
        leftSection={<IconPlayerPlay size={16} />}
      >
        Generate {sceneWords(scenes)}
      </Button>
    </div>
  );
}
