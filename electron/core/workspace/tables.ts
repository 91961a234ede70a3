import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { record, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';

/** A setting of this workspace; `id` is its name, `value` JSON. Home-only: it never leaves the agency. */
export const setting = sqliteTable('setting', { ...record(), value: words() });

export const workspaceEntities: EntityDefinition[] = [{ table: setting, scope: 'home' }];
