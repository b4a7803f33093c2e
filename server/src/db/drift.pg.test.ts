/** The drift test: migrated columns and entity schemas say the same, both ways. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entities, entityNames } from '@shortlist/domain/entities.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { withTestDatabase } from './test-database.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** The alternatives of a field; null is one of them where it may be null. */
function alternatives(field: Schema): readonly Schema[] {
  if (field.anyOf !== undefined) return field.anyOf.filter((one) => typeof one === 'object');
  return Array.isArray(field.type) ? field.type.map((type) => ({ ...field, type })) : [field];
}

function isNullable(field: Schema): boolean {
  return alternatives(field).some((one) => one.type === 'null');
}

/** Column types that can hold a field of this JSON schema. */
function typesFor(field: Schema): readonly string[] {
  const [one, other] = alternatives(field).filter((kind) => kind.type !== 'null');
  if (one === undefined || other !== undefined) return ['jsonb'];
  if (one.type === 'string') return one.format === 'date-time' ? ['timestamp with time zone'] : ['text'];
  if (one.type === 'integer') return ['integer', 'bigint'];
  if (one.type === 'number') return ['double precision'];
  return one.type === 'boolean' ? ['boolean'] : ['jsonb'];
}

test('each entity’s table has exactly the entity’s fields as columns, of fitting types and nullability', async () => {
  await withTestDatabase(async ({ db }) => {
    for (const name of entityNames) {
      const { rows } = await sql<{ column_name: string; data_type: string; is_nullable: string }>`
        select column_name, data_type, is_nullable from information_schema.columns
        where table_schema = 'public' and table_name = ${name}`.execute(db);
      const columns = new Map(rows.map((row) => [row.column_name, row]));
      const json = z.toJSONSchema(entities[name].schema, { unrepresentable: 'any' });
      const fields = json.properties ?? {};
      assert.deepEqual([...columns.keys()].toSorted(), ['workspace_id', ...Object.keys(fields)].toSorted(), `columns of ${name}`);
      for (const [field, schema] of Object.entries(fields)) {
        const column = columns.get(field);
        assert.ok(typeof schema === 'object' && column !== undefined);
        assert.ok(
          typesFor(schema).includes(column.data_type),
          `${name}.${field} is ${column.data_type}, not ${typesFor(schema).join(' or ')}`,
        );
        assert.equal(column.is_nullable === 'YES', isNullable(schema), `${name}.${field} null or not`);
      }
    }
  });
});

test('every primary key begins with workspace_id, apart from the system’s own tables', async () => {
  await withTestDatabase(async ({ db }) => {
    const { rows } = await sql<{ table_name: string; first: string }>`
      select c.relname as table_name, a.attname as first from pg_index i
      join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and n.nspname = 'public'`.execute(db);
    const others = rows.filter((row) => row.first !== 'workspace_id').map((row) => row.table_name);
    assert.deepEqual(others.toSorted(), ['installation', 'migration']);
  });
});
