import type { IsoTime } from '../../../../shared/dates.ts';
import type { Reading } from '../../directory/reading.ts';
import { printedMinutes } from '../minutes/printed.ts';
import type { MinutesItem, MinutesModel } from '../../../../shared/contract/minutesModel.ts';

/** One line of the agenda with the hour it is planned for. */
export interface AgendaLine {
  id: string;
  title: string;
  rapporteur: MinutesItem['rapporteur'];
  minutesPlanned: number | null;
  /** Known while every item before it has its minutes. */
  from: IsoTime | null;
  until: IsoTime | null;
  materials: string[];
}

export interface AgendaModel {
  head: MinutesModel;
  lines: AgendaLine[];
}

const minutesADay = 24 * 60;

const timeAfter = (start: IsoTime, minutes: number): IsoTime => {
  const at = (Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes) % minutesADay;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};

/** Hours of the items, counted from the beginning of the meeting; unknown from the first item without minutes on. */
export function agendaLines({ items, startsAt }: Pick<MinutesModel, 'items' | 'startsAt'>): AgendaLine[] {
  let passed: number | null = startsAt === null ? null : 0;
  return items.map(({ id, title, rapporteur, minutesPlanned, materials }) => {
    const from: IsoTime | null = passed === null || startsAt === null ? null : timeAfter(startsAt, passed);
    passed = passed === null || minutesPlanned === null ? null : passed + minutesPlanned;
    const until = passed === null || startsAt === null ? null : timeAfter(startsAt, passed);
    return { id, title, rapporteur, minutesPlanned, from: until === null ? null : from, until, materials };
  });
}

/** What the agenda of a meeting says. Throws `notFound`. */
export function readAgenda(workspace: Reading, meetingId: string): AgendaModel {
  const { model } = printedMinutes(workspace, meetingId);
  return { head: model, lines: agendaLines(model) };
}
