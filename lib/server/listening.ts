import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

const LOOPBACK = /^(localhost|::1|127\.\d+\.\d+\.\d+)$/;

/** Whether only this machine itself reaches what listens there. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/**
 * There is no login yet, so anything but this machine itself must be asked for by name.
 * @throws StartError
 */
export function refuseExposedHost(host: string, understood: string | undefined): void {
  if (isLoopback(host) || understood === '1') return;
  throw new StartError(
    `HOST=${host} would let anyone who reaches this machine use vidpipe, and it has no login. Set HOST=127.0.0.1, or I_UNDERSTAND_NO_LOGIN=1 if something in front of it decides who may enter.`,
  );
}

/** @throws StartError when nothing can listen there */
export async function checkPort(port: number, host: string): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (!code) return;
  if (code === 'EADDRINUSE') throw new StartError(`Port ${port} is in use. Set PORT to another one.`);
  if (code === 'EACCES')
    throw new StartError(`Port ${port} needs more rights than this user has. Set PORT to one above 1023.`);
  throw new StartError(`HOST=${host} is not an address this machine can listen on (${code}).`);
}

/** The address to open in a browser on this machine. */
export function localAddress(port: number, host: string): string {
  const isAny = host === '0.0.0.0' || host === '::';
  const name = isAny ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
