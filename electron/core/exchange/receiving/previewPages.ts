import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type * as z from 'zod';
import {
  changeFates,
  type ChangeFate,
  type previewFilter,
  type PreviewRecord,
  type PreviewRow,
} from '../../../../shared/contract/exchangeViews.ts';
import { wordMatcher, wordsOf } from './previewWords.ts';

/** Some records, deflated. */
interface Block {
  /** A line of JSON for each. */
  records: Uint8Array;
  /** What each is searched by, a line for each. */
  words: Uint8Array;
}

/**
 * The change list of a preview as it goes from the thread that made it to the one that shows it, and lies there: deflated,
 * so many records a block. A list of 20,000 records takes as much memory as a photograph, and no thread has to take it
 * apart but for the page that is looked at.
 */
export interface PackedPreview {
  /** In the order in which the records came. */
  blocks: Block[];
  /** In the order in which they are shown; `place` is where it stands among those that came. */
  index: { place: number; fate: ChangeFate; entity: string; row: string }[];
}

const perBlock = 50;

/** The page groups the list by these, in this order. */
const placeOf = new Map(changeFates.map((fate, at) => [fate, at]));

const packed = (lines: readonly string[]): Uint8Array => deflateRawSync(lines.join('\n'), { level: 1 });
const unpacked = (bytes: Uint8Array | undefined): string[] =>
  bytes ? inflateRawSync(bytes).toString('utf8').split('\n') : [];

/** Packs records, and says the order in which they are shown: what a person has to look at first, then the newest first. */
export function packPreview(records: Iterable<PreviewRecord>): PackedPreview {
  const blocks: Block[] = [];
  const index: (PackedPreview['index'][number] & { at: string })[] = [];
  let json: string[] = [];
  let words: string[] = [];
  const close = () => {
    if (json.length > 0) blocks.push({ records: packed(json), words: packed(words) });
    json = [];
    words = [];
  };
  for (const record of records) {
    const { fate, entity, row, at } = record.row;
    index.push({ place: index.length, fate, entity, row, at });
    json.push(JSON.stringify(record));
    words.push(wordsOf(record));
    if (json.length === perBlock) close();
  }
  close();
  index.sort(
    (a, b) =>
      (placeOf.get(a.fate) ?? 0) - (placeOf.get(b.fate) ?? 0) ||
      (a.at < b.at ? 1 : a.at > b.at ? -1 : 0) ||
      (a.row < b.row ? -1 : 1),
  );
  return { blocks, index: index.map(({ at: _, ...each }) => each) };
}

/** Blocks that stay unpacked: neighbours on a page mostly came together. */
const mostOpen = 8;

/** Gives pages and records of a packed change list. */
export function createPreviewPages({ blocks, index }: PackedPreview) {
  const open = new Map<number, PreviewRecord[]>();
  const recordsOf = (block: number): PreviewRecord[] => {
    let records = open.get(block);
    if (!records) {
      records = unpacked(blocks[block]?.records).map((line) => JSON.parse(line) as PreviewRecord);
      const [oldest] = open.keys();
      if (open.size >= mostOpen && oldest !== undefined) open.delete(oldest);
      open.set(block, records);
    }
    return records;
  };
  const recordAt = (place: number): PreviewRecord | undefined =>
    recordsOf(Math.floor(place / perBlock))[place % perBlock];

  /** Places of the records in which all words stand; null where no word is given. */
  const placesWith = (words: string): ReadonlySet<number> | null => {
    const matches = wordMatcher(words);
    if (!matches) return null;
    const places = new Set<number>();
    for (const [block, each] of blocks.entries())
      for (const [at, text] of unpacked(each.words).entries()) if (matches(text)) places.add(block * perBlock + at);
    return places;
  };

  type Filter = Pick<z.infer<typeof previewFilter>, 'fates' | 'entity' | 'words'>;
  /** What the last filter left: its next page looks through nothing anew. */
  let found: { filter: string; places: number[] } | null = null;
  const placesOf = ({ fates, entity, words }: Filter): number[] => {
    const filter = JSON.stringify([fates, entity, words]);
    if (found?.filter === filter) return found.places;
    const wanted = new Set(fates);
    const withWords = placesWith(words);
    const places = index
      .filter(
        (each) =>
          (wanted.size === 0 || wanted.has(each.fate)) &&
          (entity === null || each.entity === entity) &&
          withWords?.has(each.place) !== false,
      )
      .map(({ place }) => place);
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
      const known = index.find((each) => each.row === row && each.entity === entity);
      return known && recordAt(known.place);
    },
  };
}

export type PreviewPages = ReturnType<typeof createPreviewPages>;
