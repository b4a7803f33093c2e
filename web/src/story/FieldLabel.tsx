import type { ReactNode } from 'react';
import { Tooltip } from '../ui/Tooltip.tsx';
import { keyOfField, type FieldName } from './field-commands.ts';

export interface FieldLabelProps {
  readonly field: FieldName;
  /** Without the right to edit there is no key to tell. */
  readonly mayEdit: boolean;
  readonly children: ReactNode;
}

/** The words that name a field; pointed at, they tell the key that leads into it. */
export function FieldLabel({ field, mayEdit, children }: FieldLabelProps) {
  if (!mayEdit) return <span>{children}</span>;
  const { name, keys } = keyOfField(field);
  return (
    <Tooltip text={name} keys={keys}>
      <span>{children}</span>
    </Tooltip>
  );
}
