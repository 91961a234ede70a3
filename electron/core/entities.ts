import { decisionEntities } from './decisions/tables.ts';
import { directoryEntities } from './directory/tables.ts';
import { exchangeEntities } from './exchange/tables.ts';
import { fileEntities } from './files/tables.ts';
import { createRegistry } from './ledger/registry.ts';
import { meetingEntities } from './meetings/tables.ts';
import { memorandumEntities } from './memoranda/tables.ts';
import { moneyEntities } from './projects/moneyTables.ts';
import { projectEntities } from './projects/entities.ts';
import { reportEntities } from './reports/tables.ts';
import { workspaceEntities } from './workspace/tables.ts';

/** Every entity the ledger knows, put together from the areas. */
export const registry = createRegistry([
  ...workspaceEntities,
  ...directoryEntities,
  ...meetingEntities,
  ...decisionEntities,
  ...memorandumEntities,
  ...projectEntities,
  ...moneyEntities,
  ...fileEntities,
  ...reportEntities,
  ...exchangeEntities,
]);
