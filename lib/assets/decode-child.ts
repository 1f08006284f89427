// Entry of the decoder's own process, forked by decoder-pool.ts: what a hostile file breaks, it breaks here.
import { AppError } from '../errors.ts';
import { allowThreeFormats, decodeImage } from './decode-image.ts';
import type { DecodeReply, DecodeRequest } from './decode-protocol.ts';

async function answer({ id, paths, region }: DecodeRequest): Promise<DecodeReply> {
  try {
    return { id, kind: 'decoded', image: await decodeImage(paths, region) };
  } catch (error) {
    if (error instanceof AppError)
      return { id, kind: 'refused', code: error.code, detail: error.detail ?? '' };
    const errno = (error as NodeJS.ErrnoException).code ?? null;
    return { id, kind: 'failed', errno, reason: error instanceof Error ? error.message : 'unknown' };
  }
}

allowThreeFormats();
process.on('message', async (request: DecodeRequest) => {
  process.send?.(await answer(request));
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group: the parent drains first and then disconnects.
process.on('SIGINT', () => {});
