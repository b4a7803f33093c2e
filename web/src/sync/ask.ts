// Asking once, in the middle of an act; what a screen shows is asked by `useQuery`.
import type { InputOf, QueryName } from '@shortlist/domain/operations.ts';
import { appTransport } from './app-sync.ts';
import { callOperation, type Called } from './call-operation.ts';

/** Never throws; without a server the answer is the refusal `offline`. Nothing of it is kept. */
export async function ask<Name extends QueryName>(name: Name, input: InputOf<Name>): Promise<Called<Name>> {
  return await callOperation(appTransport, name, input);
}
