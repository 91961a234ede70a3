// Sums, settled commitments and rates over any expenses, against sums made here in another way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inProjectCurrency } from '../../../electron/core/projects/money/projectCurrency.ts';
import {
  inLineCurrency,
  outstandingOf,
  settledBy,
  sumsByLine,
  type Spent,
} from '../../../electron/core/projects/money/expenseSums.ts';
import { readMoney } from '../../../electron/core/projects/money/read.ts';
import { budgetLine, expense, funder } from '../../../electron/core/projects/moneyTables.ts';
import { project } from '../../../electron/core/projects/tables.ts';
import { budgetCategories } from '../../../shared/vocabulary.ts';
import { makeWorkspace } from '../../fixtures/workspace.ts';

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const lineCount = 4;
const lineCurrencies = ['EUR', 'EUR', 'UAH', 'JPY'];

const oneExpense = fc.record({
  line: fc.integer({ min: 0, max: lineCount - 1 }),
  kind: fc.constantFrom('commitment' as const, 'spending' as const),
  amount: fc.option(amount, { freq: 8 }),
  currency: fc.constantFrom('EUR', 'UAH', 'JPY'),
  rate: fc.option(fc.integer({ min: 1, max: 200_000_000 })),
  settles: fc.option(fc.nat({ max: 20 })),
});

/** Expenses whose spendings settle commitments of the same line. */
const manyExpenses = fc.array(oneExpense, { maxLength: 30 }).map((drawn) =>
  drawn.map((each, index): Spent => {
    const settled = each.settles === null ? undefined : drawn[each.settles % Math.max(1, drawn.length)];
    const fits = settled?.kind === 'commitment' && settled.line === each.line && each.kind === 'spending';
    return {
      id: `e${index}`,
      budgetLineId: `b${each.line}`,
      kind: each.kind,
      commitmentId: fits && settled ? `e${drawn.indexOf(settled)}` : null,
      amount: each.amount,
      currency: each.currency,
      rate: each.rate,
      lineCurrency: lineCurrencies[each.line] ?? '',
      spentOn: null,
    };
  }),
);

const plain = (expenses: readonly Spent[], keep: (each: Spent) => boolean): number =>
  expenses.filter(keep).reduce((sum, each) => sum + (inLineCurrency(each) ?? 0), 0);

