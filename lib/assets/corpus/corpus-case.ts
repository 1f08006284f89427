/*
 * The upload half of the corpus of hostile inputs (sections 2.1 and 2.2): what one case is. The cases stand in
 * `*-cases.ts`, each with its id; `run-case.ts` runs one against a server. Tests and `npm run bench -- corpus` share them.
 */
import type { Answer, Asked } from './corpus-client.ts';

/** Status and code that a case must get; of several, any. Codes are of refusals, warnings of what was taken. */
export type Expected = {
  status: number | readonly number[];
  code?: string | readonly string[];
  warnings?: readonly string[];
};

/** A server under test, and what is seen of it beside its answers. */
export type CorpusLab = {
  address: string;
  /** For bodies that never come: the same routes, and how long they wait. */
  patience: { address: string; ms: number };
  /** Where what is taken goes, and where what is refused must leave no trace. */
  taking: Target;
  refusing: Target;
  /** Names of unfinished files in the store. */
  unfinished: () => Promise<string[]>;
  /** Process ids of the image decoders at work or waiting. */
  decoders: () => number[];
};

/** A manifest, and one of its assets that has no image. */
export type Target = { manifestId: string; assetId: string };

export type CorpusCase = {
  id: string;
  what: string;
  expected: Expected;
  /** What is sent: a request, or a conversation that ends with an answer. */
  send: (target: Target, lab: CorpusLab) => Asked | Promise<Asked | Answer>;
  /** What must hold besides. Throws where it does not. */
  check?: (answer: Answer, lab: CorpusLab, target: Target) => Promise<void> | void;
  /** Milliseconds it may take; judged by the bench, on an idle machine. */
  withinMs?: number;
  /** Too heavy for every test run: by the bench alone. */
  isHeavy?: boolean;
};

export const TAKEN: Expected = { status: 201, warnings: [] };
export const CORRUPT: Expected = { status: 422, code: 'image-corrupt' };
export const UNSUPPORTED: Expected = { status: 415, code: 'unsupported-image-type' };
export const TOO_LARGE: Expected = { status: 422, code: 'image-too-large' };
export const TAKEN_OR_CORRUPT: Expected = { status: [201, 422], code: 'image-corrupt' };
