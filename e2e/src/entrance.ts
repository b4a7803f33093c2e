// The ways in, walked as people walk them: the setup link, an invitation, signing in.
import type { Page } from 'playwright-core';
import { callApi } from './product.ts';

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const owner: Account = { name: 'Ines Vogt', email: 'ines@harbour.test', password: 'berths before noon' };
export const colleague: Account = { name: 'Tomas Lind', email: 'tomas@harbour.test', password: 'a rope and a knot' };

/** Makes the workspace and its owner through the printed link. Ends where the first team is made. */
export async function setUpByLink(page: Page, setupUrl: string, workspace: string): Promise<void> {
  await page.goto(setupUrl);
  await page.getByLabel('Workspace').fill(workspace);
  await fillAccount(page, owner);
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.getByRole('heading', { name: 'Teams' }).waitFor();
}

/** Makes an account behind an invitation link. Ends in the app. */
export async function joinByLink(page: Page, link: string, account: Account): Promise<void> {
  await page.goto(link);
  await fillAccount(page, account);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Home' }).waitFor();
}

/** Signs in where the sign-in page stands. Ends in the app. */
export async function signIn(page: Page, url: string, { email, password }: Account): Promise<void> {
  await page.goto(url);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Home' }).waitFor();
}

/** Gives a page's visitor a session, as after signing in long ago: cheaper than the way through the sign-in page and Home. Opens nothing. */
export async function haveSession(page: Page, url: string, { email, password }: Account): Promise<void> {
  // The field is one that the API's reference promises.
  const { sessionSecret } = (await callApi(url, '', 'session.start', { email, password })) as { readonly sessionSecret: string };
  await page.context().addCookies([{ name: 'shortlist_session', value: sessionSecret, url, httpOnly: true, sameSite: 'Lax' }]);
}

async function fillAccount(page: Page, { name, email, password }: Account): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
}
