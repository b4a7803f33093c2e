/** The last good copy: read once, and written one after the other, so that the newest is the one that stays. */
import type { FlagStorage } from './flags.ts';

export class KeptCopy {
  readonly #storage: FlagStorage | null;
  readonly #fault: (error: unknown) => void;
  #saving: Promise<void> = Promise.resolve();
  #isSaveDue = false;

  constructor(storage: FlagStorage | null, fault: (error: unknown) => void) {
    this.#storage = storage;
    this.#fault = fault;
  }

  /** At once from a storage that answers at once; null for nothing. */
  read(): Promise<string | null> | string | null {
    try {
      const kept = this.#storage?.read() ?? null;
      if (kept === null || typeof kept === 'string') return kept;
      return kept.catch((error: unknown) => {
        this.#fault(error);
        return null;
      });
    } catch (error) {
      this.#fault(error);
      return null;
    }
  }

  /** Writes what `text` answers when its turn comes; what comes while it is written is written once more after. */
  write(text: () => string): void {
    const storage = this.#storage;
    if (storage === null || this.#isSaveDue) return;
    this.#isSaveDue = true;
    this.#saving = this.#saving
      .then(async () => {
        this.#isSaveDue = false;
        await storage.write(text());
      })
      .catch(this.#fault);
  }

  async written(): Promise<void> {
    await this.#saving;
  }
}
