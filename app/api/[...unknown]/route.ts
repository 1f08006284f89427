import { AppError } from '#lib/errors.ts';
import { route } from '#lib/http/route.ts';

/** An address under /api that is none answers in the shape of the API, not with a page. */
const nothingHere = route({}, async () => {
  throw new AppError('not-found', { detail: 'There is nothing under this address.' });
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
