import { AppError, type FieldError } from '../errors.ts';

/** What is wrong with a bundle and where: `pointer` is into `manifest.json`. Nothing was changed. */
export const bundleError = (detail: string, errors?: FieldError[], cause?: unknown) =>
  new AppError('validation-failed', { detail, ...(errors && { errors }), cause });

export const damagedZip = (cause?: unknown) =>
  bundleError('This zip cannot be read: it is cut off or damaged. Export it again.', undefined, cause);
