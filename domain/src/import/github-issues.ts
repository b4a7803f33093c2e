/** Turns a file of GitHub issues into import records. It refuses the whole file when anything in it is not what it claims to be. */
import type { z } from 'zod';
import { githubComments } from './github-comments.ts';
import { GithubIssue, isObject, nameInFile, type RawObject, underGhNames } from './github-shapes.ts';
import { excerpt, instantOf, loginOf } from './github-values.ts';
import { importLimits } from './import-limits.ts';
import type { ImportRecord, RecordNote } from './import-record.ts';
import { storableLine, storableText } from './imported-text.ts';
import { jsonValues } from './json-values.ts';
import { addProblem, type ProblemList, problemList } from './problem-list.ts';

export interface SkippedIssue {
  readonly number: number | null;
  readonly why: 'it is a pull request' | 'it is in the file twice; the copy updated last counts';
}

export type GithubFile =
  | {
      readonly ok: true;
      /** In the order of the file; no external id twice. */
      readonly records: readonly ImportRecord[];
      readonly skipped: readonly SkippedIssue[];
      /** One for each thing that was cut or mended. */
      readonly notes: readonly RecordNote[];
    }
  | { readonly ok: false; readonly problems: readonly string[]; readonly problemCount: number };

/**
 * Reads the text of a file: `gh issue list --json …` or REST lists, as one array, several in a row, an array of arrays, or one
 * issue a line. `problems` holds the first 20 of `problemCount`; with any, nothing is returned to import. Takes about a
 * second for 60 MB.
 */
export function parseGithubIssues(text: string): GithubFile {
  const problems = problemList();
  const raws = rawIssues(text, problems);
  const notes: RecordNote[] = [];
  const skipped: SkippedIssue[] = [];
  const byId = new Map<string, ImportRecord>();
  raws.forEach((raw, index) => {
    if (isObject(raw) && isPullRequest(raw)) {
      skipped.push({ number: typeof raw['number'] === 'number' ? raw['number'] : null, why: 'it is a pull request' });
      return;
    }
    const record = readIssue(raw, index, problems, notes);
    if (record === null) return;
    const other = byId.get(record.externalId);
    if (other !== undefined) {
      skipped.push({ number: record.number, why: 'it is in the file twice; the copy updated last counts' });
    }
    if (other === undefined || other.updatedAt < record.updatedAt) byId.set(record.externalId, record);
  });
  if (problems.count > 0) return { ok: false, problems: problems.shown, problemCount: problems.count };
  return { ok: true, records: [...byId.values()], skipped, notes };
}

