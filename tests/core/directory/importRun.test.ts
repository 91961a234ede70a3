import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listOrganisations } from '../../../electron/core/directory/organisations.ts';
import { addPerson, listPeople, readPerson } from '../../../electron/core/directory/people.ts';
import { makeImporter, type Importer } from '../../fixtures/tableFile.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let importer: Importer;
beforeEach(async () => {
  made = await makeWorkspace();
  importer = makeImporter(made);
});
afterEach(() => made.remove());

const today = '2026-11-21';

/** Everything that the file holds, as far as a person could notice. */
const contents = () => ({
  people: listPeople(made.workspace, today),
  organisations: listOrganisations(made.workspace, today),
  sets: made.workspace.sqlite.prepare('SELECT count(*) FROM change_set').pluck().get(),
  changes: made.workspace.sqlite.prepare('SELECT count(*) FROM change').pluck().get(),
});

const many = (count: number) =>
  [
    'Прізвище;Ім’я;По батькові;Посада;Установа;Ел. пошта',
    ...Array.from(
      { length: count },
      (_, n) => `Учасник${n};Проба;Тестівна;фахівець ${n % 7};Установа ${n % 400};member${n}@agency.example`,
    ),
  ].join('\n');

describe('an import', () => {
  it('writes nothing before it is confirmed', async () => {
    const before = contents();
    const preview = await importer.preview('people', many(50));
    expect(preview.counts.new).toBe(50);
    expect(contents()).toEqual(before);
  });

  it('of more than 20,000 rows is one act: shown in part, done whole, taken back whole', async () => {
    const { workspace, author } = made;
    const text = many(21_000);
    const preview = await importer.preview('people', text);
    expect(preview.total).toBe(21_000);
    expect(preview.rows).toHaveLength(500);
    expect(preview.counts).toEqual({ new: 21_000, update: 0, duplicate: 0, same: 0, error: 0 });

    const setsBefore = Number(contents().sets);
    expect(await importer.run('people', text)).toEqual({ added: 21_000, updated: 0, skipped: 0 });
    expect(contents().sets).toBe(setsBefore + 1);
    const people = listPeople(workspace, today);
    expect(people).toHaveLength(21_000);
    expect(people.every(({ organisation, position }) => organisation !== '' && position !== '')).toBe(true);
    expect(listOrganisations(workspace, today)).toHaveLength(400);
    expect(workspace.ledger.undoState(author.session).undo).toBe('directory.import.people');

    const again = await importer.preview('people', text);
    expect(again.counts).toMatchObject({ same: 21_000, new: 0 });

    expect(workspace.ledger.undo(author).skipped).toEqual([]);
    expect(listPeople(workspace, today)).toEqual([]);
    expect(listOrganisations(workspace, today)).toEqual([]);
  }, 240_000);

  it('that changed records gives them back as they were', async () => {
    const { workspace, author } = made;
    const id = addPerson(workspace, author, { surname: 'Учасник1', givenName: 'Проба', patronymic: 'Тестівна' });
    const before = readPerson(workspace, id, today);
    await importer.run('people', many(3));
    expect(readPerson(workspace, id, today)).toMatchObject({ email: 'member1@agency.example', position: 'фахівець 1' });
    workspace.ledger.undo(author);
    const after = readPerson(workspace, id, today);
    // What is as it was carries the undo's clock.
    expect({ ...after, clocks: before.clocks }).toEqual(before);
    expect(listPeople(workspace, today)).toHaveLength(1);
    workspace.ledger.redo(author);
    expect(listPeople(workspace, today)).toHaveLength(3);
    expect(readPerson(workspace, id, today).position).toBe('фахівець 1');
  });

  it('leaves nothing when the disk is full in the middle of it', async () => {
    const { workspace } = made;
    await importer.run('people', many(20));
    const before = contents();
    const pages = Number(workspace.sqlite.pragma('page_count', { simple: true }));
    workspace.sqlite.pragma(`max_page_count = ${pages + 8}`);
    const larger = many(150).replaceAll('Учасник', 'Інша');
    await expect(importer.run('people', larger)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(contents()).toEqual(before);
    workspace.sqlite.pragma('max_page_count = 1000000');
    expect((await importer.run('people', larger)).added).toBe(150);
    expect(workspace.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('says when there is nothing to do', async () => {
    await importer.run('people', many(5));
    const before = contents();
    await expect(importer.run('people', many(5))).rejects.toMatchObject({ code: 'nothingToImport' });
    expect(contents()).toEqual(before);
  });

  it('shows wrong rows from the far end of the file too', async () => {
    const text = `${many(900)}\n;;;;;\n;Без прізвища;;;;\nУчасник900;x;;;;не пошта`;
    const preview = await importer.preview('people', text);
    expect(preview.rows).toHaveLength(502);
    expect(preview.rows.slice(-2).map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
      [903, 'cellEmpty'],
      [904, 'emailWrong'],
    ]);
    expect(preview.counts).toMatchObject({ new: 900, error: 2 });
  });
});