describe('Sums of expenses', () => {
  it('do not depend on their order', () => {
    fc.assert(
      fc.property(manyExpenses, (expenses) => {
        expect(Object.fromEntries(sumsByLine(expenses.toReversed()))).toEqual(Object.fromEntries(sumsByLine(expenses)));
      }),
    );
  });

  it('are what is spent and what is still promised, line by line', () => {
    fc.assert(
      fc.property(manyExpenses, (expenses) => {
        const sums = sumsByLine(expenses);
        for (const [id, { spent, committed, expenses: count, uncounted }] of sums) {
          const own = expenses.filter(({ budgetLineId }) => budgetLineId === id);
          expect(count).toBe(own.length);
          expect(uncounted).toBe(own.filter((each) => inLineCurrency(each) === null).length);
          expect(spent).toBe(plain(own, ({ kind }) => kind === 'spending'));
          const promised = own
            .filter(({ kind }) => kind === 'commitment')
            .map((each) => {
              const sum = inLineCurrency(each);
              return sum === null ? 0 : Math.max(0, sum - plain(own, ({ commitmentId }) => commitmentId === each.id));
            });
          expect(committed).toBe(promised.reduce((sum, each) => sum + each, 0));
        }
      }),
    );
  });

  it('never say that less than nothing is outstanding', () => {
    fc.assert(
      fc.property(manyExpenses, (expenses) => {
        const settled = settledBy(expenses);
        for (const each of expenses.filter(({ kind }) => kind === 'commitment'))
          expect(outstandingOf(each, settled) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('A project’s total', () => {
  const sums = fc.record({
    currency: fc.constantFrom('EUR', 'USD', 'UAH', 'JPY', 'KWD'),
    planned: amount,
    committed: amount,
    spent: amount,
  });
  const rates = [
    { currency: 'EUR', rate: 43_512_345 },
    { currency: 'USD', rate: 41_000_001 },
    { currency: 'JPY', rate: 274_999 },
    { currency: 'KWD', rate: 133_700_000 },
  ];

  it('is within half a minor unit of the exact sum, and the same in any order', () => {
    const digits: Record<string, bigint> = { EUR: 100n, USD: 100n, UAH: 100n, JPY: 1n, KWD: 1000n };
    fc.assert(
      fc.property(fc.array(sums, { maxLength: 12 }), (totals) => {
        const told = inProjectCurrency(totals, rates, 'UAH');
        expect(inProjectCurrency(totals.toReversed(), rates, 'UAH')).toEqual(told);
        const rateOf = (currency: string) =>
          BigInt(rates.find((each) => each.currency === currency)?.rate ?? 1_000_000);
        for (const part of ['planned', 'committed', 'spent'] as const) {
          // In thousandths of a millionth of a kopiyka, so that nothing is divided before the comparison.
          const exact = totals.reduce(
            (sum, each) =>
              sum + (BigInt(each[part]) * rateOf(each.currency) * 100_000n) / (digits[each.currency] ?? 1n),
            0n,
          );
          const off = BigInt(told.total?.[part] ?? 0) * 1_000_000_000n - exact;
          expect(off <= 500_000_000n && off >= -500_000_000n).toBe(true);
        }
      }),
    );
  });

  it('is not told where a rate is missing, unless there is nothing in that currency', () => {
    fc.assert(
      fc.property(fc.array(sums, { maxLength: 12 }), (totals) => {
        const { total, missingRates } = inProjectCurrency(totals, rates.slice(1), 'UAH');
        const unknown = totals.some(
          ({ currency, planned, committed, spent }) =>
            currency === 'EUR' && (planned !== 0 || committed !== 0 || spent !== 0),
        );
        expect(missingRates).toEqual(unknown ? ['EUR'] : []);
        expect(total === null).toBe(unknown);
      }),
    );
  });
});

describe('The money of a whole project', () => {
  const lines = fc.array(
    fc.record({
      funder: fc.nat({ max: 2 }),
      category: fc.constantFrom(...budgetCategories),
      amount: fc.option(fc.nat({ max: 1_000_000_000 }), { freq: 6 }),
      spent: fc.array(fc.record({ amount, kind: fc.constantFrom('commitment' as const, 'spending' as const) }), {
        maxLength: 4,
      }),
    }),
    { maxLength: 12 },
  );

  it('adds up the same by funder, by line, by category and by currency', async () => {
    const { workspace, author, remove } = await makeWorkspace();
    try {
      fc.assert(
        fc.property(lines, (drawn) => {
          const id = workspace.ledger.write(author, { label: 'test' }, (w) => {
            const own = w.insert(project, { title: 'Проєкт' });
            const funders = ['EUR', 'EUR', 'UAH'].map((currency) => w.insert(funder, { projectId: own, currency }));
            for (const each of drawn) {
              const funderId = funders[each.funder] ?? '';
              const { category } = each;
              const line = w.insert(budgetLine, { projectId: own, funderId, category, amount: each.amount });
              const currency = each.funder === 2 ? 'UAH' : 'EUR';
              for (const spent of each.spent) w.insert(expense, { budgetLineId: line, currency, ...spent });
            }
            return own;
          });
          const view = readMoney(workspace, id);
          for (const part of ['planned', 'committed', 'spent'] as const)
            for (const currency of ['EUR', 'UAH']) {
              const of = (rows: readonly ({ currency: string } & Record<typeof part, number>)[]) =>
                rows.filter((row) => row.currency === currency).reduce((sum, row) => sum + row[part], 0);
              const byLine = of(view.lines.map((line) => ({ ...line, planned: line.amount ?? 0 })));
              expect([of(view.funders), of(view.categories), of(view.totals)]).toEqual([byLine, byLine, byLine]);
            }
        }),
        { numRuns: 25 },
      );
    } finally {
      remove();
    }
  });
});
