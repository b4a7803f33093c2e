/** The installation's workspace id and the one-time link with which its owner is made. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import type { Kysely } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Tables } from '../db/tables.ts';
import { hashSecret, makeSecret } from './secrets.ts';

export interface Installation {
  readonly workspaceId: string;
  /** The setup link's secret while there is no workspace yet, else null. */
  readonly setupSecret: string | null;
}

/**
 * Makes the installation's row at the first start. While nobody was made owner, the secret stands in `setup-token` in the
 * data folder, readable by its owner only; a start that does not find it there makes a new one, and the old link is void.
 */
export async function ensureInstallation(db: Kysely<Tables>, dataDir: string | null): Promise<Installation> {
  await db
    .insertInto('installation')
    .values({
      only_one: true,
      workspace_id: deriveId(uuidv7(), 'workspace', 0),
      setup_token_hash: null,
      created_at: new Date().toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('installation').selectAll().executeTakeFirstOrThrow();
  const { workspace_id: workspaceId, setup_token_hash: hash } = row;
  const isSetUp = await db.selectFrom('workspace').select('id').where('workspace_id', '=', workspaceId).executeTakeFirst();
  const file = dataDir === null ? null : join(dataDir, 'setup-token');
  if (isSetUp !== undefined) {
    if (file !== null) await rm(file, { force: true });
    return { workspaceId, setupSecret: null };
  }
  const kept =
    file === null
      ? null
      : await readFile(file, 'utf8').then(
          (text) => text.trim(),
          () => null,
        );
  if (kept !== null && hashSecret(kept) === hash) return { workspaceId, setupSecret: kept };
  const setupSecret = makeSecret('set');
  if (file !== null) {
    await mkdir(dataDir ?? '.', { recursive: true });
    await writeFile(file, `${setupSecret}\n`, { mode: 0o600 });
  }
  await db
    .updateTable('installation')
    .set({ setup_token_hash: hashSecret(setupSecret) })
    .execute();
  return { workspaceId, setupSecret };
}
