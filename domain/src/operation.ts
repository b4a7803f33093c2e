/** What an operation declares. The list of all of them is `operations.ts`; handlers live in the server. */
import type { z } from 'zod';
import type { Capability } from './workspace/roles.ts';

interface OperationBase<Name extends string, Input extends z.ZodType, Output extends z.ZodType> {
  /** `feature.verb`. */
  readonly name: Name;
  /** One sentence for the API reference, the command line and agents. */
  readonly summary: string;
  readonly requires: Capability;
  readonly input: Input;
  readonly output: Output;
}

export interface Command<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> extends OperationBase<Name, Input, Output> {
  readonly kind: 'command';
  /** The answer holds a secret: it is never stored, and a replay answers 409 `already_done`. */
  readonly secret: boolean;
  /** The input's field that names the entity which is replaced; `If-Match` is compared with that entity's last `seq`. */
  readonly replaces: string | null;
}

export interface Query<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> extends OperationBase<Name, Input, Output> {
  readonly kind: 'query';
}

export function command<Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  declaration: OperationBase<Name, Input, Output> & { readonly secret?: boolean; readonly replaces?: string },
): Command<Name, Input, Output> {
  return {
    ...declaration,
    kind: 'command',
    secret: declaration.secret ?? false,
    replaces: declaration.replaces ?? null,
  };
}

export function query<Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  declaration: OperationBase<Name, Input, Output>,
): Query<Name, Input, Output> {
  return { ...declaration, kind: 'query' };
}
