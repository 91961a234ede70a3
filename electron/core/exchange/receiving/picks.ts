import { registry } from '../../entities.ts';
import type { Author } from '../../ledger/ledger.ts';
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
  device: string;
}

const lostValues = (reader: Reader, { entity, row, field }: Pick): Lost[] =>
  readAll(
    reader,
    `SELECT f.hlc, s.device FROM conflict f
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

const isLiving = (reader: Reader, { entity, row }: Pick): boolean =>
  readOne(reader, `SELECT 1 FROM ${registry.get(entity).sqlName} WHERE id = ? AND removed = 0`, row) !== undefined;

/**
 * After a merge: the values that a person has picked stand, by one act that one undo takes back. It knows of the others, so
 * that the conflict is settled wherever it comes to, also where the picked value was in force already. What signed minutes
 * have fixed meanwhile is left as it is.
 */
export function takePicks(workspace: OpenWorkspace, author: Author, picks: readonly Pick[]) {
  const { ledger } = workspace;
  const { device } = ledger;
  const decisions = picks.flatMap((pick) => {
    const lost = registry.entities.has(pick.entity) ? lostValues(workspace, pick) : [];
    if (lost.length === 0 || !isLiving(workspace, pick) || ledger.isFixed(pick.entity, pick.row, pick.field)) return [];
    const isOursInForce = deviceInForce(workspace, pick) === device;
    const wanted = lost.find((each) => (each.device === device) === (pick.take === 'ours'));
    const stays = (pick.take === 'ours') === isOursInForce;
    if (!stays && !wanted) return [];
    return [{ ...pick, choice: { take: stays ? null : (wanted?.hlc ?? null), lost: lost.map(({ hlc }) => hlc) } }];
  });
  if (decisions.length === 0) return;
  ledger.write(author, { label: 'exchange.takePicks' }, (w) => {
    for (const { entity, row, field, choice } of decisions) w.decide(registry.tableOf(entity), row, field, choice);
  });
}
