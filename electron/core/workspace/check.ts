import { registry } from '../entities.ts';
import { unpackRegister } from '../ledger/values.ts';
import type { OpenWorkspace } from './open.ts';

export interface CheckResult {
  ok: boolean;
  findings: string[];
  records: number;
  changes: number;
}

const mostFindings = 100;

/** The file's integrity, its foreign keys, and every table entry against the values the ledger has in force. */
export function checkWorkspace({ sqlite }: Pick<OpenWorkspace, 'sqlite'>): CheckResult {
  const findings: string[] = [];
  const integrity = sqlite.pragma('integrity_check(20)') as { integrity_check: string }[];
  for (const { integrity_check: found } of integrity) if (found !== 'ok') findings.push(`integrity: ${found}`);
  for (const broken of sqlite.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[])
    findings.push(`reference: ${broken.table} row ${broken.rowid} → ${broken.parent}`);
  let records = 0;
  for (const entity of registry.entities.values()) {
    const inForce = sqlite.prepare<[string, string], { field: string; value: string }>(
      'SELECT field, value FROM change WHERE entity = ? AND row = ? AND current = 1',
    );
    for (const row of sqlite.prepare(`SELECT * FROM ${entity.sqlName}`).iterate() as Iterable<
      Record<string, unknown>
    >) {
      records += 1;
      if (findings.length >= mostFindings) continue;
      for (const { field, value } of inForce.all(entity.name, String(row['id']))) {
        if (field === 'removed') continue;
        for (const [name, cell] of Object.entries(unpackRegister(entity, field, value) ?? {}))
          if (row[name] !== cell) findings.push(`ledger: ${entity.name} ${String(row['id'])} ${name}`);
      }
    }
  }
  const changes = sqlite.prepare<[], number>('SELECT count(*) FROM change').pluck().get() ?? 0;
  return { ok: findings.length === 0, findings: findings.slice(0, mostFindings), records, changes };
}
