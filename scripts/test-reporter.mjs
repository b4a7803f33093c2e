// Writes what happens to each test as JSON lines, for run-test-files.mjs to add up.
import { resolve } from 'node:path';
import { inspect } from 'node:util';

/** @public Node loads a reporter by its default export. */
export default async function* report(events) {
  const begun = [];
  const parents = [];
  for await (const { type, data } of events) {
    if (type === 'test:dequeue') {
      // When it really begins; `test:start` comes when it may be shown, which for a test that hangs is never.
      begun.splice(data.nesting, Infinity, data.name);
      yield line({ begun: begun.join(' › '), file: data.file });
    } else if (type === 'test:start') {
      parents.splice(data.nesting, Infinity, data.name);
    } else if (type === 'test:pass' || type === 'test:fail') {
      yield* ending(type, data, parents.slice(0, data.nesting));
    }
  }
}

function* ending(type, data, parents) {
  const error = data.details.error;
  // A suite is a heading, not a test; a file without tests passes under its own name.
  if (data.details.type === 'suite' && type === 'test:pass') return;
  const isEmptyFile = type === 'test:pass' && data.nesting === 0 && resolve(data.name) === data.file;
  yield line({
    ended: [...parents, data.name].join(' › '),
    file: data.file,
    outcome: isEmptyFile ? 'failed' : outcomeOf(type, data),
    // The parent of a failed test fails too; its own error says nothing more.
    error: isEmptyFile ? 'No test was found in it.' : messageOf(error),
  });
}

function outcomeOf(type, { skip, todo }) {
  if (skip !== undefined || todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}

function messageOf(error) {
  return error === undefined || error.failureType === 'subtestsFailed' ? null : inspect(error.cause ?? error);
}

const line = (value) => `${JSON.stringify(value)}\n`;
