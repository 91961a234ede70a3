import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findTwinNumbers,
  formatDecisionNumber,
  formatNumber,
  keepNumber,
  nextNumber,
  periodOf,
  type TakenNumber,
  validatePattern,
} from '../../../shared/rules/numbering.ts';

const day = '2026-11-21';

const holder = (id: string, number: string, period: string) => ({ id, number, period });

describe('the pattern', () => {
  it.each([
    ['{n}', '7'],
    ['{n}/{yyyy}', '7/2026'],
    ['{yy}-{nn}', '26-07'],
    ['{prefix}-{n:3}', 'КР-007'],
    ['{n:1}', '7'],
    ['{nnn}', '007'],
    ['№ {n} ({mm}.{yyyy})', '№ 7 (11.2026)'],
    ['{term}/{n}', '2024–2026/7'],
    ['КР-{n}', 'КР-7'],
  ])('%s is written %s', (pattern, number) => {
    expect(validatePattern(pattern)).toBeNull();
    expect(formatNumber(pattern, { sequence: 7, day, term: '2024–2026', prefix: 'КР' })).toBe(number);
  });

  it.each([
    ['', 'numberPatternEmpty'],
    ['   ', 'numberPatternEmpty'],
    [`{n}${'x'.repeat(60)}`, 'numberPatternTooLong'],
    ['{n}\n', 'numberPatternCharacter'],
    ['{n', 'numberPatternBraces'],
    ['n}', 'numberPatternBraces'],
    ['{{n}}', 'numberPatternBraces'],
    ['{n}{year}', 'numberPatternUnknownToken'],
    ['{n:0}', 'numberPatternUnknownToken'],
    ['{n:12}', 'numberPatternUnknownToken'],
    ['{}', 'numberPatternUnknownToken'],
    ['{N}', 'numberPatternUnknownToken'],
    ['{yyyy}', 'numberPatternNoSequence'],
    ['Протокол', 'numberPatternNoSequence'],
    ['{n}-{nn}', 'numberPatternTwoSequences'],
  ])('%j is refused: %s', (pattern, problem) => {
    expect(validatePattern(pattern)).toBe(problem);
  });

  it('does not cut numbers that outgrow the padding and leaves what it does not know', () => {
    expect(formatNumber('{nn}', { sequence: 1234, day })).toBe('1234');
    expect(formatNumber('{term}{prefix}{n}', { sequence: 1, day })).toBe('1');
    expect(formatNumber('{week}-{n}', { sequence: 1, day })).toBe('{week}-1');
  });
});

describe('the next number', () => {
  const byYear = { pattern: '{n}/{yyyy}', period: 'year' } as const;

  it('counts within the calendar year', () => {
    const taken = [
      { sequence: 12, period: '2025' },
      { sequence: 1, period: '2026' },
      { sequence: 3, period: '2026' },
      { sequence: null, period: '2026' },
    ];
    expect(nextNumber(byYear, taken, day)).toEqual({ sequence: 4, period: '2026', number: '4/2026' });
    expect(nextNumber(byYear, taken, '2027-01-10').number).toBe('1/2027');
  });

  it('counts within the term, across years', () => {
    const byTerm = { pattern: '{n}', period: 'term', term: '2025-03-01' } as const;
    const taken = [{ sequence: 8, period: periodOf('term', '2025-12-01', '2025-03-01') }];
    expect(nextNumber(byTerm, taken, day).number).toBe('9');
    expect(nextNumber({ ...byTerm, term: '2027-03-01' }, taken, day).number).toBe('1');
    expect(periodOf('term', day, null)).toBe(periodOf('term', '2020-01-01', undefined));
  });

  it('keeps a place, unless the meeting left the year or another has taken it', () => {
    const own = { sequence: 3, period: '2026' };
    const others = [{ sequence: 2, period: '2026' }];
    expect(keepNumber(byYear, own, others, '2026-12-30').number).toBe('3/2026');
    expect(keepNumber(byYear, own, others, '2027-01-05').number).toBe('1/2027');
    expect(keepNumber(byYear, own, [...others, own], '2026-12-30').number).toBe('4/2026');
    expect(keepNumber(byYear, { sequence: null, period: '2026' }, others, day).number).toBe('3/2026');
  });

  const step = fc.record({
    act: fc.constantFrom('plan', 'plan', 'plan', 'move', 'forget'),
    which: fc.nat(30),
    year: fc.integer({ min: 2025, max: 2027 }),
  });

  it('is unique inside a period and grows, whatever is planned, moved and cancelled in any order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let held: TakenNumber[] = [];
        for (const { act, which, year } of steps) {
          const at = `${year}-06-01`;
          const meeting = held[which % Math.max(1, held.length)];
          const others = act === 'plan' ? held : held.filter((other) => other !== meeting);
          const before = others.filter(({ period }) => period === String(year)).map(({ sequence }) => sequence ?? 0);
          const planned = nextNumber(byYear, others, at);
          expect(planned.sequence).toBe(Math.max(0, ...before) + 1);
          if (act === 'plan') held = [...held, planned];
          else if (meeting !== undefined)
            held = act === 'forget' ? others : [...others, keepNumber(byYear, meeting, others, at)];
          expect(new Set(held.map(({ sequence, period }) => `${period}/${sequence}`)).size).toBe(held.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives each running number a different text inside a year, with every valid pattern', () => {
    const patterns = fc.constantFrom('{n}', '{nn}', '{n:6}', '{n}/{yyyy}', '{yy}-{nn}', 'КР{n}-{mm}');
    const sequence = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(patterns, sequence, sequence, (pattern, a, b) => {
        const same = formatNumber(pattern, { sequence: a, day }) === formatNumber(pattern, { sequence: b, day });
        expect(same).toBe(a === b);
      }),
    );
  });
});

describe('decisions and twins', () => {
  it('numbers a decision by meeting, item and place', () => {
    expect(formatDecisionNumber('7', 3, 1)).toBe('7/3.1');
    expect(formatDecisionNumber('7/2026', 3, 12)).toBe('7/2026/3.12');
    expect(formatDecisionNumber(null, 3, 1)).toBe('3.1');
    expect(formatDecisionNumber('', 3, 1)).toBe('3.1');
  });

  it('finds the same number given twice in a period', () => {
    const found = findTwinNumbers([
      holder('a', '7/2026', '2026'),
      holder('b', ' 7 / 2026', '2026'),
      holder('c', '7/2026', '2025'),
      holder('d', 'КР-1', '2026'),
      holder('e', 'кр-1', '2026'),
      holder('f', '', '2026'),
      holder('g', '', '2026'),
      holder('h', '8/2026', '2026'),
    ]);
    expect(found.map((group) => group.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      ['d', 'e'],
    ]);
    expect(findTwinNumbers([])).toEqual([]);
  });
});
