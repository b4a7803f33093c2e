// The choice of labels, once a page: it is drawn wherever the key was pressed or the menu stood.
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { currentPick, onPickChange, pickLabels } from './label-picker.ts';

const LabelPicker = lazy(async () => ({ default: (await import('./LabelPicker.tsx')).LabelPicker }));

export function LabelPickerHost() {
  const subjects = useSyncExternalStore(onPickChange, currentPick);
  return <Suspense>{subjects !== null && <LabelPicker subjects={subjects} onClose={() => pickLabels(null)} />}</Suspense>;
}
