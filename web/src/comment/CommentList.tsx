// What is said about an idea or an item: threads, the settled ones folded, and a field to begin another.
import { commentLimits } from '@shortlist/domain/comment/comment-limits.ts';
import { useMemo } from 'react';
import { FollowingMenu } from '../notice/FollowingMenu.tsx';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { FieldLabel } from '../story/FieldLabel.tsx';
import { useOpened, useQuery, type RefreshOn } from '../sync/use-query.ts';
import { useBy } from '../sync/use-store.ts';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { Section } from '../ui/Section.tsx';
import { CommentField } from './CommentField.tsx';
import styles from './CommentList.module.css';
import { CommentThread } from './CommentThread.tsx';
import { threadsOf } from './comment-threads.ts';

export interface CommentListProps {
  readonly subjectId: string;
  /** Whether a key leads to the field, as it does in an opened item. */
  readonly hasKey?: boolean;
}

export function CommentList({ subjectId, hasKey = false }: CommentListProps) {
  const refreshOn = useMemo<RefreshOn>(
    () => (change) => change.entity === 'comment' && change.value !== null && change.value['subjectId'] === subjectId,
    [subjectId],
  );
  const { value, seq, refusal } = useQuery('comment.list', { subjectId, limit: commentLimits.perSubject }, { refreshOn });
  useOpened('comment', value?.items, seq);
  const comments = useBy('comment', 'subjectId', subjectId);
  const threads = useMemo(() => threadsOf(comments), [comments]);
  const maySay = useMay('shape');
  const count = comments.filter(({ removedAt }) => removedAt === null).length;
  return (
    <Section
      label="Comments"
      className={styles.comments}
      low
      heading={
        <FieldLabel field="comment" mayEdit={hasKey && maySay}>
          Comments
        </FieldLabel>
      }
      count={count > 0 && count}
      action={<FollowingMenu subjectId={subjectId} />}
    >
      {value === undefined && comments.length === 0 && refusal !== null && <p className={styles.quiet}>{refusal.message}</p>}
      {value === undefined && comments.length === 0 && refusal === null && (
        <Skeleton label="Loading comments">
          <SkeletonRows count={2} />
        </Skeleton>
      )}
      {threads.map((thread) => (
        <CommentThread key={thread.root.id} thread={thread} maySay={maySay} />
      ))}
      {maySay && (
        <div data-field="comment">
          <CommentField
            key={subjectId}
            subjectId={subjectId}
            draftKey={subjectId}
            label="Add a comment"
            placeholder="Say something. @ names somebody, # an item."
            send="Comment"
            onSend={(text) => void act('comment.add', { subjectId, text })}
          />
          <FieldPresence field="comment" />
        </div>
      )}
    </Section>
  );
}
