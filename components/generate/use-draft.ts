import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { clearDraft, readDraft, writeDraft } from '#lib/client/generate-draft.ts';
import type { GenerateDraft } from '#lib/client/generate-draft-schema.ts';
import { readKeptSeed } from '#lib/client/kept-seed.ts';
import type { Generate, GenerateInput } from '#lib/schemas/project.ts';

const TYPING_MS = 400;

type Form = UseFormReturn<GenerateInput, unknown, Generate>;
export type DraftState = {
  /** What stands here is kept in this browser. */
  isKept: boolean;
  /** The film has started: nothing is kept any more. */
  finish: () => void;
  /** A draft that gave way to what the address asks for. */
  earlier: { prompt: string; bringBack: () => void } | null;
};

/**
 * Brings the kept draft back once, and keeps every change. What the address asks for goes before it, but never covers
 * it for good: a draft that another film's prompt took the place of can be brought back.
 */
export function useDraft(form: Form, asked: Partial<GenerateInput>): DraftState {
  const [isKept, setIsKept] = useState(false);
  const [earlier, setEarlier] = useState<GenerateDraft | null>(null);
  const isOver = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    const bringBack = async () => {
      const [draft, before] = await Promise.all([readDraft(), readDraft(undefined, 'earlier')]);
      const isWritten = draft !== null && draft.prompt.trim() !== '';
      const isTyped = form.getFieldState('prompt').isDirty;
      if (asked.prompt !== undefined) {
        const other = isWritten && draft.prompt !== asked.prompt ? draft : before;
        if (other && other.prompt !== asked.prompt) {
          writeDraft(other as GenerateInput, undefined, 'earlier');
          setEarlier(other);
        }
        return;
      }
      setEarlier(before);
      if (isTyped) return;
      if (isWritten) {
        form.reset({ ...form.getValues(), ...draft, ...asked });
        setIsKept(true);
        return;
      }
      const seed = readKeptSeed();
      if (seed !== null && asked.seed === undefined) form.resetField('seed', { defaultValue: seed });
    };
    void bringBack();
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const hasKept = writeDraft(form.getValues());
      setIsKept(hasKept);
      // From now on it is this draft that a reload must show, not what the address asked for.
      // With its own state Next passes it on as it is; as a new one it would call off a navigation that has begun.
      if (hasKept && window.location.search !== '')
        window.history.replaceState(window.history.state, '', '/generate');
    };
    let isTouched = false;
    const unsubscribe = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ isDirty }) => {
        // What was typed and taken back is kept as well.
        isTouched ||= isDirty ?? false;
        if (!isTouched || isOver.current) return;
        clearTimeout(timer);
        timer = setTimeout(keep, TYPING_MS);
      },
    });
    const leave = () => timer && !isOver.current && keep();
    window.addEventListener('pagehide', leave);
    return () => {
      unsubscribe();
      clearTimeout(timer);
      if (timer && !isOver.current) writeDraft(form.getValues());
      window.removeEventListener('pagehide', leave);
    };
  }, [form]);
  return {
    isKept,
    finish: () => {
      isOver.current = true;
      clearDraft();
    },
    earlier: earlier && {
      prompt: earlier.prompt,
      bringBack: () => {
        const here = form.getValues();
        form.reset({ ...here, ...earlier }, { keepDefaultValues: true });
        writeDraft(form.getValues());
        clearDraft('earlier');
        setEarlier(null);
        setIsKept(true);
      },
    },
  };
}
