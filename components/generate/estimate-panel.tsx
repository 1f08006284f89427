import { Button, Kbd } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { estimateFilm } from '#lib/projects/estimate.ts';
import { STAGE_LABEL } from '#lib/projects/project-state.ts';
import { secondsInWords } from '#lib/projects/timecode.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import type { GenerateInput } from '#lib/schemas/project.ts';
import classes from './generate.module.css';
import type { StartFilm } from './use-start-film.ts';

export const SendingProgress = dynamic(
  () => import('./sending-progress.tsx').then((file) => file.SendingProgress),
  { ssr: false },
);

type Props = {
  manifest: ManifestDetail | null;
  values: GenerateInput;
  /** Images of a quick upload that stand in for a manifest. */
  imageCount: number;
  film: StartFilm;
};

export const estimateOf = (values: GenerateInput, images: number) =>
  estimateFilm({
    images,
    clipDuration: values.clip_duration ?? 6,
    totalDuration: values.total_duration ?? 15,
    runThrough: values.run_through ?? null,
    resolution: values.resolution ?? '720p',
  });

export const sceneWords = (scenes: number) => `${scenes} ${scenes === 1 ? 'scene' : 'scenes'}`;

/** What a film costs in money and time, before it starts, and the button that starts it. */
export function EstimatePanel({ manifest, values, imageCount, film }: Props) {
  const estimate = estimateOf(values, imageCount);
  const warning = film.problem?.text ?? manifestWarning(manifest);
  return (
    <section className={classes.panel} aria-labelledby="estimate-title">
      <h2 id="estimate-title">Estimate</h2>
      <dl className={classes.estimate}>
        {estimate.stages.map(({ stage, amount, seconds }) => (
          <div key={stage}>
            <dt>
              {STAGE_LABEL[stage]} <span>{amount}</span>
            </dt>
            <dd>{seconds} s</dd>
          </div>
        ))}
      </dl>
      <p className={classes.price}>
        <strong>Free</strong> <span>local, no network</span>
        <span className={classes.time}>about {secondsInWords(estimate.seconds)}</span>
      </p>
      {warning && (
        <p
          className={classes.warning}
          role={film.problem ? 'alert' : undefined}
          data-tone={film.problem ? 'err' : 'warn'}
        >
          <IconAlertTriangle size={16} aria-hidden />
          {warning}
        </p>
      )}
      {film.sending && <SendingProgress share={film.sending.share} count={imageCount} />}
      <Button
        type="submit"
        variant="filled"
        size="md"
        fullWidth
        className={classes.start}
        disabled={film.isBusy || manifest?.status === 'PROCESSING'}
        leftSection={<IconPlayerPlay size={16} />}
        rightSection={<Kbd className={classes.startKey}>Ctrl ↵</Kbd>}
      >
        Generate {sceneWords(estimate.scenes)}
      </Button>
      {manifest && (
        <p className={classes.quiet}>
          {manifest.name} v{manifest.version} is frozen with this film.
        </p>
      )}
    </section>
  );
}

/** What the manifest's status means for a film; null when it is ready. */
export function manifestWarning(manifest: ManifestDetail | null): string | null {
  if (manifest?.status === 'PROCESSING')
    return `${manifest.name} is being analysed. It can be used when that is done.`;
  if (manifest?.status === 'DRAFT')
    return `${manifest.name} is a draft: its images were not analysed yet. The film is made from them as they are.`;
  if (manifest?.status === 'ERROR')
    return `Some images of ${manifest.name} could not be analysed. The film is made from what is there.`;
  return null;
}
