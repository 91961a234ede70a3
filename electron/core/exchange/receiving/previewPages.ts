import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type * as z from 'zod';
import type {
  ChangeFate,
  previewFilter,
  PreviewRecord,
  PreviewRow,
} from '../../../../shared/contract/exchangeViews.ts';
import { precedence } from './preview.ts';
import { matchesWords } from './previewWords.ts';

/**
 * The change list of a preview as it goes from the thread that made it to the one that shows it, and lies there: in the
 * order in which it is shown, so many records a block, deflated. A list of 20,000 records takes as much memory as a
 * photograph, and no thread has to take it apart but for the page that is looked at.
 */
export interface PackedPreview {
  /** JSON of `perBlock` records each, a line for each. */
  blocks: Uint8Array[];
  /** What is filtered by without a look into the blocks, in their order. */
  index: { fate: ChangeFate; entity: string; row: string }[];
}

const perBlock = 50;

const placeOf = new Map(precedence.map((fate, at) => [fate, at]));

/** Puts records into the order in which they are shown: what a person has to look at first, then the newest first. */
export function packPreview(records: Iterable<PreviewRecord>): PackedPreview {
  const packed: { fate: ChangeFate; entity: string; row: string; at: string; json: Buffer }[] = [];
  for (const record of records) {
    const { fate, entity, row, at } = record.row;
    packed.push({ fate, entity, row, at, json: Buffer.from(`${JSON.stringify(record)}\n`) });
  }
  packed.sort(
    (a, b) =>
      (placeOf.get(a.fate) ?? 0) - (placeOf.get(b.fate) ?? 0) ||
      (a.at < b.at ? 1 : a.at > b.at ? -1 : 0) ||
      (a.row < b.row ? -1 : 1),
  );
  const blocks: Uint8Array[] = [];
  for (let from = 0; from < packed.length; from += perBlock) {
    const lines = packed.slice(from, from + perBlock).map(({ json }) => json);
    blocks.push(deflateRawSync(Buffer.concat(lines), { level: 1 }));
  }
  return { blocks, index: packed.map(({ fate, entity, row }) => ({ fate, entity, row })) };
}

/** Gives pages and records of a packed change list. */
export function createPreviewPages({ blocks, index }: PackedPreview) {
  let last: { block: number; records: PreviewRecord[] } | null = null;
  const recordsOf = (block: number): PreviewRecord[] => {
    if (last?.block === block) return last.records;
    const bytes = blocks[block];
    const text = bytes ? inflateRawSync(bytes).toString('utf8') : '';
    const records = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as PreviewRecord);
    last = { block, records };
    return records;
  };
  const recordAt = (place: number): PreviewRecord | undefined =>
    recordsOf(Math.floor(place / perBlock))[place % perBlock];

  type Filter = Pick<z.infer<typeof previewFilter>, 'fates' | 'entity' | 'words'>;
  /** The places that the last filter left: its next page looks through nothing anew. */
  let found: { filter: string; places: number[] } | null = null;
  const placesOf = ({ fates, entity, words }: Filter): number[] => {
    const filter = JSON.stringify([fates, entity, words]);
    if (found?.filter === filter) return found.places;
    const wanted = new Set(fates);
    const places: number[] = [];
    for (const [place, each] of index.entries()) {
      if ((wanted.size > 0 && !wanted.has(each.fate)) || (entity !== null && each.entity !== entity)) continue;
      const record = words.trim() === '' ? undefined : recordAt(place);
      if (!record || matchesWords(record, words)) places.push(place);
    }
    found = { filter, places };
    return places;
  };

  return {
    page(filter: Filter & { offset: number; limit: number }): { total: number; rows: PreviewRow[] } {
      const places = placesOf(filter);
      const shown = places.slice(filter.offset, filter.offset + filter.limit);
      return { total: places.length, rows: shown.flatMap((place) => recordAt(place)?.row ?? []) };
    },
    record: (entity: string, row: string): PreviewRecord | undefined => {
      const place = index.findIndex((each) => each.row === row && each.entity === entity);
      return place < 0 ? undefined : recordAt(place);
    },
  };
}

export type PreviewPages = ReturnType<typeof createPreviewPages>;