function rawIssues(text: string, problems: ProblemList): readonly unknown[] {
  const problem = unreadable(text);
  if (problem !== null) {
    addProblem(problems, () => problem);
    return [];
  }
  const parsed = jsonValues(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (!parsed.ok) {
    addProblem(problems, () => parsed.problem);
    return [];
  }
  // A page is a list of issues; `gh api --paginate --slurp` puts the pages into one more list.
  const raws = parsed.values.flat(2);
  if (raws.length > importLimits.records) {
    addProblem(
      problems,
      () => `${raws.length} issues are more than the ${importLimits.records} of one import: export them in parts`,
    );
    return [];
  }
  return raws;
}

function unreadable(text: string): string | null {
  if (text.trim() === '') return 'the file is empty';
  if (text.length > importLimits.fileBytes) return 'the file is larger than 512 MB: export it in parts';
  if (/^(\uFFFD\uFFFD|.?\u0000)/s.test(text)) {
    return 'the file is not UTF-8; PowerShell writes it with: gh issue list … | Out-File -Encoding utf8 issues.json';
  }
  return null;
}

function isPullRequest(raw: RawObject): boolean {
  if (isObject(raw['pull_request'])) return true;
  const url = raw['html_url'] ?? raw['url'];
  return typeof url === 'string' && /\/pull\/\d+$/.test(url);
}

function readIssue(raw: unknown, index: number, problems: ProblemList, notes: RecordNote[]): ImportRecord | null {
  if (!isObject(raw)) {
    addProblem(problems, () => `index ${index}: not an issue: ${excerpt(raw)}`);
    return null;
  }
  if (typeof raw['message'] === 'string' && !('number' in raw)) {
    addProblem(problems, () => `index ${index}: not an issue but a message of GitHub's: ${excerpt(raw['message'])}`);
    return null;
  }
  const issue = underGhNames(raw);
  const number = issue['number'];
  const where = Number.isSafeInteger(number) ? `issue ${String(number)} (index ${index})` : `index ${index}`;
  const before = problems.count;
  const parsed = GithubIssue.safeParse(issue);
  if (!parsed.success) {
    for (const fault of parsed.error.issues) {
      addProblem(problems, () => `${where}: ${describeFault(raw, issue, fault)}`);
    }
  }
  const place = parsed.success ? placeOf(parsed.data) : null;
  if (parsed.success) {
    if (place === null) {
      addProblem(
        problems,
        () => `${where}: ${nameInFile(raw, 'url')}: not the address of issue ${parsed.data.number}: ${excerpt(parsed.data.url)}`,
      );
    }
    if (storableLine(parsed.data.title, 10).text === '') addProblem(problems, () => `${where}: title: is empty`);
    if (isClosed(parsed.data) && (parsed.data.closedAt ?? null) === null) {
      addProblem(problems, () => `${where}: ${nameInFile(raw, 'closedAt')}: missing, though the issue is closed`);
    }
  }
  const comments = githubComments(issue['comments'], place?.externalId ?? '', (fault) => {
    addProblem(problems, () => `${where}: ${fault()}`);
  });
  if (!parsed.success || place === null || problems.count > before) return null;
  if (comments.note !== null) notes.push({ externalId: place.externalId, note: comments.note });
  return { ...recordOf(parsed.data, place, notes), comments: comments.comments, commentCount: comments.count };
}

interface Place {
  readonly externalId: string;
  readonly url: string;
}

/** Where the issue lives, from its address, which is the only field that names its repository. */
function placeOf(issue: GithubIssue): Place | null {
  const match = /^https?:\/\/([a-z\d.-]{1,50}(?::\d{1,5})?)\/([\w.-]{1,40})\/([\w.-]{1,100})\/issues\/(\d{1,10})$/i.exec(
    issue.url,
  );
  if (match === null) return null;
  const [, host = '', owner = '', repository = '', number = ''] = match;
  if (Number(number) !== issue.number) return null;
  const prefix = /^(www\.)?github\.com$/i.test(host) ? '' : `${host.toLowerCase()}/`;
  return { externalId: `${prefix}${owner}/${repository}#${issue.number}`, url: issue.url };
}

function isClosed(issue: GithubIssue): boolean {
  return issue.state.toLowerCase() === 'closed';
}

function recordOf(issue: GithubIssue, place: Place, notes: RecordNote[]): Omit<ImportRecord, 'comments' | 'commentCount'> {
  const note = (what: string) => notes.push({ externalId: place.externalId, note: what });
  const title = storableLine(issue.title, importLimits.titleLength);
  if (title.cut) note(`the title is cut to ${importLimits.titleLength} characters`);
  const body = storableText(issue.body ?? '', importLimits.textLength);
  if (body.cut) note(`the body is cut to ${importLimits.textLength} characters`);
  const closedAt = isClosed(issue) ? instantOf(issue.closedAt ?? issue.createdAt) : null;
  let createdAt = instantOf(issue.createdAt);
  if (closedAt !== null && closedAt < createdAt) {
    note('it was closed before it was opened; the closing time counts for both');
    createdAt = closedAt;
  }
  return {
    source: 'github',
    externalId: place.externalId,
    number: issue.number,
    title: title.text,
    body: body.text,
    url: place.url,
    author: loginOf(issue.author),
    labels: names((issue.labels ?? []).map((label) => (typeof label === 'string' ? label : (label.name ?? '')))),
    assignees: names((issue.assignees ?? []).map((account) => loginOf(account) ?? '')),
    createdAt,
    updatedAt: issue.updatedAt ? instantOf(issue.updatedAt) : (closedAt ?? createdAt),
    closedAt,
    state: closedAt === null ? 'open' : /^(not_planned|duplicate)$/i.test(issue.stateReason ?? '') ? 'wont_do' : 'done',
  };
}

function names(values: readonly string[]): string[] {
  const lines = values.map((value) => storableLine(value, importLimits.nameLength).text).filter((line) => line !== '');
  return [...new Set(lines)].slice(0, importLimits.labels);
}

function describeFault(raw: RawObject, issue: RawObject, fault: z.core.$ZodIssue): string {
  const [first = '', ...rest] = fault.path.map(String);
  let value: unknown = issue;
  for (const key of fault.path) value = isObject(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined;
  const name = [nameInFile(raw, first), ...rest].join('.');
  return value === undefined ? `${name}: missing` : `${name}: ${fault.message}: ${excerpt(value)}`;
}
