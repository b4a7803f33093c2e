import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, oneLine, personId, url } from '../schema-parts.ts';
import { keyKinds } from './environment-words.ts';

export const environmentKeyName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case: small letters, digits and -');

export const Environment = z
  .object({
    id: idOf('environment'),
    key: environmentKeyName.describe('`production`; never changes'),
    name: filledLine(60),
    position: z.int().min(0).max(1000).describe('Order, from the first place a change is tried to the last'),
    isProduction: z.boolean().describe('Whether customers use it'),
    restrictedTo: z
      .array(personId)
      .max(200)
      .nullable()
      .describe('Who may let more people see a feature there; null: every member who may climb. Stepping down is free to all'),
    address: url.nullable().describe('Where the product is opened there; null: not said'),
    keysChanged: z.int().min(0).describe('How often its keys were made or revoked, so that every server looks again'),
    createdAt: instant,
  })
  .describe('Where the product runs, with a state of its own for each flag');
export type Environment = z.infer<typeof Environment>;

export const EnvironmentKey = z.object({
  id: idOf('environmentKey'),
  environmentId: idOf('environment'),
  kind: z.enum(keyKinds).describe('`server` reads rules; `browser` gets results of flags that browsers may see'),
  name: oneLine(80).describe('Where it is used'),
  secretHash: z.string().describe('SHA-256 of the secret, hexadecimal; the secret itself is shown once and not kept'),
  createdBy: personId,
  createdAt: instant,
});
export type EnvironmentKey = z.infer<typeof EnvironmentKey>;
