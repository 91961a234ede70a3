import { implementer, nowOf, type Core } from '../core.ts';
import { readHolidays } from './holidayDays.ts';
import { warmHolidays } from './holidays.ts';
import { readCounts, readNotice, readToday } from './today.ts';

const { today: area } = implementer;

/** @param waitingInFolder how many packages lie in the exchange folder for us */
export const todayProcedures = (core: Core, waitingInFolder: () => number) => {
  const now = () => nowOf(core);
  // A command on the command line is over before that.
  if (core.ports.door !== 'cli') warmHolidays();
  return area.router({
    get: area.get.handler(({ input }) => readToday(core.workspace(), input, core.ports.resources, now())),
    holidays: area.holidays.handler(({ input }) => readHolidays(core.workspace(), core.ports.resources, input)),
    counts: area.counts.handler(() => readCounts(core.workspace(), now(), waitingInFolder())),
    notice: area.notice.handler(() => readNotice(core.workspace(), now())),
  });
};
