// The toasts that are shown now. Anyone may add one; `ToastRegion` draws them.
export interface ToastOptions {
  /** One sentence: what happened. */
  readonly message: string;
  /** `bad` is a refusal or a failure; it stays until it is closed. */
  readonly tone?: 'plain' | 'bad';
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void };
  /** Takes the place of the shown toast with the same key, so that repeated news does not pile up. */
  readonly key?: string;
}

export interface Toast extends ToastOptions {
  readonly id: number;
}

/** More than this many at once would cover the page; the oldest goes. */
const mostShown = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a toast and answers the function that takes it away. */
export function showToast(options: ToastOptions): () => void {
  lastId += 1;
  const toast = { ...options, id: lastId };
  const others = toasts.filter(({ key }) => key === undefined || key !== options.key);
  changeToasts([...others, toast].slice(-mostShown));
  return () => closeToast(toast.id);
}

/** Takes a toast away; nothing happens when it has gone already. */
export function closeToast(id: number): void {
  changeToasts(toasts.filter((toast) => toast.id !== id));
}

/** The shown toasts, oldest first. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}

/** Calls the listener when a toast comes or goes. */
export function onToastsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changeToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
