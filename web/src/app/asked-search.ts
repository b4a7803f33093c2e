// What a place is asked for, ahead of its address: a change is shown at once and written to the address a moment later. Changing an
// address costs a browser milliseconds and is refused when done for every letter, so letters typed in one go are written once.
import type { PlaceSearch } from './search-text.ts';

/** As much of the router as is needed. */
export interface AddressBook {
  readonly path: () => string;
  /** Brings the changes into the search of the address, as a step that Back undoes or in place of what it was; settles when it is read again. */
  readonly write: (changes: PlaceSearch, isStep: boolean) => Promise<void>;
}

/** Runs `write` when the time for it has come; answers how to call that off. */
export type WriteLater = (write: () => void) => () => void;

interface Waiting {
  readonly path: string;
  readonly isStep: boolean;
  readonly callOff: () => void;
}

export class AskedSearch {
  private readonly book: AddressBook;
  private readonly later: WriteLater;
  private readonly listeners = new Set<() => void>();
  private waiting: Waiting | null = null;
  private shown: PlaceSearch = {};

  constructor(book: AddressBook, later: WriteLater) {
    this.book = book;
    this.later = later;
  }

  /** What is shown and not yet read from the address, by name; an empty text leaves no trace there. The same object until it changes. */
  get changes(): PlaceSearch {
    return this.shown;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks the place that is shown for something else, from now on. `isStep`: Back undoes it. */
  ask(changes: PlaceSearch, isStep = false): void {
    // What came before is no part of the step.
    if (isStep) this.flush();
    this.waiting?.callOff();
    this.waiting = {
      path: this.book.path(),
      isStep: isStep || this.waiting?.isStep === true,
      callOff: this.later(() => this.flush()),
    };
    this.show({ ...this.shown, ...changes });
  }

  /** Writes at once what waits. */
  flush(): void {
    const { waiting, shown } = this;
    if (waiting === null) return;
    this.waiting = null;
    waiting.callOff();
    if (waiting.path !== this.book.path()) return this.forget();
    void this.book.write(shown, waiting.isStep).then(() => {
      if (this.shown === shown) this.forget();
    });
  }

  /** The address is right as it is: somebody went elsewhere, or back. */
  forget(): void {
    this.waiting?.callOff();
    this.waiting = null;
    if (Object.keys(this.shown).length > 0) this.show({});
  }

  private show(changes: PlaceSearch): void {
    this.shown = changes;
    for (const listener of this.listeners) listener();
  }
}
