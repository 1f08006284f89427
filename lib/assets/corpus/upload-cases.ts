import type { CorpusCase } from './corpus-case.ts';
import { type Counts, heavyCases } from './heavy-cases.ts';
import { NAME_CASES } from './name-cases.ts';
import { ODD_CASES } from './odd-cases.ts';
import { PICTURE_CASES } from './picture-cases.ts';
import { REFUSED_CASES } from './refused-cases.ts';
import { SLOW_CASES } from './slow-cases.ts';
import { TRANSPORT_CASES } from './transport-cases.ts';

/** U01–U75, T01–T30 and N01–N16 by what they are about. */
export const uploadCases = async (counts: Counts): Promise<Record<string, CorpusCase[]>> => ({
  'files that are refused': REFUSED_CASES,
  'files that are odd': ODD_CASES,
  'kinds of pictures': PICTURE_CASES,
  'many and large files': await heavyCases(counts),
  'multipart bodies': TRANSPORT_CASES,
  'bodies that take their time': SLOW_CASES,
  'names of files': NAME_CASES,
});
