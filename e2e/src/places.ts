// The places that are looked at one by one, and how each is brought into the state worth looking at.
import type { Page } from 'playwright-core';
import { inventedIssues } from './invented-issues.ts';
import type { Seeded } from './seed-workspace.ts';

export interface Place {
  /** For file names and messages. */
  readonly name: string;
  readonly path: (seeded: Seeded) => string;
  /** Brings the loaded page to what is to be looked at, and waits until it is seen. */
  readonly open: (page: Page) => Promise<void>;
}

const heading = (name: string | RegExp) => async (page: Page) => await page.getByRole('heading', { name }).first().waitFor();

const ideas = async (page: Page) => await page.getByRole('grid', { name: 'Ideas' }).waitFor();
const panel = async (page: Page) => {
  await page.getByRole('complementary').waitFor();
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
};

/** What is seen before anybody is signed in. */
export const entrances: readonly Place[] = [
  { name: 'setup', path: () => '/setup#the-secret-of-a-link', open: heading('Set up your workspace') },
  { name: 'login', path: () => '/login', open: heading('Sign in') },
  { name: 'join', path: () => '/join#the-secret-of-a-link', open: heading('You are invited') },
];

/** All places of a seeded workspace, for its signed-in owner. */
export const places: readonly Place[] = [
  { name: 'home', path: () => '/', open: async (page) => await page.getByRole('grid', { name: 'Yours' }).waitFor() },
  {
    name: 'palette',
    path: () => '/refinement/HARB',
    open: async (page) => {
      await page.getByRole('grid', { name: 'In refinement' }).waitFor();
      await page.keyboard.press('Control+k');
      await page
        .getByRole('dialog')
        .getByRole('option', { name: /^Commit/ })
        .waitFor();
    },
  },
  {
    name: 'notices',
    path: () => '/notices',
    open: async (page) => await page.getByRole('grid', { name: 'Notices' }).waitFor(),
  },
  { name: 'parking-lot', path: () => '/parking-lot', open: ideas },
  {
    name: 'capture',
    path: () => '/parking-lot',
    open: async (page) => {
      await ideas(page);
      await page.keyboard.press('c');
      await page.getByRole('dialog', { name: 'Capture' }).getByLabel('Problem').waitFor();
    },
  },
  { name: 'idea-panel', path: ({ handles }) => `/parking-lot?open=${handles.idea}`, open: panel },
  { name: 'idea-page', path: ({ handles }) => `/item/${handles.idea}`, open: heading('Activity') },
  {
    name: 'review',
    path: ({ reviewId }) => `/review/${reviewId}`,
    open: async (page) => await page.getByText(/^\d+ of \d+$/).waitFor(),
  },
  {
    name: 'review-reject',
    path: ({ reviewId }) => `/review/${reviewId}`,
    open: async (page) => {
      await page.getByText(/^\d+ of \d+$/).waitFor();
      await page.keyboard.press('x');
      await page.keyboard.press('3');
      await page.getByLabel('Sentence').waitFor();
    },
  },
  {
    name: 'refinement',
    path: () => '/refinement/HARB',
    open: async (page) => await page.getByRole('grid', { name: 'In refinement' }).waitFor(),
  },
  { name: 'item-panel', path: ({ handles }) => `/refinement/HARB?open=${handles.shaped}`, open: panel },
  { name: 'item', path: ({ handles }) => `/item/${handles.committed}`, open: heading('Activity') },
  {
    name: 'item-editor',
    path: ({ handles }) => `/item/${handles.shaped}`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Edit problem' }).click();
      await page.locator('.cm-content:focus').waitFor();
    },
  },
  {
    name: 'backlog',
    path: () => '/backlog/HARB',
    open: async (page) => await page.getByRole('region', { name: 'Window of Harbour' }).waitFor(),
  },
  {
    name: 'commit-refused',
    path: ({ handles }) => `/refinement/HARB?open=${handles.waiting}`,
    open: async (page) => {
      await page.getByRole('complementary').getByRole('button', { name: 'Commit' }).click();
      await page.getByRole('dialog').getByRole('group', { name: 'What leaves' }).waitFor();
    },
  },
  {
    name: 'flags',
    path: () => '/flags',
    open: async (page) => await page.getByRole('heading', { name: 'Flags' }).waitFor(),
  },
  {
    name: 'segments',
    path: () => '/flags/segments',
    open: async (page) => await page.getByRole('grid', { name: 'Segments' }).waitFor(),
  },
  { name: 'segment', path: () => '/flags/segments/ourselves', open: heading('Used by') },
  {
    name: 'flag-page',
    path: () => '/flags/flag/arrivals-on-the-pier',
    open: async (page) => await page.getByRole('region', { name: 'History' }).getByRole('list').first().waitFor(),
  },
  {
    name: 'try-it',
    path: () => '/flags/flag/night-arrivals',
    open: async (page) => {
      await page.getByRole('button', { name: /^Try it/ }).click();
      await page.getByRole('region', { name: 'On for you' }).waitFor();
      await page.getByRole('region', { name: /^Criteria of/ }).waitFor();
    },
  },
  {
    name: 'everything',
    path: () => '/everything',
    open: async (page) => await page.getByRole('grid', { name: 'Everything' }).getByText('TASK-1', { exact: true }).waitFor(),
  },
  {
    name: 'problem-check',
    path: ({ handles }) => `/item/${handles.shaped}`,
    open: async (page) => {
      const need = page.getByRole('region', { name: 'Story' }).getByRole('textbox', { name: 'is trying to' });
      await need.fill('see the price on a dashboard');
      await page
        .getByRole('region', { name: 'Problem check' })
        .getByRole('button', { name: /dashboard/ })
        .waitFor();
    },
  },
  {
    name: 'to-clean-up',
    path: () => '/flags/to-clean-up',
    open: async (page) => await page.getByRole('grid', { name: 'To clean up' }).waitFor(),
  },
  {
    name: 'search',
    path: () => '/search?q=boat%20paid',
    open: async (page) => await page.getByRole('grid', { name: 'Found' }).waitFor(),
  },
  { name: 'settings-account', path: () => '/settings/account', open: heading('You') },
  { name: 'settings-notices', path: () => '/settings/notices', open: heading('What you are told') },
  { name: 'settings-tokens', path: () => '/settings/tokens', open: heading('Your tokens') },
  { name: 'settings-workspace', path: () => '/settings/workspace', open: heading(/workspace/i) },
  { name: 'settings-features', path: () => '/settings/features', open: heading('Features') },
  { name: 'settings-members', path: () => '/settings/members', open: heading('Invite someone') },
  { name: 'settings-teams', path: () => '/settings/teams', open: heading('Teams') },
  { name: 'settings-team', path: () => '/settings/teams/HARB', open: heading(/Workflow/) },
  {
    name: 'settings-personas',
    path: () => '/settings/personas',
    open: async (page) => await page.getByRole('grid', { name: 'Personas' }).waitFor(),
  },
  {
    name: 'persona',
    path: () => '/settings/personas',
    open: async (page) => {
      await page.getByRole('grid', { name: 'Personas' }).getByRole('row').last().click();
      await page.getByRole('grid', { name: 'Stories' }).waitFor();
    },
  },
  {
    name: 'link-pick',
    path: ({ handles }) => `/item/${handles.committed}`,
    open: async (page) => {
      await page.getByRole('region', { name: 'Links' }).getByRole('button', { name: /^Link/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /is blocked by/ })
        .click();
      await page.getByRole('combobox', { name: 'Which one' }).waitFor();
    },
  },
  {
    name: 'split',
    path: ({ handles }) => `/item/${handles.committed}`,
    open: async (page) => {
      await page.getByRole('region', { name: 'Links' }).waitFor();
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('Shift+S');
      await page.getByRole('dialog').getByRole('checkbox', { name: /^AC-1/ }).check();
    },
  },
  {
    name: 'persona-suggestions',
    path: ({ handles }) => `/item/${handles.shaped}`,
    open: async (page) => {
      const story = page.getByRole('region', { name: 'Story' });
      await story.getByRole('textbox', { name: 'Who' }).fill('a');
      await story.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'label-picker',
    path: () => '/refinement/HARB',
    open: async (page) => {
      await page.getByRole('grid', { name: 'In refinement' }).waitFor();
      await page.keyboard.press('l');
      await page.getByRole('combobox', { name: 'Find a label or type a new one' }).waitFor();
    },
  },
  { name: 'settings-labels', path: () => '/settings/labels', open: heading('Labels') },
  { name: 'settings-glossary', path: () => '/settings/glossary', open: heading('Glossary') },
  {
    name: 'settings-environments',
    path: () => '/settings/environments',
    open: async (page) => await page.getByRole('form', { name: 'New key of Production' }).waitFor(),
  },
  { name: 'settings-imports', path: () => '/settings/imports', open: async (page) => await page.getByRole('article').waitFor() },
  {
    name: 'settings-import-flags',
    path: () => '/settings/imports',
    open: async (page) => {
      await page.getByRole('button', { name: 'Import flags' }).click();
      const flags = { pier: { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' } };
      const file = { name: 'flags.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ flags })) };
      await page.getByRole('dialog').getByLabel('File').setInputFiles(file);
      await page.getByText('0 made, 0 changed, 0 as they are, 1 left out.').waitFor();
    },
  },
  {
    name: 'settings-import-start',
    path: () => '/settings/imports',
    open: async (page) => {
      await page.getByRole('button', { name: 'Import issues' }).click();
      const issues = inventedIssues(new Date());
      const file = { name: 'issues.json', mimeType: 'application/json', buffer: Buffer.from(issues) };
      await page.getByRole('dialog').getByLabel('File').setInputFiles(file);
      await page.getByText(/\d are new/).waitFor();
    },
  },
];
