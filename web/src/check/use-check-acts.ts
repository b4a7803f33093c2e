// Doing something about a finding: taking the how out of the words, keeping a second way, setting it aside.
import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import { takeOutOfLine } from '@shortlist/domain/check/check-repair.ts';
import type { DismissReason } from '@shortlist/domain/check/check-reasons.ts';
import type { RefObject } from 'react';
import { act } from '../app/notify.ts';
import type { Story } from '../story/item.ts';
import { controlOf } from './checked-fields.ts';
import type { LiveCheck } from './use-story-check.ts';

export interface CheckActs {
  /** Selects the words where they can be edited; the answer is whether they can. */
  readonly show: (finding: Finding) => boolean;
  readonly moveToCriteria: (finding: Finding) => void;
  readonly keepSecondWay: (finding: Finding, way: string) => void;
  readonly setAside: (finding: Finding, reason: DismissReason) => void;
  readonly bringBack: (dismissalId: string) => void;
}

export function useCheckActs(
  story: Story,
  { check, persona, problem, problemSeq }: LiveCheck,
  within: RefObject<HTMLElement | null>,
): CheckActs {
  const show = (finding: Finding): boolean => {
    const control = controlOf(within.current, finding);
    if (control === null) return false;
    control.select(finding.span.start, finding.span.end);
    return true;
  };
  return {
    show,

    moveToCriteria: (finding) => {
      const control = controlOf(within.current, finding);
      const text = control?.text() ?? savedText({ ...story, persona, problem }, finding);
      const beside = check.findings.filter(
        ({ field, family, dismissed, criterionId }) =>
          field === finding.field && criterionId === finding.criterionId && family === 'solution' && !dismissed,
      );
      const { rest, criterion, isRestEnough } = takeOutOfLine(text, finding, beside);
      if (isRestEnough && control !== null) control.type(rest);
      if (isRestEnough) save(rest);
      else if (control !== null && finding.field !== 'problem') control.select(0, control.length());
      const done = isRestEnough ? 'It is a criterion now.' : 'It is a criterion now. Say in its place what is to be reached.';
      void act('criterion.add', { itemId: story.id, text: criterion.slice(0, 1000) }, { done });

      function save(line: string): void {
        if (finding.field === 'problem') {
          // While it is edited, the field saves by itself.
          if (control === null) void act('text.edit', { subjectId: story.id, field: 'problem', baseSeq: problemSeq, text: line });
        } else if (finding.field !== 'criterion') void act('story.edit', { itemId: story.id, [finding.field]: line });
      }
    },

    keepSecondWay: (finding, way) => {
      const ways = `Another way than “${finding.words}”: ${way}`;
      const text = problem === '' ? ways : `${problem.trimEnd()}\n\n${ways}`;
      const done = 'Kept in the problem text. Now say the need so that both would meet it.';
      void act('text.edit', { subjectId: story.id, field: 'problem', baseSeq: problemSeq, text }, { done });
      show(finding);
    },

    setAside: (finding, reason) => {
      const { rule, words } = finding;
      const word = ownWord(words);
      if (reason === 'own_word' && word !== '') void act('term.add', { word }, { quiet: true });
      const done = reason === 'own_word' && word !== '' ? `“${word}” is in the glossary now.` : 'Set aside.';
      void act('check.dismiss', { itemId: story.id, rule, words: words.slice(0, 400), reason }, { done });
    },

    bringBack: (dismissalId) => void act('check.restore', { dismissalId }),
  };
}

function savedText(saved: Pick<Story, 'need' | 'benefit'> & Pick<LiveCheck, 'persona' | 'problem'>, { field }: Finding): string {
  return field === 'criterion' ? '' : saved[field];
}

/** Of a finding of many words, the last is the thing. */
function ownWord(words: string): string {
  const parts = words.trim().split(/\s+/);
  return (parts.length <= 2 ? parts.join(' ') : (parts.at(-1) ?? '')).replaceAll(/[“”"'.,;]/g, '').slice(0, 60);
}
