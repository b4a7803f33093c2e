import { z } from 'zod';
import { command, query } from '../operation.ts';
import { instant } from '../schema-parts.ts';
import { Environment, EnvironmentKey, environmentKeyName } from './environment.ts';

const ShownKey = EnvironmentKey.omit({ secretHash: true });
const environment = environmentKeyName.describe('Key of the environment, such as `production`');

export const listEnvironments = query({
  name: 'environment.list',
  summary: 'All environments, in order.',
  requires: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(Environment), next: z.null() }),
});

export const createEnvironment = command({
  name: 'environment.create',
  summary: 'Adds an environment at the end of the order; every flag begins switched off there.',
  requires: 'manage_workspace',
  input: z.object({
    key: environmentKeyName,
    name: Environment.shape.name,
    isProduction: z.boolean().default(false),
  }),
  output: Environment,
});

export const editEnvironment = command({
  name: 'environment.edit',
  summary: 'Renames an environment, moves it in the order, says who may release there, or where the product is opened.',
  requires: 'manage_workspace',
  replaces: 'environment',
  input: z.object({
    environment,
    name: Environment.shape.name.optional(),
    position: Environment.shape.position.optional(),
    isProduction: Environment.shape.isProduction.optional(),
    restrictedTo: Environment.shape.restrictedTo.optional(),
    address: Environment.shape.address.optional(),
  }),
  output: Environment,
});

export const createEnvironmentKey = command({
  name: 'environment.createKey',
  summary: 'Makes a key with which a product asks for its flags; it is shown once.',
  requires: 'release',
  secret: true,
  input: z.object({
    environment,
    kind: EnvironmentKey.shape.kind,
    name: EnvironmentKey.shape.name.default(''),
  }),
  output: z.object({ environmentKey: ShownKey, keySecret: z.string().describe('Shown once') }),
});

export const listEnvironmentKeys = query({
  name: 'environment.listKeys',
  summary: 'The keys of an environment, without their secrets.',
  requires: 'release',
  input: z.object({ environment }),
  output: z.object({
    items: z.array(ShownKey.extend({ lastUsedAt: instant.nullable().describe('To the minute; null: never') })),
    next: z.null(),
  }),
});

export const revokeEnvironmentKey = command({
  name: 'environment.revokeKey',
  summary: 'Makes a key useless at once; open streams with it end.',
  requires: 'release',
  input: z.object({ environmentKeyId: EnvironmentKey.shape.id }),
  output: z.object({}),
});
