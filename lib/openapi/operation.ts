import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import type { Reuse } from '../http/kept-answers.ts';
import type { MultipartLimits } from '../http/multipart.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What an operation answers when it went well. */
export type Answer = {
  description: string;
  /** Of the JSON; absent: no JSON. */
  schema?: z.ZodType;
  /** Media types of what is no JSON, the usual one first. */
  type?: string | readonly string[];
  /** Headers beside those of every answer, by their name in lower case. */
  headers?: Record<string, z.ZodType>;
};

/** What an operation reads. The route parses with these schemas, and the OpenAPI file is made of them. */
export type Reads = {
  params?: Record<string, z.ZodType<string>>;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Media type of a body that is text; JSON unless given. */
  bodyType?: string;
  bodyOptional?: boolean;
  /** Of `body`; 1 MiB unless given. */
  maxBodyBytes?: number;
  multipart?: MultipartLimits;
  /** Its answer may be given again, see KeptAnswers. */
  reuse?: Reuse;
  /** Text parts of a multipart body that are more than an optional string. */
  parts?: Record<string, z.ZodType<string | undefined>>;
};

/** One operation of the REST API: method and address, what it reads, what it answers. */
export type Operation = Reads & {
  /** Name of the call in a client: `listManifests`. */
  id: string;
  method: Method;
  /** With parameters in braces: `/api/manifests/{id}`. */
  path: `/api/${string}`;
  /** Heading in the reference. */
  tag: string;
  summary: string;
  description?: string;
  answers: Record<number, Answer>;
  /** How it may end badly, beside what every operation may answer. */
  errors?: readonly ErrorCode[];
  /** Reads If-Match and answers 412 with the present state. */
  ifMatch?: true;
  /** A body as people would write it. */
  example?: unknown;
};

/** An operation with its schemas kept as types, for `route`. */
export const operation = <const O extends Operation>(spec: O): O => spec;
