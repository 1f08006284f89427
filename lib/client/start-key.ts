import { v4 as uuidv4 } from 'uuid';

const KEY = 'vidpipe.start-key';
type Kept = { wish: string; key: string };

/**
 * Names the film that is meant, so that the server starts it once however often it is asked. The same wish keeps its
 * key, also over a reload after a lost answer; another wish, or a start that is over, has a new one.
 */
export class StartKey {
  private kept: Kept | null;
  private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null) {
    this.storage = storage;
    this.kept = this.read();
  }

  keyFor(wish: string): string {
    if (this.kept?.wish !== wish) {
      this.kept = { wish, key: uuidv4() };
      this.guard(() => this.storage?.setItem(KEY, JSON.stringify(this.kept)));
    }
    return this.kept.key;
  }

  /** The server has answered: the next start is another one. */
  settle(): void {
    this.kept = null;
    this.guard(() => this.storage?.removeItem(KEY));
  }

  private read(): Kept | null {
    const text = this.guard(() => this.storage?.getItem(KEY)) ?? null;
    const kept = text ? this.guard(() => JSON.parse(text)) : null;
    return typeof kept?.wish === 'string' && typeof kept.key === 'string' ? kept : null;
  }

  /** A storage that is closed or full costs the memory of a reload, nothing else. */
  private guard<T>(use: () => T): T | undefined {
    try {
      return use();
    } catch {
      return undefined;
    }
  }
}
