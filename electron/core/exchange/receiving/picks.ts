import { registry } from '../../entities.ts';
import type { Author } from '../../ledger/ledger.ts';
import { unpackRegister } from '../../ledger/values.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';

/** Which of two concurrent values a person wants to stand. */
export interface Pick {
  entity: string;
  row: string;
  field: string;
  take: 'ours' | 'theirs';
}

interface Lost {
  hlc: string;
  value: string;
  device: string;
}

const lostValues = (reader: Reader, { entity, row, field }: Pick): Lost[] =>
  readAll(
    reader,
    `SELECT f.hlc, c.value, s.device FROM conflict f
     JOIN change c ON c.entity = f.entity AND c.row = f.row AND c.field = f.field AND c.hlc = f.hlc
     JOIN change_set s ON s.n = c.changeSet
     WHERE f.entity = ? AND f.row = ? AND f.field = ? AND f.settledAt IS NULL AND f.kind = 'concurrent' ORDER BY f.hlc DESC`,
    entity,
    row,
    field,
  );

const deviceInForce = (reader: Reader, { entity, row, field }: Pick): string | undefined =>
  readOne<{ device: string }>(
    reader,
    `SELECT s.device FROM change c JOIN change_set s ON s.n = c.changeSet
     WHERE c.entity = ? AND c.row = ? AND c.field = ? AND c.current = 1`,
    entity,
    row,
    field,
  )?.device;

/**
 * After a merge: where the value that a person has picked is not the one in force, takes it back as an ordinary edit, all
 * of them in one act that one undo takes back; either way the conflict is settled. What signed minutes have fixed meanwhile
 * is left as it is.
 */
export function takePicks(workspace: OpenWorkspace, author: Author, picks: readonly Pick[]) {
  if (picks.length === 0) return;
  const { ledger } = workspace;
  const { device } = ledger;
  const edits: { pick: Pick; cells: Record<string, unknown> }[] = [];
  for (const pick of picks) {
    const entity = registry.entities.get(pick.entity);
    if (!entity || ledger.isFixed(pick.entity, pick.row, pick.field)) continue;
    const lost = lostValues(workspace, pick);
    const isOursInForce = deviceInForce(workspace, pick) === device;
    if ((pick.take === 'ours') === isOursInForce) continue;
    const wanted = lost.find((each) => (each.device === device) === (pick.take === 'ours'));
    const cells = wanted && unpackRegister(entity, pick.field, wanted.value);
    if (cells) edits.push({ pick, cells });
  }
  if (edits.length > 0)
    ledger.write(author, { label: 'exchange.takePicks' }, (w) => {
      for (const { pick, cells } of edits) w.update(registry.tableOf(pick.entity), pick.row, cells);
    });
  for (const pick of picks)
    for (const { hlc } of lostValues(workspace, pick))
      ledger.conflicts.settle({ entity: pick.entity, row: pick.row, field: pick.field, hlc });
}
