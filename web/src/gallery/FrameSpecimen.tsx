import { ChartLine, Inbox, Layers, PencilRuler, Plus, Settings, Table as TableIcon } from 'lucide-react';
import { useState } from 'react';
import { AppFrame } from '../ui/AppFrame.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Handle } from '../ui/Handle.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Place } from '../ui/PlaceLink.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { ReadinessRing } from '../ui/signature/ReadinessRing.tsx';
import { WindowMeter } from '../ui/signature/WindowMeter.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { showToast } from '../ui/toasts.ts';
import styles from './Gallery.module.css';
import { SampleList } from './ListSpecimens.tsx';
import { normalMeter } from './MeterSpecimens.tsx';
import { sampleChecks, sampleItems, type SampleItem } from './sample-work.ts';

const places: readonly Place[] = [
  { id: 'ideas', label: 'Parking lot', href: '/gallery/frame?ideas', icon: <Inbox size={16} />, keys: 'g p', count: 23 },
  {
    id: 'refinement',
    label: 'Refinement',
    href: '/gallery/frame?refinement',
    icon: <PencilRuler size={16} />,
    keys: 'g f',
    count: 6,
  },
  { id: 'backlog', label: 'Backlog', href: '/gallery/frame', icon: <Layers size={16} />, keys: 'g b' },
  { id: 'insights', label: 'Insights', href: '/gallery/frame?insights', icon: <ChartLine size={16} />, keys: 'g i' },
  { id: 'everything', label: 'Everything', href: '/gallery/frame?everything', icon: <TableIcon size={16} />, keys: 'g e' },
  { id: 'settings', label: 'Settings', href: '/gallery/frame?settings', icon: <Settings size={16} />, keys: 'g s' },
];

const act = {
  label: 'Capture',
  icon: <Plus size={16} />,
  keys: 'c',
  run: () => void showToast({ message: 'IDEA-72 is in the parking lot.' }),
};

/** A whole page in its frame, with a panel when asked for: `/gallery/frame?panel`. */
export function FrameSpecimen() {
  const [open, setOpen] = useState<SampleItem | null>(location.search === '?panel' ? (sampleItems(1)[0] ?? null) : null);
  return (
    <AppFrame
      brand="Nordfrakt"
      places={places}
      currentPlace="backlog"
      onNavigate={() => undefined}
      act={act}
      foot={
        <div className={styles.person}>
          <Avatar name="Mara Lindqvist" named={false} /> Mara Lindqvist
        </div>
      }
      panel={open !== null && <SamplePanel item={open} onClose={() => setOpen(null)} />}
    >
      <PageHeader
        title="Backlog"
        beside={<Badge>Parcels</Badge>}
        actions={
          <>
            <SegmentedControl
              label="View"
              value="list"
              onChange={() => undefined}
              segments={[
                { value: 'list', label: 'List' },
                { value: 'board', label: 'Board' },
              ]}
            />
            <Button variant="primary" keys="$mod+Enter">
              Commit
            </Button>
          </>
        }
      />
      <WindowMeter {...normalMeter} />
      <SampleList count={40} label="Backlog" openId={open?.id ?? null} onOpen={setOpen} />
    </AppFrame>
  );
}

function SamplePanel({ item, onClose }: { readonly item: SampleItem; readonly onClose: () => void }) {
  return (
    <Panel
      label={`${item.handle} ${item.title}`}
      header={
        <>
          <Handle text={item.handle} href="#page" /> in Parcels
        </>
      }
      onClose={onClose}
      footer={
        <>
          <Button variant="primary">Move to Review</Button>
          <Button variant="plain">Back to refinement</Button>
        </>
      }
    >
      <div className={styles.stack}>
        <h2 className={styles.panelTitle}>{item.title}</h2>
        <div className={styles.row}>
          <ReadinessRing
            checks={sampleChecks(5)}
            readyLabel="Ready"
            missingLabel={(missing) => `Missing: ${missing.join(', ')}`}
          />
          5 of 6 points
          <Avatar name={item.owner} />
        </div>
        <TextField label="Persona" defaultValue="Accountant in a small firm" />
        <TextAreaField label="Need" defaultValue="is trying to find the invoice for something she remembers buying" />
        <TextAreaField label="Benefit" defaultValue="so that the quarter closes without an evening of opening files" />
      </div>
    </Panel>
  );
}
