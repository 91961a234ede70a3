import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setAttendance } from '../../electron/core/meetings/attendance.ts';
import { listMeetings } from '../../electron/core/meetings/list.ts';
import { readMeeting } from '../../electron/core/meetings/views.ts';
import { readWords, saveWords } from '../../electron/core/meetings/words.ts';
import type { OpenWorkspace } from '../../electron/core/workspace/open.ts';
import { inTurn, milliseconds, type Measured } from './measure.ts';
import { generate, largeSize, sampleSize, temporaryFolder, type Generated } from './workspaces.ts';

const author = { person: 'bench', session: 'bench' };
const now = new Date();

async function startUp(): Promise<Measured[]> {
  const cli = join(process.cwd(), 'out', 'main', 'cli.js');
  if (!existsSync(cli)) return [{ name: 'start-up of the core', ratio: null, detail: 'not built' }];
  const { folder, remove } = temporaryFolder();
  const env = { ...process.env, VICHE_HOME: folder };
  const start = (args: string[]) => () => void spawnSync(process.execPath, args, { env, stdio: 'ignore' });
  const { ours, other, ratio } = await inTurn(7, start([cli, 'call', 'workspace.state', '{}']), start(['-e', '0']));
  remove();
  return [
    {
      name: 'start-up of the core / an empty Node process',
      ratio,
      detail: `${milliseconds(ours)} / ${milliseconds(other)}`,
    },
  ];
}

/** The calls that the live screen makes while somebody types, on one workspace. */
function liveCalls(workspace: OpenWorkspace, at: Generated) {
  let n = 0;
  return {
    'one keystroke’s save': () => {
      const words = readWords(workspace, at.itemId, now);
      const speech = words.speeches.find(({ id }) => id === at.speechId);
      if (!speech) throw new Error('the speech is gone');
      n += 1;
      const order = [...words.speeches, ...words.decisions].map(({ id }) => id);
      const start = performance.now();
      saveWords(workspace, author, {
        itemId: at.itemId,
        changed: [
          {
            kind: 'speech',
            id: speech.id,
            text: `${speech.text}${n % 2 === 0 ? 'а' : ' б'}`,
            base: { clock: speech.clocks['text'] ?? null, text: speech.text },
            speakerId: speech.speakerId,
            speakerText: speech.speakerText,
            saidAt: speech.saidAt,
            textAttached: speech.textAttached,
          },
        ],
        removed: [],
        order,
      });
      return performance.now() - start;
    },
    'the meeting': () => timed(() => readMeeting(workspace, at.meetingId, now)),
    'the words of an item': () => timed(() => readWords(workspace, at.itemId, now)),
    'attendance by one key': () => {
      n += 1;
      return timed(() =>
        setAttendance(workspace, author, {
          participantId: at.participantId,
          attendance: n % 2 === 0 ? 'present' : 'absent',
          at: null,
        }),
      );
    },
    'first page of the list of meetings': () =>
      timed(() => listMeetings(workspace, { groupId: null, status: null, text: '', offset: 0, limit: 100 })),
    'a meeting found in the list by a word': () =>
      timed(() => listMeetings(workspace, { groupId: null, status: null, text: 'моніторинг', offset: 0, limit: 100 })),
  };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Start-up, opening and the live screen's calls, at full size against a workspace like the sample. */
export async function run(): Promise<Measured[]> {
  const results = await startUp();
  const { folder, remove } = temporaryFolder();
  try {
    const small = await generate(folder, 'sample', sampleSize);
    const large = await generate(folder, 'large', largeSize);
    const opening = await inTurn(
      9,
      async () => (await large.open()).close(),
      async () => (await small.open()).close(),
    );
    results.push({
      name: 'opening 5,000 meetings with 100,000 speeches / a sample-sized workspace',
      ratio: opening.ratio,
      detail: `${milliseconds(opening.ours)} / ${milliseconds(opening.other)} (with the raw key; a passphrase adds the same to both)`,
    });
    const [big, little] = [await large.open(), await small.open()];
    const [bigCalls, littleCalls] = [liveCalls(big, large), liveCalls(little, small)];
    for (const name of Object.keys(bigCalls) as (keyof typeof bigCalls)[]) {
      const times: [number[], number[]] = [[], []];
      for (let round = 0; round < 60; round += 1) {
        times[0].push(bigCalls[name]());
        times[1].push(littleCalls[name]());
      }
      const of = (values: number[], share: number) =>
        values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
      results.push({
        name: `${name}, large / sample`,
        ratio: of(times[0], 0.5) / of(times[1], 0.5),
        detail: `${milliseconds(of(times[0], 0.5))} / ${milliseconds(of(times[1], 0.5))}, slowest of 20 in large ${milliseconds(of(times[0], 0.95))}`,
      });
    }
    big.close();
    little.close();
  } finally {
    remove();
  }
  return results;
}
