/** The keys of Shortlist's own features, and for whom one can be on. Without a schema, so that the browser carries them. */

/** A key leaves this list together with the last `isFeatureOn` that asks for it. */
export const featureKeys = ['story-splitting', 'comment-reactions', 'flag-file-import', 'trying-features'] as const;
export type FeatureKey = (typeof featureKeys)[number];

/** From nobody to everybody; `ourselves`: owners and admins. */
export const audiences = ['off', 'ourselves', 'everyone'] as const;
export type Audience = (typeof audiences)[number];

/** For whom each feature is on, by its key, as a workspace keeps it; null where nobody has chosen anything. */
export type FeatureChoices = Readonly<Record<string, Audience>> | null;

/** For whom a feature is on: everyone, until somebody chose otherwise. */
export function audienceOf(choices: FeatureChoices, key: FeatureKey): Audience {
  // A browser may still hold a workspace from before there were choices.
  return choices?.[key] ?? 'everyone';
}
