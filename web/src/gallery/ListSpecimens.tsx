import { useMemo, useState } from 'react';
import { Avatar } from '../ui/Avatar.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { ReadinessRing } from '../ui/signature/ReadinessRing.tsx';
import { Table, type Column } from '../ui/Table.tsx';
import styles from './Gallery.module.css';
import { sampleChecks, sampleItems, type SampleItem } from './sample-work.ts';
import { Specimen, SpecimenGroup } from './Specimen.tsx';

const idOf = (item: SampleItem) => item.id;
const stepOf = (item: SampleItem) => item.step;

const columns: readonly Column<SampleItem>[] = [
  { id: 'handle', title: 'Item', cell: (item) => <Handle text={item.handle} /> },
  { id: 'title', title: 'Title', cell: (item) => item.title },
  { id: 'owner', title: 'Owner', cell: (item) => item.owner ?? '', hideOnPhone: true },
  { id: 'age', title: 'Age', cell: (item) => <RelativeTime time={item.age} look="short" />, kind: 'figure' },
];

export interface SampleListProps {
  readonly count: number;
  readonly label: string;
  readonly compact?: boolean;
  readonly main?: boolean;
  readonly sections?: boolean;
  readonly openId?: string | null;
  readonly onOpen?: (item: SampleItem) => void;
}

/** The list as the backlog uses it. */
export function SampleList({
  count,
  label,
  compact = false,
  main = true,
  sections = true,
  openId = null,
  onOpen,
}: SampleListProps) {
  const items = useMemo(() => sampleItems(count), [count]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <List
      label={label}
      items={items}
      idOf={idOf}
      {...(sections && { sectionOf: stepOf })}
      selected={selected}
      onSelect={setSelected}
      onOpen={onOpen ?? (() => undefined)}
      openId={openId}
      compact={compact}
      main={main}
      tallOnPhone
    >
      {(item) => (
        <>
          <Handle text={item.handle} href={`#${item.id}`} column />
          <ReadinessRing
            checks={sampleChecks(item.done + 1)}
            readyLabel="Ready"
            missingLabel={(missing) => `Missing: ${missing.join(', ')}`}
          />
          <RowTitle detail={item.detail}>{item.title}</RowTitle>
          <RowFigure>
            <RelativeTime time={item.age} look="short" />
          </RowFigure>
          <Avatar name={item.owner} />
        </>
      )}
    </List>
  );
}

export function ListSpecimens() {
  const [sort, setSort] = useState<{ column: string; way: 'ascending' | 'descending' }>({ column: 'age', way: 'ascending' });
  return (
    <SpecimenGroup title="Lists and tables">
      <Specimen state="List with sections; j, k, x, Shift+j" bare>
        <SampleList count={7} label="Backlog" main={false} />
      </Specimen>
      <Specimen state="Ten thousand, compact" bare>
        {/* A region that scrolls must be reachable by keyboard; its rows are. */}
        <div className={styles.scroller} data-scroll>
          <SampleList count={10_000} label="Everything" compact main={false} sections={false} />
        </div>
      </Specimen>
      <Specimen state="Table" bare>
        <Table
          caption="Items"
          columns={columns}
          rows={sampleItems(4)}
          idOf={idOf}
          sort={sort}
          onSort={(column) =>
            setSort({ column, way: sort.column === column && sort.way === 'ascending' ? 'descending' : 'ascending' })
          }
        />
      </Specimen>
    </SpecimenGroup>
  );
}
