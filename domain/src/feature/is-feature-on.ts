/**
 * Asks a feature of Shortlist's own: a flag like those of any product, answered by the same evaluator, in the server and in the
 * browser. What it depends on, the workspace and one's role, both have already.
 */
import { emptySet, type FlagSet } from '../flag/flag-set.ts';
import type { FlagDefinition } from '../flag/flag-definition.ts';
import { evaluateFlag } from '../flag/flag-evaluate.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Role } from '../workspace/roles.ts';
import { audienceOf, featureKeys, type Audience, type FeatureChoices, type FeatureKey } from './feature-words.ts';
import { featureNamed } from './features.ts';

/** What is asked of a workspace. */
interface Choosing {
  readonly features: FeatureChoices;
}

const ourselves: readonly Role[] = ['owner', 'admin'];

/** Whether who has this role in the workspace has the feature. */
export function isFeatureOn(key: FeatureKey, workspace: Choosing, role: Role): boolean {
  return evaluateFlag(sets[audienceOf(workspace.features, key)], key, { user: { role } }).value === true;
}

/** Why who has this role may not do what belongs to the feature, and who can change that; null where it is on for them. */
export function whyOff(key: FeatureKey, workspace: Choosing, role: Role): Refusal | null {
  if (isFeatureOn(key, workspace, role)) return null;
  const { name } = featureNamed(key);
  const said =
    audienceOf(workspace.features, key) === 'off'
      ? `${name} is switched off here. An owner or admin can switch it on`
      : `${name} is on for owners and admins only. One of them can switch it on for everyone`;
  return refuse('not_allowed', `${said} in Settings → Features.`, { feature: key });
}

/** The flag of a feature, as it is for an audience. */
export function featureFlag(key: FeatureKey, audience: Audience): FlagDefinition {
  const rule = {
    id: 'ourselves',
    title: 'Owners and admins',
    when: [{ attribute: 'user.role', op: 'in' as const, values: [...ourselves] }],
    serve: { variant: 'on' },
  };
  return {
    key,
    type: 'boolean',
    kind: 'operational',
    // Nothing is drawn, so nobody changes sides by a salt that all installations share.
    salt: key,
    clientSide: true,
    archived: false,
    variants: { on: true, off: false },
    enabled: audience !== 'off',
    rules: audience === 'ourselves' ? [rule] : [],
    fallthrough: { variant: audience === 'everyone' ? 'on' : 'off' },
    offVariant: 'off',
    version: 0,
  };
}

/** A set for each audience, as an environment has one; a flag is compiled when it is first asked. */
const sets: Readonly<Record<Audience, FlagSet>> = {
  off: setFor('off'),
  ourselves: setFor('ourselves'),
  everyone: setFor('everyone'),
};

function setFor(audience: Audience): FlagSet {
  // None of these flags asks the time.
  const set = emptySet(audience, () => 0);
  for (const key of featureKeys) set.flags.set(key, JSON.stringify(featureFlag(key, audience)));
  return set;
}
