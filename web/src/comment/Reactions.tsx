import { reactionKinds, type ReactionKind } from '@shortlist/domain/comment/comment-limits.ts';
import { CircleHelp, Eye, Heart, PartyPopper, SmilePlus, ThumbsDown, ThumbsUp, type LucideIcon } from 'lucide-react';
import { act } from '../app/notify.ts';
import { useMe } from '../app/use-me.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { Menu } from '../ui/Menu.tsx';
import styles from './CommentList.module.css';
import type { Comment } from './comment-threads.ts';

/** Drawn by us, so that they look the same everywhere. */
const looks: Readonly<Record<ReactionKind, { readonly label: string; readonly Icon: LucideIcon }>> = {
  agree: { label: 'Agree', Icon: ThumbsUp },
  disagree: { label: 'Disagree', Icon: ThumbsDown },
  heart: { label: 'Heart', Icon: Heart },
  celebrate: { label: 'Celebrate', Icon: PartyPopper },
  look: { label: 'Looking into it', Icon: Eye },
  unsure: { label: 'Unsure', Icon: CircleHelp },
};

export interface ReactionsProps {
  readonly comment: Comment;
  readonly mayReact: boolean;
}

export function Reactions({ comment, mayReact }: ReactionsProps) {
  const me = useMe();
  const nameOf = usePersonNames();
  const byKind = Map.groupBy(comment.reactions, ({ kind }) => kind);
  const isOn = (kind: ReactionKind) => byKind.get(kind)?.some(({ memberId }) => memberId === me.id) === true;
  const toggle = (kind: ReactionKind) => void act('comment.react', { commentId: comment.id, kind, on: !isOn(kind) });
  return (
    <div className={styles.reactions}>
      {reactionKinds.map((kind) => {
        const given = byKind.get(kind);
        if (given === undefined) return null;
        const { label, Icon } = looks[kind];
        const names = given.map(({ memberId }) => nameOf(memberId) ?? 'Somebody').join(', ');
        return (
          <button
            key={kind}
            type="button"
            className={styles.reaction}
            aria-pressed={isOn(kind)}
            aria-label={`${label}: ${names}`}
            title={`${label}: ${names}`}
            disabled={!mayReact}
            onClick={() => toggle(kind)}
          >
            <Icon size={13} />
            {given.length}
          </button>
        );
      })}
      {mayReact && (
        <Menu
          label="React"
          icon={<SmilePlus size={14} />}
          iconOnly
          variant="plain"
          size="small"
          entries={reactionKinds.map((kind) => {
            const { label, Icon } = looks[kind];
            return { kind: 'item', id: kind, label, icon: <Icon size={14} />, checked: isOn(kind), run: () => toggle(kind) };
          })}
        />
      )}
    </div>
  );
}
