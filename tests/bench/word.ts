import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decision } from '../../electron/core/decisions/tables.ts';
import { workingGroup } from '../../electron/core/directory/tables.ts';
import { agendaItem, meeting, speech } from '../../electron/core/meetings/tables.ts';
import { readMinutesModel } from '../../electron/core/reports/minutes/model.ts';
import type { MinutesModel } from '../../shared/contract/minutesModel.ts';
import { runReport } from '../../electron/core/reports/reportTask.ts';
import { createWorkers } from '../../electron/core/worker/workers.ts';
import { randomKey } from '../../electron/core/workspace/key.ts';
import { createWorkspace } from '../../electron/core/workspace/open.ts';
import { inTurn, milliseconds, type Measured } from './measure.ts';
import { seeded, temporaryFolder } from './workspaces.ts';

const author = { person: 'bench', session: 'bench' };
const items = 300;

const vocabulary =
  'рада громада поліція служба захист дитина область захід строк звіт кошти план допомога особа навчання стіл моніторинг'.split(
    ' ',
  );

/** A workspace with one meeting whose minutes fill some sixty pages. */
async function longMeeting(folder: string) {
  const path = join(folder, 'long.viche');
  const key = randomKey();
  const kept = new Map<string, unknown>();
  const installation = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: unknown) => void kept.set(name, value),
  };
  const workspace = await createWorkspace({ path, key, installation, door: 'bench', now: Date.now });
  const random = seeded(20_261_121);
  const words = (count: number) => Array.from({ length: count }, () => vocabulary[random(vocabulary.length)]).join(' ');
  const meetingId = workspace.ledger.write(author, { label: 'bench' }, (w) => {
    const groupId = w.insert(workingGroup, { name: 'Обласна рада', nameGenitive: 'обласної ради' });
    const id = w.insert(meeting, { groupId, heldOn: '2026-11-12', number: '7', place: 'м. Полтава' });
    for (let n = 0; n < items; n += 1) {
      const itemId = w.insert(agendaItem, {
        meetingId: id,
        title: `Про ${words(6)}`,
        sortKey: `a${String(n).padStart(3, '0')}V`,
      });
      w.insert(speech, { itemId, kind: 'heard', speakerText: 'Доповідачка', text: words(24) });
      w.insert(speech, { itemId, speakerText: 'Член групи', text: words(18), sortKey: 'a1' });
      w.insert(decision, { itemId, text: words(12), voteMode: 'consensus', dueOn: '2026-12-15' });
    }
    return id;
  });
  const model = readMinutesModel(workspace, meetingId);
  workspace.close();
  return { path, key, meetingId, model };
}

/** The same words as the Markdown that pandoc turns into a Word file. */
const asMarkdown = ({ items: list }: MinutesModel): string =>
  [
    '# ПРОТОКОЛ',
    ...list.map(({ title }, index) => `${index + 1}. ${title}`),
    ...list.flatMap(({ title, speeches, decisions }, index) => [
      `## ${index + 1}. ${title}`,
      ...speeches.flatMap(({ kind, speaker, text }) => [
        kind === 'heard' ? 'СЛУХАЛИ:' : 'ВИСТУПИЛИ:',
        `${speaker?.name.text ?? ''} – ${text}`,
      ]),
      'ВИРІШИЛИ:',
      ...decisions.flatMap(({ text }) => [text, 'Строк: до 15 грудня 2026 року.', 'Рішення ухвалено консенсусом.']),
    ]),
  ].join('\n\n');

/** Minutes of 300 items from the encrypted file to Word, against pandoc making the same words into a Word file. */
export async function run(): Promise<Measured[]> {
  const name = 'minutes of 300 items to Word / pandoc with the same words';
  if (spawnSync('pandoc', ['--version'], { stdio: 'ignore' }).status !== 0)
    return [{ name, ratio: null, detail: 'no pandoc here' }];
  const { folder, remove } = temporaryFolder();
  const worker = join(process.cwd(), 'out', 'main', 'worker.js');
  const workers = createWorkers(worker);
  try {
    const { path, key, meetingId, model } = await longMeeting(folder);
    const markdown = join(folder, 'long.md');
    writeFileSync(markdown, asMarkdown(model));
    const request = {
      report: 'minutes' as const,
      form: 'uk' as const,
      meetingId,
      decisionId: null,
      correctionId: null,
      participantId: null,
    };
    const input = { path, key, resources: join(process.cwd(), 'resources'), request, today: '2026-11-21' };
    const pandoc = () => void spawnSync('pandoc', [markdown, '-o', join(folder, 'pandoc.docx')], { stdio: 'ignore' });
    const write = (bytes: Uint8Array) => writeFileSync(join(folder, 'viche.docx'), bytes);
    const here = await inTurn(5, async () => write((await runReport(input, () => undefined)).bytes), pandoc);
    const results = [{ name, ratio: here.ratio, detail: `${milliseconds(here.ours)} / ${milliseconds(here.other)}` }];
    if (existsSync(worker)) {
      const apart = await inTurn(5, async () => write((await workers.run('report', input)).bytes), pandoc);
      results.push({
        name: `${name}, in the thread beside the core`,
        ratio: apart.ratio,
        detail: `${milliseconds(apart.ours)} / ${milliseconds(apart.other)}`,
      });
    }
    return results;
  } finally {
    await workers.stop();
    remove();
  }
}
