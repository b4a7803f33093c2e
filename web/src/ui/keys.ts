// The one registry of what can be done now: which keys are bound, by which part of the screen, and who gets an event. The sheet
// of all keys and the palette read it too.
import type { Act } from './command.ts';
import {
  isActivatable,
  isDeliberate,
  isTextField,
  matchPresses,
  pressesOf,
  worksInFields,
  type KeyBinding,
  type Presses,
} from './key-presses.ts';
import { readPreference, writePreference } from './preference.ts';

export interface KeyScope {
  /** The heading in the sheet of all keys. */
  readonly name: string;
  readonly bindings: readonly KeyBinding[];
  /** `singles` hides the single keys of everything below (a full-screen place), `all` hides all of them (a modal dialog). */
  readonly exclusive?: 'singles' | 'all';
  /** Lies below all scopes that are not, whichever came first. */
  readonly below?: boolean;
  /** What the palette shows of it when it is opened; null is nothing just now. */
  readonly offer?: () => Offered | null;
}

export interface Offered {
  /** What the acts act on, in words; null where that goes without saying. */
  readonly title: string | null;
  readonly acts: readonly Act[];
}

/** An offer with the heading it stands under; of the keys of its acts, those that work just now. */
export interface Offer extends Offered {
  readonly name: string;
}

interface Bound {
  readonly binding: KeyBinding;
  readonly presses: Presses;
}

/** A pause longer than this, in milliseconds, ends a sequence that was begun. */
const sequencePause = 1200;

let scopes: readonly KeyScope[] = [];
let bound: readonly Bound[] = [];
let begun: readonly KeyboardEvent[] = [];
let listening = false;
const listeners = new Set<() => void>();

/** Puts a scope on top of those that are there; the answer takes it away again. A later scope wins over an earlier one. */
export function addKeyScope(scope: KeyScope): () => void {
  if (!listening) {
    listening = true;
    window.addEventListener('keydown', handleKey);
  }
  changeScopes(scope.below === true ? [scope, ...scopes] : [...scopes, scope]);
  return () => changeScopes(scopes.filter((other) => other !== scope));
}

/** The scopes whose bindings work now, the topmost first, each with those that would do something; labels as they are now. */
export function activeKeyScopes(): readonly KeyScope[] {
  return active.map((scope) => ({
    ...scope,
    bindings: scope.bindings
      .filter(({ when }) => when === undefined || when())
      // A copy, since a label may be of what the keys act on just now.
      .map((binding) => ({ ...binding })),
  }));
}

/** What can be done now, the topmost scope first; an act that several offer is the topmost one's. */
export function currentOffers(): readonly Offer[] {
  const seen = new Set<string>();
  return active.flatMap(({ name, offer, bindings }) => {
    const offered = offer?.() ?? null;
    if (offered === null) return [];
    const acts = offered.acts
      .filter(({ id }) => !seen.has(id))
      .map((act) => ({ ...act, keys: act.keys.filter((keys) => works(keys, bindings)) }));
    for (const { id } of acts) seen.add(id);
    return acts.length === 0 ? [] : [{ name, title: offered.title, acts }];
  });
}

function works(keys: string, bindings: readonly KeyBinding[]): boolean {
  return (singleKeysOn() || isDeliberate(keys)) && bindings.some((binding) => binding.keys === keys);
}

/** Calls the listener whenever scopes come, go, or keys are switched on or off. */
export function onKeysChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys work; Ctrl, Cmd, Alt and Escape always do. */
export function singleKeysOn(): boolean {
  return readPreference('keys') !== 'off';
}

/** Switches single keys on or off for this browser (WCAG 2.1.4). */
export function switchSingleKeys(on: boolean): void {
  writePreference('keys', on ? 'on' : 'off');
  changeScopes(scopes);
}

let active: readonly KeyScope[] = [];

function changeScopes(next: readonly KeyScope[]): void {
  scopes = next;
  active = visibleScopes(next);
  bound = active.flatMap((scope) => scope.bindings.map((binding) => ({ binding, presses: pressesOf(binding.keys) })));
  for (const listener of listeners) listener();
}

function visibleScopes(all: readonly KeyScope[]): readonly KeyScope[] {
  const visible: KeyScope[] = [];
  let hidden: 'none' | 'singles' | 'all' = 'none';
  for (const scope of all.toReversed()) {
    if (hidden === 'all') break;
    const bindings =
      hidden === 'singles'
        ? scope.bindings.filter(({ keys, onFullScreen }) => isDeliberate(keys) || onFullScreen === true)
        : scope.bindings;
    if (bindings.length > 0 || scope.offer !== undefined) visible.push({ ...scope, bindings });
    hidden = scope.exclusive ?? hidden;
  }
  return visible;
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return;
  const last = begun.at(-1);
  const continued = last !== undefined && event.timeStamp - last.timeStamp < sequencePause ? begun : [];
  // A sequence wins over a single key: after `g`, `s` is the second half of `g s` and never the `s` of a list.
  const dealtWith = (continued.length > 0 && press([...continued, event])) || press([event]);
  if (!dealtWith) begun = [];
}

/** Runs the topmost binding that the presses complete, or remembers that one was begun. */
function press(events: readonly KeyboardEvent[]): boolean {
  const event = events.at(-1);
  if (event === undefined) return false;
  const possible = bound.filter(({ binding }) => mayRun(binding, event));
  const beginning = possible.some(({ presses }) => matchPresses(presses, events) === 'begun');
  if (beginning) {
    begun = events;
    return true;
  }
  const match = possible.find(({ presses }) => matchPresses(presses, events) === 'full');
  if (match === undefined) return false;
  begun = [];
  event.preventDefault();
  match.binding.run(event);
  return true;
}

function mayRun({ keys, when }: KeyBinding, event: KeyboardEvent): boolean {
  if (isTextField(event.target) && !worksInFields(keys)) return false;
  if ((keys === 'Enter' || keys === 'Space' || keys === ' ') && isActivatable(event.target)) return false;
  if (!isDeliberate(keys) && !singleKeysOn()) return false;
  // Ctrl belongs to single keys only as the half of AltGr that Windows reports.
  if (!isDeliberate(keys) && event.ctrlKey && !event.getModifierState('AltGraph')) return false;
  // Held keys repeat only where that is walking through a list.
  if (event.repeat && !/^(Shift\+)?(j|k|Arrow\w+)$/.test(keys)) return false;
  return when === undefined || when();
}
