'use client';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { FormProvider, type Resolver, useForm } from 'react-hook-form';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
import { lintPrompt } from '#lib/client/prompt-lint.ts';
import { findMentions } from '#lib/client/prompt-mentions.ts';
import type { Generate, GenerateInput } from '#lib/schemas/project.ts';
import { EstimatePanel } from './estimate-panel.tsx';
import { FilmReferences } from './film-references.tsx';
import { FormTitle } from './form-title.tsx';
import classes from './generate.module.css';
import { GenerateBar } from './generate-bar.tsx';
import { ManifestCard } from './manifest-card.tsx';
import { MentionNotes } from './mention-notes.tsx';
import { PromptField } from './prompt-field.tsx';
import { ReferencesPanel } from './references-panel.tsx';
import { SettingsFields } from './settings-fields.tsx';
import { useDraft } from './use-draft.ts';
import { useFilmPlan } from './use-film-plan.ts';
import { useReferences } from './use-references.ts';
import { useStartFilm } from './use-start-film.ts';

type Props = {
  initial: GenerateInput;
  /** The address asks for these values (another film's, or a manifest): the kept draft must not cover them. */
  asked: Partial<GenerateInput>;
};

const ANALYSING_MS = 2000;

/** The schemas are read with the first check, not with the page. */
const checkForm: Resolver<GenerateInput, unknown, Generate> = async (...form) => {
  const [{ zodResolver }, { generateSchema }] = await Promise.all([
    import('@hookform/resolvers/zod'),
    import('#lib/schemas/project.ts'),
  ]);
  return zodResolver(generateSchema)(...form);
};

/** A prompt, its references and the settings of a film, with what it will take before it starts. */
export function GenerateForm({ initial, asked }: Props) {
  const router = useRouter();
  const form = useForm<GenerateInput, unknown, Generate>({
    resolver: checkForm,
    defaultValues: { ...initial, ...asked },
  });
  const draft = useDraft(form, asked);
  const values = form.watch();
  const manifestId = values.manifest_id ?? null;
  const query = useQuery({
    ...manifestDetailOptions(manifestId ?? ''),
    enabled: manifestId !== null,
    // A manifest that is being analysed can be used as soon as that is done.
    refetchInterval: ({ state }) => (state.data?.status === 'PROCESSING' ? ANALYSING_MS : false),
  });
  const chosen = manifestId === null ? null : (query.data ?? null);
  const references = useReferences(chosen);
  const { assets, images, manifest, name } = references;
  const mentions = useMemo(
    () => (assets.length > 0 || manifest ? findMentions(values.prompt, assets) : null),
    [values.prompt, assets, manifest],
  );
  const asIsSent = { ...values, manifest_id: references.source === 'manifest' ? manifestId : null };
  const plan = useFilmPlan(asIsSent, images ? assets : []);
  const notes = mentions ? lintPrompt({ mentions, assets, retired: plan?.retired ?? [] }) : [];
  const [showsAll, setShowsAll] = useState(false);
  const film = useStartFilm(form, {
    images,
    onStarted: (id) => {
      draft.finish();
      router.push(`/projects/${id}`);
    },
  });
  const start = form.handleSubmit((checked) =>
    film.start({ ...checked, manifest_id: references.source === 'manifest' ? checked.manifest_id : null }),
  );
  const startByKey = () => {
    // A field that is being typed in hands its value over when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void start();
  };
  useHotkeys([['mod+Enter', startByKey]], []);
  const isBusy = film.isBusy || (images?.isReading ?? false);
  const cost = { manifest, values, imageCount: images ? assets.length : 0, film: { ...film, isBusy } };
  return (
    <FormProvider {...form}>
      <form
        className={classes.form}
        onSubmit={start}
        onKeyDown={keepEnterInField}
        noValidate
        aria-label="Generate a film"
      >
        <div className={classes.main}>
          <FormTitle draft={draft} imageCount={cost.imageCount} />
          <PromptField assets={assets} mentions={mentions} place={name ? `in ${name}` : ''} />
          {mentions && name && (
            <MentionNotes
              notes={notes}
              mentions={mentions}
              source={name}
              manifestId={manifest?.manifest_id ?? null}
              showsAll={showsAll}
              onShowAll={() => setShowsAll(!showsAll)}
            />
          )}
          <SettingsFields styles={mentions?.styles ?? []} />
          {mentions && <FilmReferences assets={assets} mentions={mentions} plan={plan} showsAll={showsAll} />}
        </div>
        <aside className={classes.side} aria-label="References and estimate">
          <ReferencesPanel {...references.panel}>
            <ManifestCard
              manifest={chosen}
              isReading={query.isLoading}
              error={query.error}
              onChange={(id) => form.setValue('manifest_id', id, { shouldDirty: true })}
            />
          </ReferencesPanel>
          <EstimatePanel {...cost} />
        </aside>
        <GenerateBar {...cost} />
        {references.dragged > 0 && (
          <div className={classes.dropHere}>
            {references.dragged === 1 ? 'Drop to add 1 image' : `Drop to add ${references.dragged} images`}
          </div>
        )}
      </form>
    </FormProvider>
  );
}

/** Enter in a one-line field would start the film half-written: Ctrl+Enter and the button do that. */
function keepEnterInField(event: React.KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
