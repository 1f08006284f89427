import {
  type ImportChoice,
  type ImportPreview,
  type ImportResult,
  importPreviewSchema,
  importResultSchema,
} from '#lib/schemas/bundle.ts';
import { sendForm } from './upload-file.ts';

type SendBundle = {
  file: File;
  onProgress: (sentBytes: number) => void;
  signal: AbortSignal;
};

const URL_PATH = '/api/manifests/import';

function bodyOf(file: File): FormData {
  const body = new FormData();
  body.append('file', file);
  return body;
}

/** What an import would do. @throws AppError the reason why the file is refused */
export const previewBundle = ({ file, onProgress, signal }: SendBundle): Promise<ImportPreview> =>
  sendForm({
    url: `${URL_PATH}?dry_run=true`,
    body: bodyOf(file),
    onProgress,
    signal,
    read: (answer) => importPreviewSchema.parse(answer),
  });

/** Imports; the same `key` again gets the first answer. `choices` by place in the bundle. */
export const importBundle = ({
  file,
  choices,
  key,
  onProgress,
  signal,
}: SendBundle & { choices: ReadonlyMap<number, ImportChoice>; key: string }): Promise<ImportResult> => {
  const list = [...choices].map(([index, choice]) => `${index}:${choice}`).join(',');
  return sendForm({
    url: `${URL_PATH}?on_clash=rename${list && `&choices=${list}`}`,
    body: bodyOf(file),
    headers: { 'idempotency-key': key },
    onProgress,
    signal,
    read: (answer) => importResultSchema.parse(answer),
  });
};

/** Whether a file may be a bundle, by its name: the server looks at its bytes. */
export const isZipName = (name: string) => /\.zip$/i.test(name);
