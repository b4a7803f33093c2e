/** A mail's words, as text and as HTML. Whatever people typed is escaped, and nothing of it reaches a header but one clean line. */
import { flagKeyOf, pagePath } from '../flag/flag-handle.ts';
import { noticeWords } from '../notice/notice-channels.ts';
import { noticeLimits } from '../notice/notice-kinds.ts';
import type { Waiting } from './mail-waiting.ts';

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** More than so many items are counted only. */
const itemsMost = 30;

export interface NoticeMail {
  readonly name: string;
  readonly workspace: string;
  readonly origin: string;
  readonly unsubscribe: string;
  /** Oldest first. */
  readonly notices: Waiting['notices'];
}

export function noticeMail({ name, workspace, origin, unsubscribe, notices }: NoticeMail): MailWords {
  const items = [...Map.groupBy(notices, ({ notice }) => notice.subjectId).values()];
  const shown = items.slice(0, itemsMost).flatMap((told) => {
    const [first] = told;
    if (first === undefined) return [];
    const lines = told.map(
      ({ notice, by }) => `${noticeWords(notice.kind, by)}${notice.words === '' ? '.' : `: ${notice.words}`}`,
    );
    return [
      { heading: `${flagKeyOf(first.handle) ?? first.handle} ${first.title}`, href: `${origin}${pagePath(first.handle)}`, lines },
    ];
  });
  const more = items.length > itemsMost ? `${items.length - itemsMost} more at ${origin}/notices` : null;
  const end = `You get this because you follow these in ${workspace}. Choose what comes by mail: ${origin}/settings/notices`;
  const text = [
    `${name},`,
    ...shown.map(({ heading, href, lines }) => [heading, href, ...lines.map((line) => `  ${line}`)].join('\n')),
    ...(more === null ? [] : [more]),
    `${end}\nNo more mail: ${unsubscribe}`,
  ].join('\n\n');
  const html = [
    `<p>${escaped(name)},</p>`,
    ...shown.map(
      ({ heading, href, lines }) =>
        `<p><a href="${escaped(href)}"><b>${escaped(heading)}</b></a><br>${lines.map(escaped).join('<br>')}</p>`,
    ),
    ...(more === null ? [] : [`<p>${escaped(more)}</p>`]),
    `<p><small>${escaped(end)}<br><a href="${escaped(unsubscribe)}">No more mail</a></small></p>`,
  ].join('\n');
  return { subject: subjectOf(shown, items.length, workspace), text, html };
}

function subjectOf(shown: readonly { readonly heading: string }[], count: number, workspace: string): string {
  const [first] = shown;
  const what = count === 1 && first !== undefined ? first.heading : `${count} items concern you`;
  return clean(`${what} · ${workspace}`).slice(0, Math.min(200, noticeLimits.words));
}

/** One line without anything that would end a header. */
function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
