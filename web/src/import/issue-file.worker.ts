// Reads a file of issues off the page's thread, with the parser that the command line and the server share. A worker is a
// program of its own, so that what it carries (zod) never comes with a page.
import { parseGithubIssues, type GithubFile } from '@shortlist/domain/import/github-issues.ts';
import { lookAt, type Look } from '@shortlist/domain/import/look.ts';

export type ReadIssues = (Extract<GithubFile, { ok: true }> & { readonly look: Look }) | Extract<GithubFile, { ok: false }>;

addEventListener('message', (event: MessageEvent<string>) => {
  const parsed = parseGithubIssues(event.data);
  const answer: ReadIssues = parsed.ok ? { ...parsed, look: lookAt(parsed.records, new Date().toISOString()) } : parsed;
  postMessage(answer);
});
