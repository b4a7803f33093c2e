// A segment on a page of its own: who belongs to it, by key and by rules, and which flags follow it.
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import { betaKey, ourselvesKey } from '@shortlist/domain/segment/new-segments.ts';
import { useParams, useRouter } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { itemHref } from '../app/use-open-item.ts';
import { useMay } from '../app/use-may.ts';
import { useAll } from '../sync/use-store.ts';
import { useConnection } from '../sync/use-connection.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { Links } from './FlagAsks.tsx';
import content from './FlagContent.module.css';
import styles from './FlagPage.module.css';
import { segmentHref } from './segment-href.ts';
import { SegmentMembers } from './SegmentMembers.tsx';
import type { Segment } from './segment-words.ts';
import { useSegmentUses } from './SegmentsPage.tsx';

export function SegmentPage() {
  const { key = '' } = useParams({ strict: false });
  const segment = useAll('segment').find((one) => one.key === key);
  const { state } = useConnection();
  return (
    <>
      <PageHeader
        title={<span className={styles.key}>{key}</span>}
        beside={
          <a href="/flags/segments" className={content.link}>
            All segments
          </a>
        }
      />
      <div className={styles.page}>
        {segment !== undefined ? (
          <SegmentContent key={key} segment={segment} />
        ) : state === 'loading' ? (
          <Skeleton label="Loading the segment">
            <SkeletonRows count={4} />
          </Skeleton>
        ) : (
          <ErrorNotice problem={`There is no segment ${key}. Look at the list of segments.`} />
        )}
      </div>
    </>
  );
}

function SegmentContent({ segment }: { readonly segment: Segment }) {
  const mayRelease = useMay('release');
  const uses = useSegmentUses().get(segment.key) ?? [];
  const { history } = useRouter();
  const remove = async () => {
    const sent = await act('segment.remove', { key: segment.key }, { done: `The segment ${segment.name} is removed.` });
    if (!('refused' in sent)) history.push('/flags/segments');
  };
  const keysOf = (kind: 'flag' | 'segment') => uses.filter(({ is }) => is === kind).map(({ key }) => key);
  return (
    <div className={content.content}>
      {mayRelease ? (
        <EditableLine
          label="Name"
          look="title"
          value={segment.name}
          maxLength={80}
          required="A segment needs a name."
          onSave={(name) => act('segment.edit', { key: segment.key, name })}
        />
      ) : (
        <h2 className={content.title}>{segment.name}</h2>
      )}
      {segment.key === ourselvesKey && (
        <p className={content.note}>
          Who makes the product: they see what is on the rung Internal, in production, before any customer.
        </p>
      )}
      {segment.key === betaKey && (
        <p className={content.note}>Whom the rung Beta means, unless customers are chosen by key for one flag.</p>
      )}
      <SegmentMembers segment={segment} mayRelease={mayRelease} />
      <section className={content.part} aria-label="Used by">
        <h2 className={content.heading}>Used by</h2>
        {uses.length === 0 ? (
          <p className={content.note}>No rule asks about it.</p>
        ) : (
          <p className={content.note}>
            <Links keys={keysOf('flag')} hrefOf={(key) => itemHref(flagHandle(key))} />
            {keysOf('flag').length > 0 && keysOf('segment').length > 0 && ', and the segments '}
            <Links keys={keysOf('segment')} hrefOf={segmentHref} />
          </p>
        )}
        {mayRelease && (
          <div className={content.acts}>
            <Button size="small" icon={<Trash2 size={14} />} disabled={uses.length > 0} onClick={() => void remove()}>
              Remove the segment
            </Button>
            {uses.length > 0 && <span className={content.note}>It can go when nothing asks about it.</span>}
          </div>
        )}
      </section>
    </div>
  );
}
