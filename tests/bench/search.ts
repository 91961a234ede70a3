import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { find, type Search } from '../../electron/core/search/find.ts';
import { sources } from '../../electron/core/search/sources.ts';
import type { OpenWorkspace } from '../../electron/core/workspace/open.ts';
import { today } from '../../shared/dates.ts';
import { median, milliseconds, type Measured } from './measure.ts';
import { generate, largeSize, temporaryFolder } from './workspaces.ts';

// What somebody types, letter by letter; and the stem a person would look for with grep, which knows no inflection.
const typed = [
  { words: 'круглий стіл', grep: 'кругл.*ст[іо]л' },
  { words: 'постраждалий', grep: 'постраждал' },
  { words: 'savivaldybė', grep: 'savivaldyb' },
  { words: 'Установа 7-3', grep: 'Установа 7-3' },
  { words: '5/2.2', grep: '5/2\\.2' },
];

interface Document {
  id: number;
  text: string;
}

/** Every text that can be found, as one would export it. */
function textsOf({ sqlite }: OpenWorkspace): Document[] {
  let id = 0;
  return sources.flatMap(({ table, sql }) => {
    const ids = sqlite.prepare<[], string>(`SELECT id FROM ${table}`).pluck().all();
    const rows = sqlite.prepare<[string], { head: string; body: string }>(sql).all(JSON.stringify(ids));
    return rows.map(({ head, body }) => ({ id: (id += 1), text: `${head} ${body}`.replaceAll('\n', ' ') }));
  });
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const held = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** What stands in the box after every other key: the first letter, and at last the whole. */
const beginnings = (words: string): string[] =>
  Array.from(words, (_, at) => words.slice(0, at + 1)).filter((_, at) => at % 2 === 0 || at === words.length - 1);

const sizeOf = ({ sqlite }: OpenWorkspace, like: string): number =>
  (sqlite.prepare<[string], number>('SELECT sum(pgsize) FROM dbstat WHERE name LIKE ?').pluck().get(like) ?? 0) / 1e6;

/** Search at full size, each keystroke, against grep over the same text in one file and against MiniSearch in memory. */
export async function run(): Promise<Measured[]> {
  const { folder, remove } = temporaryFolder();
  const plain = mkdtempSync(join(tmpdir(), 'viche-grep-'));
  try {
    const workspace = await (await generate(folder, 'large', largeSize)).open();
    const day = today(new Date());
    const common: Omit<Search, 'text'> = { areas: [], groupId: null, from: null, until: null, offset: 0, limit: 20 };
    const ours = (text: string) => find(workspace, { ...common, text }, day);
    const texts = textsOf(workspace);
    const file = join(plain, 'everything.txt');
    writeFileSync(file, texts.map(({ text }) => text).join('\n'));
    const grep = (pattern: string) =>
      spawnSync('grep', ['-ri', pattern, plain], { encoding: 'utf8', maxBuffer: 1e9, env: { LC_ALL: 'C.UTF-8' } });
    const before = held();
    const mini = new MiniSearch<Document>({ fields: ['text'] });
    const indexing = timed(() => mini.addAll(texts));
    const memory = held() - before;
    const other = (text: string) =>
      mini.search(text, { combineWith: 'AND', prefix: (_term, at, terms) => at === terms.length - 1 }).slice(0, 20);

    const times = { ours: [] as number[], other: [] as number[], grep: [] as number[], first: [] as number[] };
    for (const { words } of typed)
      for (const text of beginnings(words)) {
        // Both in turn, so that they meet the machine in the same mood.
        const rounds = Array.from({ length: 3 }, () => [timed(() => ours(text)), timed(() => other(text))] as const);
        times.first.push(rounds[0]?.[0] ?? Number.NaN);
        times.ours.push(median(rounds.map(([own]) => own)));
        times.other.push(median(rounds.map(([, its]) => its)));
      }
    const whole = typed.map(({ words, grep: pattern }) => ({
      words,
      own: median(Array.from({ length: 5 }, () => timed(() => ours(words)))),
      its: median(Array.from({ length: 3 }, () => timed(() => grep(pattern)))),
    }));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const own = median(times.ours);
    const its = median(times.other);
    const results: Measured[] = [
      {
        name: 'search per keystroke / MiniSearch',
        ratio: own / its,
        detail: `${milliseconds(own)} / ${milliseconds(its)}, slowest ${milliseconds(Math.max(...times.ours))} / ${milliseconds(Math.max(...times.other))}, slowest the first time ${milliseconds(Math.max(...times.first))}`,
      },
      {
        name: 'search for whole words / grep -ri over the same text',
        ratio: sum(whole.map((each) => each.own)) / sum(whole.map((each) => each.its)),
        detail: whole.map((each) => `${each.words} ${milliseconds(each.own)} / ${milliseconds(each.its)}`).join(', '),
      },
      {
        name: 'memory of the index, MB / MiniSearch’s',
        ratio: null,
        detail: `none, it lies in the file (${Math.round(sizeOf(workspace, 'search_%'))} MB) / ${Math.round(memory)} MB, made anew in ${milliseconds(indexing)} at every start, ${texts.length} texts`,
      },
    ];
    workspace.close();
    return results;
  } finally {
    remove();
    rmSync(plain, { recursive: true, force: true });
  }
}
