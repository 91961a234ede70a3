import { Notification } from 'electron';
import type { TFunction } from 'i18next';
import { today, type IsoDay } from '../../shared/dates.ts';
import type { DailyNotice } from './coreMessages.ts';
import type { SettingsStore } from './settings.ts';

/** A program that stays open says it at this hour; one that is started says it at once. */
const noticeHour = 9;
/** How often the clock is looked at: a timer until tomorrow would stand still while the computer sleeps. */
const often = 30_000;

export interface NoticesOptions {
  /** What there is to say; null: nothing, or it is switched off. Only asked while a workspace is open. */
  ask: () => Promise<DailyNotice | null>;
  settings: SettingsStore;
  words: () => TFunction;
  /** Brings the window forward on Today. */
  onClick: () => void;
  /** Absolute path of the program's picture. */
  icon: string;
}

/** The counts in one line, none of them zero, no word of any record: it may lie on a lock screen. */
export const noticeText = ({ day: _day, ...counts }: DailyNotice, words: TFunction): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => words(`today:notice.${name}`, { count }))
    .join(' · ');

/**
 * The daily notice of the system: once a day, when a workspace is opened for the first time that day, or at nine where it
 * stays open. While it is locked nothing is known and nothing is said; unlocking says it then.
 */
export function createNotices(options: NoticesOptions) {
  let isOpen = false;
  let asking = false;
  /** At nine there was nothing to say: the same day it is not asked again by the clock. */
  let askedOn: IsoDay | null = null;
  // What nothing points to is collected, and with it its click.
  const shown = new Set<Notification>();

  const show = (notice: DailyNotice): void => {
    const words = options.words();
    const message = new Notification({
      title: words('today:notice.title'),
      body: noticeText(notice, words),
      icon: options.icon,
    });
    shown.add(message);
    message.on('click', () => {
      shown.delete(message);
      options.onClick();
    });
    message.on('close', () => shown.delete(message));
    message.show();
  };

  const consider = async (): Promise<void> => {
    const day = today(new Date());
    if (asking || !isOpen || options.settings.read().noticedOn === day || !Notification.isSupported()) return;
    asking = true;
    try {
      const notice = await options.ask();
      askedOn = day;
      // It may have been locked while it was asked.
      if (notice === null || !isOpen) return;
      options.settings.change({ noticedOn: day });
      show(notice);
    } catch {
      // The core has just gone; the next one says that it is open, and is asked again.
    } finally {
      asking = false;
    }
  };

  const timer = setInterval(() => {
    const now = new Date();
    if (now.getHours() >= noticeHour && askedOn !== today(now)) void consider();
  }, often);

  return {
    /** The workspace was opened, locked or closed. */
    setOpen(open: boolean): void {
      const isNew = open && !isOpen;
      isOpen = open;
      if (isNew) void consider();
    },
    stop: () => clearInterval(timer),
  };
}

export type Notices = ReturnType<typeof createNotices>;
