import recorded from './examples.json' with { type: 'json' };
import { OPERATIONS } from './operations.ts';

/** What one operation was sent and answered with, in the order of the statuses. */
export type Recorded = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  answers: Record<string, { type: string; value: unknown }>;
};

type Content = Record<string, { example?: unknown }>;
type Described = {
  parameters?: { name: string; in: string; example?: unknown }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};

const examples: Record<string, Recorded | undefined> = recorded;

/**
 * Puts examples into the document: bodies that are written beside an operation, and for all else what was really sent
 * and answered when `examples.json` was written (see coverage.int.test.ts).
 */
export function addExamples(paths: Record<string, Record<string, unknown>>): void {
  for (const { id, path, method } of OPERATIONS) {
    const described = paths[path]?.[method.toLowerCase()] as Described | undefined;
    const { params = {}, query = {}, body, answers = {} } = examples[id] ?? {};
    if (!described) continue;
    for (const parameter of described.parameters ?? [])
      parameter.example ??= { ...params, ...query }[parameter.name];
    const json = described.requestBody?.content['application/json'];
    if (json) json.example ??= body;
    for (const [status, { type, value }] of Object.entries(answers)) {
      const content = described.responses[status]?.content?.[type];
      if (content) content.example ??= value;
    }
  }
}
