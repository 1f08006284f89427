import { v4 as uuidv4 } from 'uuid';
import { nameFromFile, typeFromFile } from '#lib/assets/file-name.ts';
import type { QuickImageItem } from './quick-images.ts';

/** A file before it is read: called and typed by its name. `problem`: it is not taken at all. */
export function newQuickImage(file: File, problem: string | null): QuickImageItem {
  const type = typeFromFile(file.name);
  return {
    id: uuidv4(),
    file,
    url: null,
    width: null,
    height: null,
    name: nameFromFile(file.name),
    type: type ?? 'OTHER',
    isTypeChosen: type !== null,
    problem,
  };
}
