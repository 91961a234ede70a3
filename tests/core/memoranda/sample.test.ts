// The memoranda of the sample, as they stand on 21 November 2026.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMemoranda } from '../../../electron/core/memoranda/list.ts';
import { readReadiness } from '../../../electron/core/memoranda/readiness.ts';
import { readMemorandumText, signedVersion } from '../../../electron/core/memoranda/versions.ts';
import { readMemorandum } from '../../../electron/core/memoranda/views.ts';
import { compareTexts } from '../../../electron/core/memoranda/comparison.ts';
import { readAll } from '../../../electron/core/statements.ts';
import { anyMemorandum } from '../../../shared/contract/memorandumViews.ts';
import { plainClauseText } from '../../../shared/rules/clauseText.ts';
import { makeSampleWorkspace, resources } from '../../fixtures/sample.ts';
import type { TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
beforeAll(async () => {
  made = await makeSampleWorkspace();
});
afterAll(() => made.remove());

const now = () => new Date(made.clock.now());
const list = () =>
  listMemoranda(
    made.workspace,
    {
      ...anyMemorandum,
      sort: { by: 'signed', descending: false },
      offset: 0,
      limit: 100,
    },
    now(),
  );
const idOf = (number: string): string => list().rows.find((row) => row.number === number)?.id ?? '';

describe('the memoranda of the sample', () => {
  it('are of every stage, in three languages', () => {
    expect(list().rows.map(({ number, state, endsOn, noticeOn }) => [number, state, endsOn, noticeOn])).toEqual([
      ['B-1', 'expired', '2015-03-31', '2015-02-28'],
      ['S-1', 'inForce', null, null],
      ['М-1', 'expired', '2020-12-31', '2020-09-30'],
      ['М-2', 'inForce', '2027-05-31', '2026-11-30'],
      ['П-1', 'inForce', '2027-03-14', '2026-12-14'],
      ['', 'draft', '2032-05-31', '2031-11-30'],
    ]);
    expect(list().counts).toEqual({ inForce: 3, drafts: 1, nearNotice: 2 });
  });

  it('have an obligation overdue, some near, and periods ticked off', () => {
    const { obligationRows } = readMemorandum(made.workspace, resources, idOf('П-1'), now());
    expect(obligationRows.map(({ state, currentDueOn }) => [state, currentDueOn])).toEqual([
      ['overdue', '2026-10-30'],
      ['open', '2026-11-30'],
      ['open', '2026-12-03'],
      ['open', '2027-01-10'],
      ['open', null],
    ]);
  });

  it('have a draft that wants the number of the council’s decision and the parties’ details', () => {
    const draft = list().rows.find(({ state }) => state === 'draft')?.id ?? '';
    const { findings, fields } = readReadiness(made.workspace, resources, draft, now());
    expect(findings.map(({ code }) => code)).toEqual([
      'approvalNumberMissing',
      'approvalDayMissing',
      'clauseHole',
      'clauseHole',
    ]);
    expect(fields).toBeGreaterThan(20);
    const { supersedes, fieldValues } = readMemorandum(made.workspace, resources, draft, now());
    expect(supersedes).toBe('М-2 · про взаємодію у сфері протидії торгівлі людьми');
    expect(fieldValues['obligation.3.due']).toBe('щопівроку, до 20 числа наступного місяця');
    expect(fieldValues['parties']).toBe(
      'Громадська організація «Професійна ліга соціальних працівників Сумщини» (далі – Ліга) в особі голови правління ' +
        'Представниці правління Ліги, що діє на підставі статуту, та Сумська обласна рада (далі – Рада) в особі голови ' +
        'ради Представника облради, що діє на підставі рішення сесії',
    );
    const { clauses } = compareTexts(made.workspace, resources, { left: idOf('М-2'), right: draft }, now());
    expect(clauses.map(({ heading, change }) => [heading, change])).toEqual(
      expect.arrayContaining([
        ['Права й обов’язки Сторін', 'changed'],
        ['Координація', 'removed'],
        ['Конфіденційність', 'same'],
        ['Реквізити Сторін', 'added'],
      ]),
    );
  });

  it('are signed whole, without a field left open, and read with their amendments', () => {
    const signed = readAll<{ id: string }>(made.workspace, `SELECT id FROM memorandum WHERE status = 'signed'`);
    expect(signed).toHaveLength(5);
    for (const { id } of signed)
      expect(JSON.stringify(signedVersion(made.workspace, id)?.text)).not.toMatch(/\[\[|undefined|\{\{/u);
    const { clauses } = readMemorandumText(made.workspace, resources, idOf('П-1'), now());
    expect(clauses.find(({ heading }) => heading === 'Координація')?.text).toContain('Щокварталу');
    const lv = readMemorandumText(made.workspace, resources, idOf('S-1'), now());
    expect(plainClauseText(lv.clauses[0]?.text ?? '')).toContain('kuru pārstāv nodaļas vecākā eksperte');
  });
});
