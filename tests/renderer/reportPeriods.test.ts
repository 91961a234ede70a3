// Which days a progress report is about when one asks for a quarter, a half-year or a year.
import { expect, it } from 'vitest';
import { reportDays } from '../../renderer/projects/reportPeriods.ts';

const term = { startsOn: '2026-02-10', endsOn: '2027-12-31' };

it('takes the latest period of the calendar that is over', () => {
  expect(reportDays('quarter', term, '2026-11-21')).toEqual({ from: '2026-07-01', until: '2026-09-30' });
  expect(reportDays('halfYear', term, '2026-11-21')).toEqual({ from: '2026-01-01', until: '2026-06-30' });
  expect(reportDays('year', term, '2027-01-01')).toEqual({ from: '2026-01-01', until: '2026-12-31' });
});

it('takes the first period while it lasts, and the last one of a project that has ended', () => {
  expect(reportDays('halfYear', term, '2026-03-01')).toEqual({ from: '2026-01-01', until: '2026-06-30' });
  expect(reportDays('quarter', { startsOn: '2027-05-01', endsOn: null }, '2026-11-21')).toEqual({
    from: '2027-04-01',
    until: '2027-06-30',
  });
  expect(reportDays('halfYear', { startsOn: '2014-11-03', endsOn: '2015-12-31' }, '2026-11-21')).toEqual({
    from: '2015-07-01',
    until: '2015-12-31',
  });
});

it('takes all of the term, until today where it has no end', () => {
  expect(reportDays('all', term, '2026-11-21')).toEqual({ from: '2026-02-10', until: '2027-12-31' });
  expect(reportDays('all', { startsOn: '2026-02-10', endsOn: null }, '2026-11-21')).toEqual({
    from: '2026-02-10',
    until: '2026-11-21',
  });
  expect(reportDays('all', { startsOn: null, endsOn: null }, '2026-11-21')).toEqual({
    from: '2026-11-21',
    until: '2026-11-21',
  });
});
