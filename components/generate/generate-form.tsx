'use client';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormProvider, type Resolver, useForm } from 'react-hook-form';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
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
import { SettingsFields } from './settings-fields.tsx';
import { useDraft } from './use-draft.ts';
import { useStartFilm } from './use-start-film.ts';

type Props = {
  initial: GenerateInput;
  /** The address asks for these values (another film's, or a manifest): the kept draft must not cover them. */
  asked: Partial<GenerateInput>;
};

/** The schemas are read with the first check, not with the page. */
const checkForm: Resolver<GenerateInput, unknown, Generate> = async (...form) => {
  const [{ zodResolver }, { generateSchema }] = await Promise.all([
    import('@hookform/resolvers/zod'),
    import('#lib/schemas/project.ts'),
  ]);
  return zodResolver(generateSchema)(...form);
};

/** A prompt, a manifest and the settings of a film, with what it will take before it starts. */
export function GenerateForm({ initial, asked }: Props) {
  const router = useRouter();
  const form = useForm<GenerateInput, unknown, Generate>({
    resolver: checkForm,
    defaultValues: { ...initial, ...asked },
  });
  const isKept = useDraft(form, asked);
  const values = form.watch();
  const manifestId = values.manifest_id ?? null;
  const query = useQuery({ ...manifestDetailOptions(manifestId ?? ''), enabled: manifestId !== null });
  const manifest = manifestId === null ? null : (query.data ?? null);
  const mentions = manifest ? findMentions(values.prompt, manifest.assets) : null;
  const [showsAll, setShowsAll] = useState(false);
  const film = useStartFilm(form, (id) => router.push(`/projects/${id}`));
  const start = form.handleSubmit(film.start);
  const startByKey = () => {
    // A field that is being typed in hands its value over when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void start();
  };
  useHotkeys([['mod+Enter', startByKey]], []);
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
          <FormTitle isKept={isKept} />
          <PromptField assets={manifest?.assets ?? []} manifestName={manifest?.name ?? null} />
          {manifest && mentions && (
            <MentionNotes
              manifest={manifest}
              mentions={mentions}
              showsAll={showsAll}
              onShowAll={() => setShowsAll(!showsAll)}
            />
          )}
          <SettingsFields styles={mentions?.styles ?? []} />
          {mentions && <FilmReferences mentions={mentions} showsAll={showsAll} />}
        </div>
        <aside className={classes.side} aria-label="References and estimate">
          <ManifestCard
            manifest={manifest}
            isReading={query.isLoading}
            error={query.error}
            onChange={(id) => form.setValue('manifest_id', id, { shouldDirty: true })}
          />
          <EstimatePanel manifest={manifest} values={values} film={film} />
        </aside>
        <GenerateBar manifest={manifest} values={values} film={film} />
      </form>
    </FormProvider>
  );
}

/** Enter in a one-line field would start the film half-written: Ctrl+Enter and the button do that. */
function keepEnterInField(event: React.KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
