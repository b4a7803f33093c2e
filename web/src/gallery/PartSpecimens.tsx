import { Archive, Ellipsis, Plus, Search, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge, Chip } from '../ui/Badge.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Handle } from '../ui/Handle.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Menu } from '../ui/Menu.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Section } from '../ui/Section.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './Gallery.module.css';
import { daysAgo } from './sample-work.ts';
import { Specimen, SpecimenGroup } from './Specimen.tsx';

const fiveDaysAgo = daysAgo(5);
const colours = [
  'surface-0',
  'surface-1',
  'surface-2',
  'surface-3',
  'surface-float',
  'accent-soft',
  'good-soft',
  'warn-soft',
  'bad-soft',
  'risk-1',
  'risk-2',
  'risk-3',
  'risk-4',
  'risk-5',
];

export function PartSpecimens() {
  const [view, setView] = useState<'list' | 'board'>('list');
  const [tab, setTab] = useState<'story' | 'criteria' | 'activity'>('story');
  const nothing = () => undefined;
  return (
    <>
      <SpecimenGroup title="Colour and type">
        <div className={styles.swatches}>
          {colours.map((name) => (
            <div
              key={name}
              className={styles.swatch}
              style={{
                background: `var(--${name})`,
                color: name === 'risk-5' ? 'var(--on-risk-5)' : name.startsWith('risk') ? 'var(--on-risk)' : undefined,
              }}
            >
              {name}
              {!name.startsWith('risk') && <span className={styles.muted}> and muted</span>}
            </div>
          ))}
        </div>
      </SpecimenGroup>
      <SpecimenGroup title="Buttons">
        <Specimen state="Primary, quiet, plain, danger; with icon, key, small, disabled">
          <div className={styles.row}>
            <Button variant="primary">Commit</Button>
            <Button variant="primary" keys="$mod+Enter">
              Commit
            </Button>
            <Button icon={<Plus size={16} />} keys="c">
              Capture
            </Button>
            <Button>Swap something out</Button>
            <Button variant="plain">Not now</Button>
            <Button variant="danger">Erase the person</Button>
            <Button size="small">Small</Button>
            <Button disabled>Disabled</Button>
            <IconButton label="Search" keys="/" icon={<Search size={16} />} />
            <IconButton label="Archive" variant="quiet" size="small" icon={<Archive size={14} />} />
            <Menu
              label="More"
              iconOnly
              variant="plain"
              icon={<Ellipsis size={16} />}
              entries={[
                { kind: 'heading', id: 'step', label: 'Step' },
                { kind: 'item', id: 'design', label: 'Design', checked: false, run: nothing },
                { kind: 'item', id: 'building', label: 'Building', checked: true, run: nothing },
                { kind: 'line', id: 'line' },
                { kind: 'item', id: 'back', label: 'Back to refinement', keys: 'Backspace', checked: false, run: nothing },
                { kind: 'item', id: 'reject', label: 'Reject', icon: <Trash2 size={14} />, tone: 'bad', run: nothing },
              ]}
            />
          </div>
        </Specimen>
        <Specimen state="Keys, handles, badges, chips, people, times">
          <div className={styles.row}>
            <Kbd keys="c" />
            <Kbd keys="g p" />
            <Kbd keys="$mod+Enter" />
            <Handle text="STORY-34" href="#story" />
            <Handle text={null} />
            <Badge>Task</Badge>
            <Badge tone="accent">Ready</Badge>
            <Badge tone="good">Within</Badge>
            <Badge tone="warn">Stale</Badge>
            <Badge tone="bad">Breach</Badge>
            <Chip dot="#b0713b">customs</Chip>
            <Chip onRemove={nothing} removeLabel="Remove owner: me">
              owner: me
            </Chip>
            <Avatar name="Mara Lindqvist" />
            <Avatar name="Yuki Sato" />
            <Avatar name="Tomás Prieto" />
            <Avatar name="Ines Okafor" size="normal" />
            <Avatar name={null} />
            <RelativeTime time={fiveDaysAgo} />
            <RelativeTime time={fiveDaysAgo} look="short" />
          </div>
        </Specimen>
        <Specimen state="Sections: with a count and an act, with a count, low" narrow>
          <Section
            label="Files"
            count={2}
            action={
              <Button size="small" variant="plain">
                Attach files
              </Button>
            }
          />
          <Section label="Questions" count="all answered" />
          <Section label="Activity" low />
        </Specimen>
        <Specimen state="Segmented control and tabs">
          <div className={styles.stack}>
            <SegmentedControl
              label="View"
              segments={[
                { value: 'list', label: 'List' },
                { value: 'board', label: 'Board' },
              ]}
              value={view}
              onChange={setView}
            />
            <Tabs
              label="Story"
              tabs={[
                { value: 'story', label: 'Story', content: 'Who has it, and why it matters.' },
                { value: 'criteria', label: 'Criteria 3', content: 'What is verified.' },
                { value: 'activity', label: 'Activity', content: 'Who did what.' },
              ]}
              value={tab}
              onChange={setTab}
            />
          </div>
        </Specimen>
      </SpecimenGroup>
    </>
  );
}
