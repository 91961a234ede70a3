import type { Client } from '../../shared/contract/index.ts';
import type { PreviewField, PreviewRow } from '../../shared/contract/exchangeViews.ts';

/** As many records of a package as one preview prints; `shown` and `total` say when there are more. */
const mostRows = 500;

type Area = Client['exchange'];
type Pick = Parameters<Area['merge']>[0]['picks'][number];

/** What a merge would do, record by record; of those in conflict also what stands here and what came, field by field. */
export async function readPreview(area: Area, previewId: string) {
  const filter = { previewId, fates: [], entity: null, words: '', offset: 0, limit: mostRows };
  const { total, rows } = await area.previewRows(filter);
  const shown: (PreviewRow & { conflicts?: PreviewField[] })[] = [];
  for (const each of rows) {
    if (each.fate !== 'conflict') {
      shown.push(each);
      continue;
    }
    const { fields } = await area.previewRecord({ previewId, entity: each.entity, row: each.row });
    shown.push({ ...each, conflicts: fields.filter(({ fate }) => fate === 'conflict') });
  }
  return { total, shown: shown.length, rows: shown };
}

/** One side for every field that both have changed. */
export async function picksFor(area: Area, previewId: string, take: Pick['take']): Promise<Pick[]> {
  const picks: Pick[] = [];
  for (let offset = 0; ;) {
    const filter = { previewId, fates: ['conflict' as const], entity: null, words: '', offset, limit: mostRows };
    const { total, rows } = await area.previewRows(filter);
    for (const { entity, row } of rows) {
      const { fields } = await area.previewRecord({ previewId, entity, row });
      for (const { field, fate } of fields) if (fate === 'conflict') picks.push({ entity, row, field, take });
    }
    offset += rows.length;
    if (rows.length === 0 || offset >= total) return picks;
  }
}
