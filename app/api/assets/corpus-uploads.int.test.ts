import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorpusLab } from '#lib/assets/corpus/corpus-case.ts';
import { decoderPids } from '#lib/assets/corpus/decoder-pids.ts';
import { makeTarget, runCase } from '#lib/assets/corpus/run-case.ts';
import { uploadCases } from '#lib/assets/corpus/upload-cases.ts';
import { blobStore } from '#lib/blobs/store-instance.ts';
import { serveRoutes } from '#lib/http/testing-server.ts';
import * as blob from '../blobs/[hash]/route.ts';
import * as assets from '../manifests/[id]/assets/route.ts';
import * as manifests from '../manifests/route.ts';
import * as upload from './[id]/upload/route.ts';

const HANDLERS = {
  'POST /api/manifests': manifests.POST,
  'GET /api/manifests/{id}/assets': assets.GET,
  'POST /api/manifests/{id}/assets': assets.POST,
  'POST /api/assets/{id}/upload': upload.POST,
  'GET /api/blobs/{hash}': blob.GET,
};
const PATIENCE_MS = 1_000;

let lab: CorpusLab;
let close: () => void;

beforeAll(async () => {
  const [usual, impatient] = [await serveRoutes(HANDLERS), await serveRoutes(HANDLERS)];
  Object.assign(impatient.server, { headersTimeout: PATIENCE_MS, requestTimeout: PATIENCE_MS });
  close = () => {
    usual.close();
    impatient.close();
  };
  const temporary = path.dirname(await blobStore().tempPath());
  lab = {
    address: usual.address,
    patience: { address: impatient.address, ms: PATIENCE_MS },
    taking: await makeTarget(usual.address),
    refusing: await makeTarget(usual.address),
    unfinished: () => readdir(temporary),
    decoders: () => decoderPids(process.pid),
  };
});
afterAll(() => close());

const suites = await uploadCases({ uploads: 20, random: 60, mutants: 40 });
for (const [suite, cases] of Object.entries(suites)) {
  describe(suite, () => {
    it.each(cases.filter(({ isHeavy }) => !isHeavy).map((one) => [one.id, one.what, one] as const))(
      '%s %s',
      async (_id, _what, one) => expect(await runCase(one, lab)).toMatchObject({ wrong: null }),
    );
  });
}
