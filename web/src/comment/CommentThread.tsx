import { MessageCircleReply } from 'lucide-react';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { Button } from '../ui/Button.tsx';
import { CommentCard } from './CommentCard.tsx';
import { CommentField } from './CommentField.tsx';
import styles from './CommentList.module.css';
import type { Thread } from './comment-threads.ts';

export interface CommentThreadProps {
  readonly thread: Thread;
  readonly maySay: boolean;
}

export function CommentThread({ thread, maySay }: CommentThreadProps) {
  const { root, answers } = thread;
  const isSettled = root.resolvedAt !== null;
  const [isUnfolded, setUnfolded] = useState(false);
  const [isAnswering, setAnswering] = useState(false);
  const by = usePersonName(root.resolvedBy);
  if (isSettled && !isUnfolded) {
    const count = answers.length + 1;
    return (
      <div className={styles.folded}>
        <span>
          Settled{by === null ? '' : ` by ${by}`}: {count === 1 ? 'one comment' : `${count} comments`}
        </span>
        <Button size="small" variant="plain" onClick={() => setUnfolded(true)}>
          Show
        </Button>
      </div>
    );
  }
  const resolve = (resolved: boolean) => {
    setUnfolded(false);
    void act(
      'comment.resolve',
      { commentId: root.id, resolved },
      { done: resolved ? 'The thread is settled.' : 'The thread is open.' },
    );
  };
  const answer = (text: string) => {
    setAnswering(false);
    void act('comment.add', { subjectId: root.subjectId, text, parentId: root.id });
  };
  return (
    <article aria-label="Thread" className={styles.thread}>
      <CommentCard comment={root} maySay={maySay} />
      {answers.length > 0 && (
        <div className={styles.answers}>
          {answers.map((comment) => (
            <CommentCard key={comment.id} comment={comment} maySay={maySay} />
          ))}
        </div>
      )}
      {maySay && !isAnswering && (
        <div className={styles.acts}>
          <Button size="small" variant="plain" icon={<MessageCircleReply size={13} />} onClick={() => setAnswering(true)}>
            Answer
          </Button>
          <Button size="small" variant="plain" onClick={() => resolve(!isSettled)}>
            {isSettled ? 'Open again' : 'Settle'}
          </Button>
        </div>
      )}
      {maySay && isAnswering && (
        <CommentField
          subjectId={root.subjectId}
          draftKey={root.id}
          label="Answer"
          placeholder="Answer this thread"
          send="Answer"
          focusFirst
          onSend={answer}
          onCancel={() => setAnswering(false)}
        />
      )}
    </article>
  );
}
