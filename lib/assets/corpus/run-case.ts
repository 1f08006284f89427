import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CorpusCase, CorpusLab, Expected, Target } from './corpus-case.ts';
import { type Answer, ask, get } from './corpus-client.ts';

const CLEAN_WITHIN_MS = 5_000;

export type CaseResult = {
  id: string;
  what: string;
  expected: string;
  got: string;
  ms: number;
  wrong: string | null;
};

/** A manifest with an asset that has no image. */
export async function makeTarget(address: string): Promise<Target> {
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(address, { path, headers, body: Buffer.from(JSON.stringify(body)) });
    assert.equal(answer.status, 201, answer.bytes.toString());
    return answer.json;
  };
  const { manifest_id: manifestId = '' } = await post('/api/manifests', { name: 'Corpus' });
  const path = `/api/manifests/${manifestId}/assets`;
  const { asset_id: assetId = '' } = await post(path, { name: 'Without', asset_type: 'OTHER' });
  return { manifestId, assetId };
}

const isTakenBy = ({ status }: Expected) => [status].flat().some((each) => each < 300);

/** Runs one case and says what came of it; `wrong` is null when it is as it must be. */
export async function runCase(one: CorpusCase, lab: CorpusLab): Promise<CaseResult> {
  const target = isTakenBy(one.expected) ? lab.taking : lab.refusing;
  const begun = performance.now();
  const sent = await one.send(target, lab);
  // Of a request alone, what it took to make its body does not count.
  const start = 'status' in sent ? begun : performance.now();
  const answer = 'status' in sent ? sent : await ask(lab.address, sent);
  const ms = Math.round(performance.now() - start);
  const result = {
    id: one.id,
    what: one.what,
    expected: [one.expected.status, one.expected.code ?? []].flat().join(' '),
    got: `${answer.status} ${answer.json.code ?? answer.json.warnings ?? ''}`.trim(),
    ms,
  };
  try {
    judge(answer, one.expected);
    await one.check?.(answer, lab, target);
    if (answer.status >= 400) await assertUntouched(lab);
    await assertNothingUnfinished(lab);
    return { ...result, wrong: null };
  } catch (error) {
    return { ...result, wrong: error instanceof Error ? error.message : String(error) };
  }
}

function judge({ status, headers, json, bytes }: Answer, expected: Expected): void {
  const said = bytes.subarray(0, 500).toString();
  assert.ok([expected.status].flat().includes(status), `answered ${status}: ${said}`);
  // What the parser of HTTP answers itself has no body.
  if (status >= 400 && bytes.length > 0) {
    assert.equal(headers['content-type'], 'application/problem+json');
    assert.ok(!/\/tmp\/|node_modules|SELECT |at \w+ \(/.test(said), `tells of the inside: ${said}`);
  }
  if (status >= 400 && expected.code) assert.ok([expected.code].flat().includes(json.code ?? ''), said);
  if (status < 300 && expected.warnings) assert.deepEqual(json.warnings, expected.warnings);
}

/** Whatever was refused so far left no row, and no trace on the row it was for. */
async function assertUntouched({ address, refusing }: CorpusLab): Promise<void> {
  const { bytes } = await get(address, `/api/manifests/${refusing.manifestId}/assets`);
  const assets: { asset_id: string; image_hash: string | null; revision: number }[] = JSON.parse(`${bytes}`);
  const kept = assets.map(({ asset_id, image_hash, revision }) => ({ asset_id, image_hash, revision }));
  assert.deepEqual(kept, [{ asset_id: refusing.assetId, image_hash: null, revision: 1 }]);
}

async function assertNothingUnfinished({ unfinished }: CorpusLab): Promise<void> {
  const end = performance.now() + CLEAN_WITHIN_MS;
  let names = await unfinished();
  while (names.length > 0 && performance.now() < end) {
    await sleep(20);
    names = await unfinished();
  }
  assert.deepEqual(names, [], 'unfinished files stay behind');
}
