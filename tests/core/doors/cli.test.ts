// The command line as a person or a script meets it: words in, JSON out, exit codes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedureNames } from '../../../electron/cli/procedures.ts';
import { run, type ExitCode } from '../../../electron/cli/run.ts';
import { contract } from '../../../shared/contract/index.ts';
import { languages } from '../../../shared/languages.ts';
import { testPassphrase } from '../../fixtures/doors.ts';
import { textOf } from '../../fixtures/paperFile.ts';
import { keepWordFile } from '../../fixtures/wordFiles.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'out', 'main');
let folder = '';
let file = '';

type Said = { code: ExitCode; output: string; messages: string };
type Options = {
  env?: Record<string, string | undefined>;
  /** Typed at a terminal; without it nobody sits there. */
  typed?: string[];
  piped?: string;
  stopped?: AbortSignal;
  onOutput?: (text: string) => void;
};

const flushed = (...streams: PassThrough[]): Promise<unknown> =>
  Promise.all(
    streams.map((stream) => {
      stream.end();
      return finished(stream);
    }),
  );

/** Runs a command; `typed` answers one question each. */
const viche = async (args: string[], options: Options = {}): Promise<Said> => {
  const input = new PassThrough();
  const output = new PassThrough();
  const messages = new PassThrough();
  const answers = [...(options.typed ?? [])];
  const raw: boolean[] = [];
  let said = '';
  let told = '';
  output.on('data', (part: Buffer) => {
    said += part.toString();
    options.onOutput?.(part.toString());
  });
  messages.on('data', (part: Buffer) => {
    told += part.toString();
    if (part.toString().endsWith(': ') && answers.length > 0) input.write(answers.shift());
  });
  if (options.piped !== undefined) input.end(options.piped);
  const code = await run(args, {
    input: Object.assign(input, {
      isTTY: options.typed !== undefined,
      setRawMode: (on: boolean) => raw.push(on),
    }),
    output,
    messages,
    env: { VICHE_HOME: folder, VICHE_PASSPHRASE: testPassphrase, LANG: 'en_GB.UTF-8', ...options.env },
    folder,
    program,
    stopped: options.stopped ?? new AbortController().signal,
  });
  await flushed(output, messages);
  // Whatever happened, the terminal shows keys again.
  expect(raw.at(-1) ?? false).toBe(false);
  return { code, output: said, messages: told };
};

