/** Reads what an issue says of its comments: their texts (`gh`), their number (REST), or nothing. */
import type { z } from 'zod';
import { GithubComment, isObject, underGhNames } from './github-shapes.ts';
import { excerpt, instantOf, loginOf } from './github-values.ts';
import { importLimits } from './import-limits.ts';
import type { ImportComment } from './import-record.ts';
import { storableText } from './imported-text.ts';

export interface ReadComments {
  /** Null where the file carries no texts. */
  readonly comments: ImportComment[] | null;
  /** Null where the file does not say. */
  readonly count: number | null;
  readonly note: string | null;
}

/** `record` is the issue's external id; `onFault` is called once for each problem, with a sentence that names its place. */
export function githubComments(raw: unknown, record: string, onFault: (sentence: () => string) => void): ReadComments {
  if (raw === undefined || raw === null) return { comments: null, count: null, note: null };
  if (typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0) return { comments: null, count: raw, note: null };
  if (!Array.isArray(raw)) {
    onFault(() => `comments: neither a list nor a number of comments: ${excerpt(raw)}`);
    return { comments: null, count: null, note: null };
  }
  const comments: ImportComment[] = [];
  const ids = new Map<string, number>();
  let cut = 0;
  raw.forEach((value: unknown, index) => {
    const comment = isObject(value) ? underGhNames(value) : value;
    const parsed = GithubComment.safeParse(comment);
    if (!parsed.success) {
      for (const fault of parsed.error.issues) onFault(() => `comments.${index}${describeFault(comment, fault)}`);
      return;
    }
    const id = commentId(record, parsed.data);
    const same = (ids.get(id) ?? 0) + 1;
    ids.set(id, same);
    if (comments.length === importLimits.comments) return;
    const body = storableText(parsed.data.body ?? '', importLimits.textLength);
    if (body.cut) cut += 1;
    const url = parsed.data.url ?? '';
    comments.push({
      externalId: same === 1 ? id : `${id}-${same}`,
      author: loginOf(parsed.data.author),
      body: body.text,
      createdAt: instantOf(parsed.data.createdAt),
      ...(isCommentUrl(url) ? { url } : {}),
    });
  });
  return { comments, count: raw.length, note: noteOf(raw.length, cut) };
}

function noteOf(count: number, cut: number): string | null {
  const notes = [
    ...(count > importLimits.comments ? [`the first ${importLimits.comments} of ${count} comments are taken`] : []),
    ...(count === importLimits.listedComments ? [`${count} comments, the most that gh lists; there may be more`] : []),
    ...(cut > 0 ? [`${cut} of its comments cut to ${importLimits.textLength} characters`] : []),
  ];
  return notes.length === 0 ? null : notes.join('; ');
}

function isCommentUrl(url: string): boolean {
  return url.length <= 500 && /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url);
}

/** GitHub's own number where the file has the comment's address; else its time and author, which an edit leaves as they are. */
function commentId(record: string, comment: GithubComment): string {
  const anchor = /#(issuecomment-\d{1,20})$/.exec(comment.url ?? '')?.[1];
  if (anchor !== undefined) return `${record}/${anchor}`;
  return `${record}/comment-${Date.parse(comment.createdAt) / 1000}-${loginOf(comment.author) ?? 'ghost'}`;
}

function describeFault(comment: unknown, fault: z.core.$ZodIssue): string {
  if (!isObject(comment)) return `: not a comment: ${excerpt(comment)}`;
  let value: unknown = comment;
  for (const key of fault.path) value = isObject(value) ? value[String(key)] : undefined;
  const name = fault.path.map(String).join('.');
  return value === undefined ? `.${name}: missing` : `.${name}: ${fault.message}: ${excerpt(value)}`;
}
