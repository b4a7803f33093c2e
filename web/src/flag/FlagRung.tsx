import { rungs, type ShownRung } from '@shortlist/domain/ladder/rung-words.ts';
import { RungMark } from '../ui/signature/RungMark.tsx';
import { useFlagOfStory } from './flag-rows.ts';
import { rungLabel } from './ladder-words.ts';

/** The rung of a flag, as a mark and its word. */
export function FlagRung({ rung, onlyMark = false }: { readonly rung: ShownRung; readonly onlyMark?: boolean }) {
  const at = rungs.findIndex((one) => one === rung);
  return <RungMark rungs={rungs.length} at={at === -1 ? null : at} label={rungLabel(rung)} onlyMark={onlyMark} />;
}

/** In the row or card of a story: how far its feature is released; nothing without a flag. */
export function StoryRung({ storyId }: { readonly storyId: string }) {
  const flag = useFlagOfStory(storyId);
  return flag === undefined ? null : <FlagRung rung={flag.rung} onlyMark />;
}
