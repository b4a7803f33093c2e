import { readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { checkLines } from '@shortlist/domain/check/check-lines.ts';
import { checkText } from '@shortlist/domain/check/check-text.ts';
import { handlePattern } from '@shortlist/domain/id-format.ts';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { connect } from './connect.ts';

/** As much as `story.check` takes. */
const mostCharacters = 20_000;

export const checkStoryCommand = defineCommand({
  meta: {
    name: 'check-story',
    description: 'Marks in a story what prescribes a solution, is no need, or says no benefit. Needs no server for a text.',
  },
  args: {
    story: { type: 'positional', description: 'A file, - for standard input, or a handle such as STORY-34', required: false },
    json: { type: 'boolean', description: 'Print the findings as JSON' },
    url: { type: 'string', description: 'Ask this server, which knows the workspace’s glossary; needs SHORTLIST_TOKEN' },
  },
  run: async ({ args }) => {
    const check = await checkOf(args.story ?? '-', args.url);
    process.stdout.write(args.json ? `${JSON.stringify(check, null, 2)}\n` : `${checkLines(check).join('\n')}\n`);
  },
});

async function checkOf(source: string, url: string | undefined) {
  if (handlePattern.test(source)) return await connect(url).call('story.check', { itemId: source });
  const story = await readStory(source);
  if (url !== undefined) return await connect(url).call('story.check', { text: story });
  const { parts: _parts, ...check } = checkText(story);
  return check;
}

async function readStory(source: string): Promise<string> {
  if (source === '-' && process.stdin.isTTY)
    throw new CommandError('Name a file or a handle, or send a story to standard input.');
  if (
    source !== '-' &&
    !(await stat(source).then(
      (file) => file.isFile(),
      () => false,
    ))
  ) {
    throw new CommandError(`There is no file ${source}. Name a file, a handle such as STORY-34, or - for standard input.`);
  }
  const story = source === '-' ? await text(process.stdin) : await readFile(source, 'utf8');
  if (story.trim() === '') throw new CommandError('There is nothing to check: the story is empty.');
  if (story.length > mostCharacters)
    throw new CommandError('The story is longer than 20,000 characters. Check one story at a time.');
  return story;
}
