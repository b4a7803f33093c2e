// Who a flag asks about, and who asks about it.
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import { namedByFlag } from '@shortlist/domain/flag/named-in.ts';
import { useMemo } from 'react';
import { itemHref } from '../app/use-open-item.ts';
import { useAll } from '../sync/use-store.ts';
import type { Flag } from './flag-rows.ts';
import styles from './FlagContent.module.css';
import { segmentHref } from './segment-href.ts';
import { useSegmentNames } from './use-flag-names.ts';

export function FlagAsks({ flag }: { readonly flag: Flag }) {
  const flags = useAll('flag');
  const names = useSegmentNames();
  const asks = useMemo(() => namedByFlag(flag), [flag]);
  const askedBy = useMemo(
    () => flags.filter((other) => other.key !== flag.key && namedByFlag(other).flags.has(flag.key)).map(({ key }) => key),
    [flags, flag.key],
  );
  if (asks.flags.size + asks.segments.size + askedBy.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Who asks whom">
      <h2 className={styles.heading}>Who asks whom</h2>
      <ul className={styles.rows}>
        {asks.segments.size > 0 && (
          <li>
            Its rules ask about the segments{' '}
            <Links keys={[...asks.segments]} hrefOf={segmentHref} nameOf={(key) => names.get(key) ?? key} />
          </li>
        )}
        {asks.flags.size > 0 && (
          <li>
            It asks what these flags give: <Links keys={[...asks.flags]} hrefOf={hrefOfFlag} />
          </li>
        )}
        {askedBy.length > 0 && (
          <li>
            These flags ask what it gives: <Links keys={askedBy} hrefOf={hrefOfFlag} />
          </li>
        )}
      </ul>
    </section>
  );
}

const itself = (key: string) => key;
const hrefOfFlag = (key: string) => itemHref(flagHandle(key));

interface LinksProps {
  readonly keys: readonly string[];
  readonly hrefOf: (key: string) => string;
  readonly nameOf?: (key: string) => string;
}

/** Names with commas between them, each leading to what it names. */
export function Links({ keys, hrefOf, nameOf = itself }: LinksProps) {
  return (
    <>
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <a href={hrefOf(key)} className={styles.link}>
            {nameOf(key)}
          </a>
        </span>
      ))}
    </>
  );
}