const json = (said: Said): Record<string, unknown> => JSON.parse(said.output) as Record<string, unknown>;
const refusal = (said: Said): Record<string, unknown> =>
  JSON.parse(said.messages.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'viche-cli-'));
  file = join(folder, 'group.viche');
  const said = await viche(['create', '--file', 'group.viche', '--lang', 'uk', '--agency', 'Установа «А»']);
  if (said.code !== 0) throw new Error(said.messages);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('help and usage', () => {
  it.each(languages)('help is there in %s and names every command', async (language) => {
    const { code, output } = await viche(['--help', '--lang', language]);
    expect(code).toBe(0);
    for (const command of ['create', 'call', 'report', 'check', 'serve']) expect(output).toContain(`viche ${command}`);
    expect(output).toContain('VICHE_PASSPHRASE');
    expect(output).not.toMatch(/help\.|\{\{/);
  });

  it('answers in the language of the system', async () => {
    const { output } = await viche([], { env: { LANG: 'lv_LV.UTF-8' } });
    expect(output).toContain('Viche komandrindā');
  });

  it('gives its version', async () => {
    const { version } = JSON.parse(readFileSync(join(program, '..', '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    expect((await viche(['--version'])).output).toBe(`${version}\n`);
  });

  it.each([
    ['no such command', ['conjure'], 'usage.unknownCommand'],
    ['no file', ['check'], 'usage.missing'],
    ['no place for the result', ['report', 'minutes', '--file', 'f'], 'usage.missing'],
    ['no such document', ['report', 'novel', '--file', 'f', '--out', 'o'], 'usage.unknownDocument'],
    ['no such language', ['report', 'minutes', '--file', 'f', '--out', 'o', '--form', 'xx'], 'usage.notALanguage'],
    ['no day', ['report', 'decision-state', '--file', 'f', '--out', 'o', '--from', 'yesterday'], 'usage.notADay'],
    ['no such order', ['report', 'decision-state', '--file', 'f', '--out', 'o', '--by', 'luck'], 'usage.notAmong'],
    ['no such state', ['report', 'memorandum-register', '--file', 'f', '--out', 'o', '--state', 'x'], 'usage.notAmong'],
    ['nobody to remind', ['report', 'reminder', '--file', 'f', '--out', 'o'], 'usage.missing'],
    ['no memorandum', ['report', 'amendment', '--file', 'f', '--out', 'o', '--amendment', 'a'], 'usage.missing'],
    ['no period', ['report', 'progress-report', '--file', 'f', '--out', 'o', '--from', '2016-10-01'], 'usage.missing'],
    ['no day of state', ['report', 'coverage-report', '--file', 'f', '--out', 'o', '--as-of', '1'], 'usage.notADay'],
    ['no such option', ['check', '--fiel', 'f'], 'usage.wrongOption'],
    ['a passphrase as an argument', ['check', '--file', 'f', '--passphrase', 'x'], 'usage.wrongOption'],
    ['one word too many', ['check', '--file', 'f', 'g'], 'usage.tooMuch'],
    ['no port number', ['serve', '--file', 'f', '--port', '99999'], 'usage.notAPort'],
    ['no procedure', ['call'], 'usage.missing'],
    ['no JSON', ['call', 'workspace.state', '{'], 'usage.notJson'],
    ['input that does not fit', ['call', 'workspace.open', '{"ref":1}'], 'usage.wrongInput'],
  ])('%s: exit code 2', async (_what, args, code) => {
    const said = await viche(args);
    expect(said.code).toBe(2);
    expect(refusal(said)).toMatchObject({ code });
    expect(refusal(said)['message']).not.toContain('usage.');
    expect(said.output).toBe('');
  });

  it('lists the procedures of the contract when one is not there', async () => {
    const said = await viche(['call', 'meetings.conjure']);
    expect(said.code).toBe(2);
    const all = Object.entries(contract).flatMap(([area, procedures]) =>
      Object.keys(procedures).map((name) => `${area}.${name}`),
    );
    expect(refusal(said)['details']).toEqual(all);
    expect(procedureNames).toEqual(all);
  });
});

describe('create', () => {
  it('makes a workspace that the passphrase opens, and prints what the recovery sheet says', async () => {
    const said = await viche(['create', '--file', 'second.viche', '--lang', 'lt']);
    expect(said.code).toBe(0);
    const { file: made, recovery } = json(said) as { file: string; recovery: { lines: string[] } };
    expect(made).toBe(join(folder, 'second.viche'));
    expect(readFileSync(made).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(recovery.lines).toHaveLength(6);
    const state = json(await viche(['call', 'workspace.state', '--file', 'second.viche']));
    expect(state).toMatchObject({ status: 'open', door: 'cli', workspace: { fileName: 'second.viche' } });
  });

  it('never writes over a file', async () => {
    const before = readFileSync(file);
    const said = await viche(['create', '--file', 'group.viche']);
    expect(said.code).toBe(1);
    expect(refusal(said)).toMatchObject({ code: 'fileExists' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a folder that is not there', async () => {
    const said = await viche(['create', '--file', 'no/such/group.viche']);
    expect(said.code).toBe(1);
    expect(refusal(said)).toMatchObject({ code: 'fileNotWritten' });
  });

  it('refuses a short passphrase', async () => {
    const said = await viche(['create', '--file', 'short.viche'], { env: { VICHE_PASSPHRASE: 'abc' } });
    expect(said.code).toBe(1);
    expect(refusal(said)).toMatchObject({ code: 'passphraseTooShort' });
    expect(existsSync(join(folder, 'short.viche'))).toBe(false);
  });
});

describe('the passphrase', () => {
  const unset = { VICHE_PASSPHRASE: undefined };

  it('is asked for at a terminal and not shown', async () => {
    const said = await viche(['check', '--file', 'group.viche'], { env: unset, typed: [`${testPassphrase}\r`] });
    expect(said.code, said.messages).toBe(0);
    expect(said.messages).toContain('Passphrase: ');
    expect(said.messages + said.output).not.toContain(testPassphrase);
  });

  it('can be corrected while it is typed', async () => {
    const typed = [`wrong\u0015${testPassphrase}ї\u007f\n`];
    expect((await viche(['check', '--file', 'group.viche'], { env: unset, typed })).code).toBe(0);
  });

  it('is asked for twice when it is new', async () => {
    const differing = await viche(['create', '--file', 'third.viche'], {
      env: unset,
      typed: ['перша фраза тут\r', 'друга фраза тут\r'],
    });
    expect(refusal(differing)).toMatchObject({ code: 'passphrasesDiffer' });
    expect(existsSync(join(folder, 'third.viche'))).toBe(false);
    const same = await viche(['create', '--file', 'third.viche'], {
      env: unset,
      typed: ['перша фраза тут\r', 'перша фраза тут\r'],
    });
    expect(same.code).toBe(0);
  });

  it('can be left unanswered', async () => {
    const said = await viche(['check', '--file', 'group.viche'], { env: unset, typed: ['abc\u0003'] });
    expect(said.code).toBe(1);
    expect(refusal(said)).toMatchObject({ code: 'cancelled' });
  });

  it('is needed where nobody can be asked', async () => {
    const said = await viche(['check', '--file', 'group.viche'], { env: unset });
    expect(said.code).toBe(1);
    expect(refusal(said)).toMatchObject({ code: 'passphraseNeeded' });
  });

  it('must be the right one', async () => {
    const said = await viche(['check', '--file', 'group.viche', '--lang', 'uk'], {
      env: { VICHE_PASSPHRASE: 'зовсім не та фраза' },
    });
    expect(said.code).toBe(1);
    expect(said.output).toBe('');
    expect(refusal(said)).toMatchObject({ code: 'wrongPassphrase', message: expect.stringMatching(/парольн/i) });
  });
});

describe('call', () => {
  const organisation = {
    name: 'Обласна адміністрація',
    shortName: 'ОВА',
    kind: 'regionalAdministration',
    territory: null,
    address: '',
    email: '',
    phone: '',
    website: '',
    note: '',
  };

  it('reaches every procedure by its name and keeps what it writes', async () => {
    const added = await viche(['call', 'directory.addOrganisation', JSON.stringify(organisation), '--file', file]);
    expect(added.code, added.messages).toBe(0);
    const rows = await viche(['call', 'directory.organisations', '--file', file]);
    expect(rows.output).toContain('Обласна адміністрація');
    expect(rows.output.trim().split('\n')).toHaveLength(1);
  });

  it('reads long input from standard input', async () => {
    const piped = JSON.stringify({ ...organisation, name: 'Друга установа' });
    const added = await viche(['call', 'directory.addOrganisation', '-', '--file', file], { piped });
    expect(added.code, added.messages).toBe(0);
    expect((await viche(['call', 'directory.organisations', '--file', file])).output).toContain('Друга установа');
  });

  it('takes the command before back', async () => {
    const undone = await viche(['call', 'workspace.undo', '--file', file]);
    expect(undone.code, undone.messages).toBe(0);
    const rows = await viche(['call', 'directory.organisations', '--file', file]);
    expect(rows.output).toContain('Обласна адміністрація');
    expect(rows.output).not.toContain('Друга установа');
  });

  it('works without a workspace where the core does', async () => {
    const known = JSON.parse((await viche(['call', 'workspace.known'])).output) as { fileName: string }[];
    expect(known.map(({ fileName }) => fileName)).toContain('group.viche');
    const refused = await viche(['call', 'workspace.settings']);
    expect(refused.code).toBe(1);
    expect(refusal(refused)).toMatchObject({ code: 'noWorkspace' });
  });

  it('puts a passphrase in without it being an argument', async () => {
    const sheet = await viche(['call', 'workspace.recovery', '{"passphrase":"@passphrase"}', '--file', file]);
    expect(sheet.code, sheet.messages).toBe(0);
    expect(json(sheet)['lines']).toHaveLength(6);
  });

  it('reads the file of --in', async () => {
    writeFileSync(join(folder, 'people.csv'), 'Прізвище;Імʼя\nЧлен 7;Перший\n');
    const input = JSON.stringify({
      ticket: '@in',
      kind: 'people',
      sheet: null,
      encoding: 'auto',
      delimiter: 'auto',
      hasHeader: true,
      mapping: null,
    });
    const said = await viche(['call', 'directory.previewImport', input, '--in', 'people.csv', '--file', file]);
    expect(said.messages).not.toContain('ticketExpired');
    expect(said.code, said.messages).toBe(0);
    expect(said.output).toContain('Прізвище');
    const missing = await viche(['call', 'directory.previewImport', input, '--in', 'nobody.csv', '--file', file]);
    expect(missing.code).toBe(1);
    expect(refusal(missing)).toMatchObject({ code: 'fileUnreadable', params: { name: 'nobody.csv' } });
  });

  it('writes the file of --out, whole', async () => {
    const input = JSON.stringify({ title: 'Перелік', columns: [{ header: 'Назва', kind: 'text' }], rows: [['А']] });
    const said = await viche(['call', 'reports.exportList', input, '--out', 'list.xlsx', '--file', file]);
    expect(said.code, said.messages).toBe(0);
    expect(json(said)).toMatchObject({ file: join(folder, 'list.xlsx') });
    expect(json(said)['ticket']).toBeUndefined();
    expect(readFileSync(join(folder, 'list.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const nowhere = await viche(['call', 'reports.exportList', input, '--out', 'no/such/list.xlsx', '--file', file]);
    expect(nowhere.code).toBe(1);
    expect(refusal(nowhere)).toMatchObject({ code: 'fileNotWritten', params: { name: 'list.xlsx' } });
  });

  it('prints a stream line by line until it is ended', async () => {
    const stop = new AbortController();
    let seen = '';
    const listening = viche(['call', 'workspace.news', '--file', file], {
      stopped: stop.signal,
      onOutput: (part) => {
        seen += part;
      },
    });
    // Opening tells its own news only to those who listened before; silence is an answer here, an end is one too.
    setTimeout(() => stop.abort(), 1_500);
    const said = await listening;
    expect(said.code, said.messages).toBe(0);
    for (const line of seen.trim().split('\n').filter(Boolean)) expect(JSON.parse(line)).toHaveProperty('kind');
  });

  it('goes through the same lock as every door', async () => {
    const stop = new AbortController();
    const holder = viche(['call', 'workspace.news', '--file', file], { stopped: stop.signal });
    await expect
      .poll(async () => refusal(await viche(['check', '--file', file]))['code'], { timeout: 10_000 })
      .toBe('workspaceInUse');
    stop.abort();
    expect((await holder).code).toBe(0);
    expect((await viche(['check', '--file', file])).code).toBe(0);
  });
});

describe('report', () => {
  const sample = ['--file', 'sample.viche'];
  let lastWithMinutes = '';

  beforeAll(async () => {
    const made = await viche(['create', ...sample, '--sample', '--lang', 'uk']);
    if (made.code !== 0) throw new Error(made.messages);
    const list = await viche([
      'call',
      'meetings.list',
      '{"groupId":null,"status":null,"text":"","offset":0,"limit":500}',
      ...sample,
    ]);
    const { rows } = JSON.parse(list.output) as { rows: { id: string; status: string; heldOn: string }[] };
    lastWithMinutes =
      rows
        .filter(({ status }) => ['draftMinutes', 'underApproval', 'signed'].includes(status))
        .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))[0]?.id ?? '';
  });

  it.each(languages)('makes the minutes of the last meeting in the form “%s”', async (form) => {
    const out = `minutes-${form}.docx`;
    const said = await viche(['report', 'minutes', ...sample, '--meeting', 'last', '--form', form, '--out', out]);
    expect(said.code, said.messages).toBe(0);
    expect(json(said)).toMatchObject({ form, report: 'minutes', meetingId: lastWithMinutes, file: join(folder, out) });
    const bytes = readFileSync(join(folder, out));
    keepWordFile(`cli-minutes-${form}`, bytes);
    expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml');
  });

  it('takes the language of the meeting when no form is named, and the name of a document as one writes it', async () => {
    const said = await viche(['report', 'short-minutes', ...sample, '--out', 'short.docx']);
    expect(said.code, said.messages).toBe(0);
    expect(json(said)).toMatchObject({ form: 'uk', report: 'shortMinutes', meetingId: lastWithMinutes });
  });

  it('makes a paper over a register, in the language of messages where no form is named', async () => {
    const asked = ['--by', 'organisation', '--from', '2000-01-01', '--unfinished', '--lang', 'lv'];
    const said = await viche(['report', 'decision-state', ...sample, ...asked, '--out', 'state.docx']);
    expect(said.code, said.messages).toBe(0);
    expect(json(said)).toMatchObject({
      report: 'decisionState',
      form: 'lv',
      by: 'organisation',
      from: '2000-01-01',
      until: null,
      unfinished: true,
    });
    const bytes = readFileSync(join(folder, 'state.docx'));
    keepWordFile('cli-decision-state', bytes);
    expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml');
    const register = ['report', 'memorandum-register', ...sample, '--state', 'inForce,draft', '--form', 'en'];
    expect(json(await viche([...register, '--out', 'register.docx']))).toMatchObject({ states: ['inForce', 'draft'] });
  });

  it('makes the five documents of a project, in its own language where no form is named', async () => {
    const filter = { statuses: [], groupId: null, organisationId: null, text: 'STROM' };
    const asked = JSON.stringify({ ...filter, sort: { by: 'starts', descending: false }, offset: 0, limit: 1 });
    const { rows } = json(await viche(['call', 'projects.list', asked, ...sample])) as { rows: { id: string }[] };
    const projectId = rows[0]?.id ?? '';
    const options: [string, string[], object][] = [
      ['project-passport', [], { form: 'lv' }],
      [
        'progress-report',
        ['--from', '2015-01-01', '--until', '2015-06-30'],
        { from: '2015-01-01', until: '2015-06-30' },
      ],
      ['coverage-report', ['--as-of', '2015-06-30', '--form', 'lt'], { form: 'lt', asOf: '2015-06-30' }],
      ['final-report', ['--form', 'en'], { form: 'en' }],
      ['programme-annex', [], { form: 'lv' }],
    ];
    for (const [report, more, made] of options) {
      const args = ['report', report, ...sample, '--project', projectId, ...more, '--out', `${report}.docx`];
      const said = await viche(args);
      expect(said.code, said.messages).toBe(0);
      expect(json(said)).toMatchObject({ projectId, ...made });
      keepWordFile(`cli-${report}`, readFileSync(join(folder, `${report}.docx`)));
    }
    expect(textOf(readFileSync(join(folder, 'final-report.docx')))).toContain('49,392');
  });

  it('takes the project that began last, and says so where there is none', async () => {
    const said = await viche(['report', 'project-passport', ...sample, '--project', 'last', '--out', 'passport.docx']);
    expect(said.code, said.messages).toBe(0);
    expect(json(said)).toMatchObject({ form: 'uk', report: 'projectPassport' });
    expect(textOf(readFileSync(join(folder, 'passport.docx')))).toContain('Громадський контроль');
    const none = await viche(['report', 'final-report', '--file', file, '--out', 'none.docx']);
    expect(none.code).toBe(1);
    expect(refusal(none)).toMatchObject({ code: 'noProjectYet' });
  });

  it('refuses a meeting that is not there, and leaves no file', async () => {
    const said = await viche(['report', 'agenda', ...sample, '--meeting', 'nobody', '--out', 'none.docx']);
    expect(said.code).toBe(1);
    expect(refusal(said)).toMatchObject({ code: 'notFound' });
    expect(readdirSync(folder).filter((name) => name.startsWith('none.docx'))).toEqual([]);
  });

  it('says so where no meeting has minutes yet', async () => {
    const said = await viche(['report', 'minutes', '--file', file, '--out', 'none.docx']);
    expect(said.code).toBe(1);
    expect(refusal(said)).toMatchObject({ code: 'noMinutesYet' });
  });
});

describe('the built program', () => {
  const spawned = (args: string[]) =>
    spawnSync(process.execPath, [join(program, 'cli.js'), ...args], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, VICHE_HOME: folder, VICHE_PASSPHRASE: testPassphrase, LANG: 'en_GB.UTF-8' },
    });

  it('gives JSON alone on standard output, and its exit code', () => {
    const state = spawned(['call', 'workspace.state', '--file', 'group.viche']);
    expect([state.status, state.stderr]).toEqual([0, '']);
    expect(JSON.parse(state.stdout)).toMatchObject({ status: 'open' });
    const refused = spawned(['check', '--file', 'nothing.viche']);
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    const wrong = spawned(['call', 'no.such']);
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  });

  it('asks nobody when it is not at a terminal', () => {
    const said = spawnSync(process.execPath, [join(program, 'cli.js'), 'check', '--file', 'group.viche'], {
      encoding: 'utf8',
      cwd: folder,
      input: `${testPassphrase}\n`,
      env: { ...process.env, VICHE_HOME: folder, VICHE_PASSPHRASE: '' },
    });
    expect(said.status).toBe(1);
    expect(said.stderr).toContain('passphraseNeeded');
  });
});

describe('check', () => {
  it('says what it looked at', async () => {
    const said = await viche(['check', '--file', file]);
    expect(said.code).toBe(0);
    expect(json(said)).toMatchObject({ ok: true, findings: [] });
  });

  it.each([
    ['nothing there', 'nothing.viche', null, 'workspaceNotFound'],
    ['no workspace', 'note.viche', 'not a workspace', 'notWorkspace'],
  ])('refuses %s', async (_what, name, content, code) => {
    if (content !== null) writeFileSync(join(folder, name), content);
    const said = await viche(['check', '--file', name]);
    expect(said.code).toBe(1);
    expect(refusal(said)).toMatchObject({ code });
  });
});

describe('serve', () => {
  it('opens the workspace behind the browser door, and only on this computer', async () => {
    const refused = await viche(['serve', '--file', file, '--host', '0.0.0.0', '--no-open']);
    expect(refused.code).toBe(1);
    expect(refusal(refused)).toMatchObject({ code: 'onlyLoopback' });

    const stop = new AbortController();
    let answered: unknown = null;
    const ask = async (address: string): Promise<void> => {
      const { origin, hash } = new URL(address);
      const headers = { 'x-viche-token': hash.replace('#token=', ''), 'content-type': 'application/json' };
      const response = await fetch(`${origin}/rpc/workspace/state`, { method: 'POST', headers, body: '{}' });
      answered = await response.json();
    };
    const said = await viche(['serve', '--file', file, '--no-open'], {
      stopped: stop.signal,
      onOutput: (address) => void ask(address.trim()).finally(() => stop.abort()),
    });
    expect(said.code, said.messages).toBe(0);
    expect(answered).toMatchObject({ json: { status: 'open', door: 'browser' } });
    expect((await viche(['check', '--file', file])).code, 'it let go of the file').toBe(0);
  });
});
