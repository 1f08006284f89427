import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { readDraft, writeDraft } from '#lib/client/generate-draft.ts';
import type { Generate, GenerateInput } from '#lib/schemas/project.ts';

const TYPING_MS = 400;

/** Brings the kept draft back once, except what the address asks for, and keeps every change. Says whether it is kept. */
export function useDraft(
  form: UseFormReturn<GenerateInput, unknown, Generate>,
  asked: Partial<GenerateInput>,
): boolean {
  const [isKept, setIsKept] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    const bringBack = async () => {
      const draft = asked.prompt === undefined ? await readDraft() : null;
      const isTyped = form.getFieldState('prompt').isDirty;
      if (!draft || draft.prompt.trim() === '' || isTyped) return;
      form.reset({ ...form.getValues(), ...draft, ...asked });
      setIsKept(true);
    };
    void bringBack();
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      setIsKept(writeDraft(form.getValues()));
    };
    const unsubscribe = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ isDirty, isSubmitSuccessful }) => {
        if (!isDirty || isSubmitSuccessful) return;
        clearTimeout(timer);
        timer = setTimeout(keep, TYPING_MS);
      },
    });
    const leave = () => timer && keep();
    window.addEventListener('pagehide', leave);
    return () => {
      unsubscribe();
      leave();
      window.removeEventListener('pagehide', leave);
    };
  }, [form]);
  return isKept;
}
