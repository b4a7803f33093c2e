// Search over everything, with the query in the address: at once what this browser has, and among it what only the server has.
import { handlePattern } from '@shortlist/domain/id-format.ts';
import { useRouter } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { itemHref, useOpenItem } from '../app/use-open-item.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure } from '../ui/ListRow.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextField } from '../ui/TextField.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { FoundText } from './FoundText.tsx';
import { hitWords, standingWords } from './hit-words.ts';
import type { Hit } from './local-texts.ts';
import styles from './SearchPage.module.css';
import { useHits, type Hits } from './use-hits.ts';

const idOf = (hit: Hit) => hit.id;

export function SearchPage() {
  const [typed, setTyped] = useSearchText('q');
  const query = useDeferredValue(typed);
  const { handle, open } = useOpenItem();
  const { history } = useRouter();
  const [cursor, setCursor] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useHits(query, () => rowUnderPointer(list.current));
  const current = cursor ?? found.firstId;
  useEffect(() => {
    // The newly shown place has the focus first.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);

  const type = (next: string) => {
    setTyped(next);
    setCursor(null);
  };
  const openHit = (hit: Hit) => {
    if (hit.type === 'person') history.push(`/everything?q=${encodeURIComponent(hit.title)}`);
    else open(hit.handle.split(' ')[0] ?? '');
  };
  const place = Math.max(
    0,
    found.hits.findIndex(({ id }) => id === current),
  );
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const named = typed.trim().toUpperCase();
    const hit = found.hits[place];
    if (by !== 0) setCursor(found.hits[Math.min(Math.max(0, place + by), found.hits.length - 1)]?.id ?? null);
    else if (event.key === 'Enter' && handlePattern.test(named)) history.push(itemHref(named));
    else if (event.key === 'Enter' && hit !== undefined) openHit(hit);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <PageHeader title="Search" />
      <div className={styles.field}>
        <TextField
          ref={field}
          type="search"
          label="Search everything"
          hideLabel
          placeholder="Words, a name, or a handle like STORY-34"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          data-search
          onKeyDown={press}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      <VisuallyHidden live>{query === '' ? '' : `${found.hits.length} found`}</VisuallyHidden>
      <div ref={list}>
        <List
          label="Found"
          items={found.hits}
          idOf={idOf}
          cursor={current}
          onCursor={setCursor}
          openId={found.hits.find((hit) => handle !== null && hit.handle.split(' ')[0] === handle)?.id ?? null}
          onOpen={openHit}
          tallOnPhone
          empty={<NothingFound query={query} found={found} onClear={() => type('')} />}
        >
          {(hit) => <HitRow hit={hit} found={found} />}
        </List>
      </div>
    </>
  );
}

/** Counted from 0; -1 where the pointer is on none. */
function rowUnderPointer(list: HTMLElement | null): number {
  const row = list?.querySelector('[role="row"]:hover');
  return Number(row?.getAttribute('aria-rowindex') ?? 0) - 1;
}

function HitRow({ hit, found }: { readonly hit: Hit; readonly found: Hits }) {
  const standing = standingWords[hit.standing];
  return (
    <>
      <Handle text={hit.handle} column />
      <span className={styles.words}>
        <span className={styles.title}>
          <FoundText text={hit.title} wanted={found.wanted} />
        </span>
        {hit.excerpt !== '' && (
          <span className={styles.excerpt}>
            <FoundText text={hit.excerpt} wanted={found.wanted} />
          </span>
        )}
      </span>
      {standing !== null && <Badge tone={standing.tone}>{standing.word}</Badge>}
      <RowFigure>{hitWords[hit.type]}</RowFigure>
    </>
  );
}

function NothingFound({ query, found, onClear }: { readonly query: string; readonly found: Hits; readonly onClear: () => void }) {
  if (query.trim() === '') {
    return (
      <EmptyState sentence="Ideas, stories, tasks, criteria, long texts and evidence are found here by their words, the rejected ones too." />
    );
  }
  if (found.isAsking) return null;
  const sentence = `Nothing has “${query.trim()}” in it.`;
  return (
    <EmptyState
      sentence={found.refusal === null ? sentence : `${sentence} Only what this browser holds was searched: ${found.refusal}`}
      action={{ label: 'Search for something else', run: onClear }}
    />
  );
}
