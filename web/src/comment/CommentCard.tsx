import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Markdown } from '../app/Markdown.tsx';
import { act } from '../app/notify.ts';
import { useMe } from '../app/use-me.ts';
import { useFeature } from '../feature/use-feature.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { CommentField } from './CommentField.tsx';
import styles from './CommentList.module.css';
import type { Comment } from './comment-threads.ts';
import { Reactions } from './Reactions.tsx';

export interface CommentCardProps {
  readonly comment: Comment;
  readonly maySay: boolean;
}

export function CommentCard({ comment, maySay }: CommentCardProps) {
  const { id, authorId, text, createdAt, editedAt, removedAt, subjectId } = comment;
  const me = useMe();
  const hasReactions = useFeature('comment-reactions');
  const author = usePersonName(authorId);
  const [isEditing, setEditing] = useState(false);
  const isMine = authorId === me.id;
  const mayRemove = isMine || me.role === 'owner' || me.role === 'admin';
  if (removedAt !== null) return <p className={styles.removed}>A comment was taken away here.</p>;
  const entries: readonly MenuEntry[] = [
    ...(isMine ? [{ kind: 'item', id: 'edit', label: 'Edit', run: () => setEditing(true) } as const] : []),
    {
      kind: 'item',
      id: 'remove',
      label: 'Take away',
      tone: 'bad',
      run: () => void act('comment.remove', { commentId: id }, { done: 'The comment is taken away.' }),
    },
  ];
  const edit = (words: string) => {
    setEditing(false);
    if (words !== text) void act('comment.edit', { commentId: id, text: words });
  };
  return (
    <div className={styles.card}>
      <header className={styles.by}>
        <Avatar name={author} named={false} />
        <span className={styles.author}>{author ?? 'Somebody'}</span>
        <span className={styles.when}>
          <RelativeTime time={createdAt} />
          {editedAt !== null && ', edited'}
        </span>
        {maySay && mayRemove && (
          <Menu
            label="What can be done with this comment"
            icon={<Ellipsis size={14} />}
            iconOnly
            variant="plain"
            size="small"
            align="end"
            entries={entries}
          />
        )}
      </header>
      {isEditing ? (
        <CommentField
          subjectId={subjectId}
          draftKey={`${id} edit`}
          initial={text}
          label="Edit your comment"
          send="Save"
          focusFirst
          onSend={edit}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Markdown text={text} onCheck={isMine && maySay ? edit : undefined} />
      )}
      <Reactions comment={comment} mayReact={maySay && hasReactions} />
    </div>
  );
}
