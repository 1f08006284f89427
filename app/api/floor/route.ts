import { GET as nothingHere } from '../[...unknown]/route.ts';

/**
 * What Next alone costs: the floor that `npm run bench -- api` measures the routes against, on the same build and so
 * without the wrapper that is a part of what is measured. Only that bench turns it on; else nothing is here.
 */
export const GET = process.env.VIDPIPE_BENCH_FLOOR === '1' ? () => new Response() : nothingHere;
export { DELETE, PATCH, POST, PUT } from '../[...unknown]/route.ts';
