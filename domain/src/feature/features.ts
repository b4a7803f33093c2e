/** THE list of Shortlist's own features that an installation switches, and what belongs to each. */
import type { OperationName } from '../operations.ts';
import { featureKeys, type FeatureKey } from './feature-words.ts';

export interface Feature {
  readonly key: FeatureKey;
  /** What people do with it, to be followed by "is": "Splitting stories". */
  readonly name: string;
  /** What it turns on, as a sentence. */
  readonly does: string;
  /**
   * The ways in, which are refused while it is off. What takes something back, or only shows it, is never among them: nobody may be
   * left with something they cannot end.
   */
  readonly operations: readonly OperationName[];
}

const byKey: Readonly<Record<FeatureKey, Omit<Feature, 'key'>>> = {
  'story-splitting': {
    name: 'Splitting stories',
    does: 'Criteria of a story go on in a new one, with who, what and why.',
    operations: ['story.split'],
  },
  'comment-reactions': {
    name: 'Reacting to comments',
    does: 'One of six signs says what a comment of its own would. Signs that were given stay in sight.',
    operations: ['comment.react'],
  },
  'flag-file-import': {
    name: 'Importing flags',
    does: 'Definitions come over from flagd and Unleash, in Settings → Imports and on the command line. Exporting them is always there.',
    operations: ['flag.previewImport', 'flag.import'],
  },
  'trying-features': {
    name: 'Trying features',
    does: 'Members turn a flag of your product on for themselves, by a link. What is on can always be turned off.',
    operations: ['flag.tryIt', 'try.turnOn'],
  },
};

/** In the order of their keys. */
export const features: readonly Feature[] = featureKeys.map((key) => ({ key, ...byKey[key] }));

const owners: ReadonlyMap<string, Feature> = new Map(
  features.flatMap((feature) => feature.operations.map((name) => [name, feature] as const)),
);

/** The feature that an operation belongs to; null for all that cannot be switched. */
export function featureOf(operation: string): Feature | null {
  return owners.get(operation) ?? null;
}

export function featureNamed(key: FeatureKey): Feature {
  return { key, ...byKey[key] };
}
