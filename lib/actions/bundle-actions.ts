'use server';

import { undoImport } from '../bundles/undo-import.ts';
import { parseWith } from '../http/problem.ts';
import { type UndoImport, undoImportSchema } from '../schemas/bundle.ts';
import { actionResult } from './action-result.ts';

export async function undoImportAction(input: UndoImport) {
  return actionResult(async () => undoImport(parseWith(undoImportSchema, input, 'body')));
}
