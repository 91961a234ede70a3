// When the daily notice is given, with a clock that the test moves and a stand-in for the system's notifications.
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { doorWords } from '../../../electron/core/door/words.ts';
import type { DailyNotice } from '../../../electron/desktop/coreMessages.ts';
import { createNotices, noticeText } from '../../../electron/desktop/notice.ts';
import type { Settings } from '../../../electron/desktop/settings.ts';
import { languages } from '../../../shared/languages.ts';

const { shown, FakeNotification } = vi.hoisted(() => {
  const list: { title: string; body: string; emit: (name: string) => void }[] = [];
  return { shown: list, FakeNotification: { supported: true } };
});
vi.mock('electron', () => ({
  Notification: class extends EventEmitter {
    static isSupported = () => FakeNotification.supported;
    title: string;
    body: string;
    constructor({ title, body }: { title: string; body: string }) {
      super();
      this.title = title;
      this.body = body;
    }
    show() {
      shown.push({ title: this.title, body: this.body, emit: (name) => void this.emit(name) });
    }
  },
}));

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const waiting: DailyNotice = { day: '2026-11-16', overdue: 3, soon: 4, meetings: 0, minutes: 2, memoranda: 1 };
let stored: Settings;
let answer: DailyNotice | null;
let asked: number;
let clicks: number;
let notices: ReturnType<typeof createNotices>;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-16T08:00:00') });
  shown.length = 0;
  FakeNotification.supported = true;
  stored = { window: null, language: 'uk', theme: 'system', noticedOn: null };
  answer = waiting;
  asked = 0;
  clicks = 0;
  notices = createNotices({
    ask: async () => {
      asked += 1;
      return answer;
    },
    settings: { read: () => stored, change: (patch) => void (stored = { ...stored, ...patch }) },
    words: () => doorWords(resources, 'uk', ['menu', 'common', 'today']),
    onClick: () => void (clicks += 1),
    icon: '/icon.png',
  });
});
afterEach(() => {
  notices.stop();
  vi.useRealTimers();
});

const pass = (hours: number) => vi.advanceTimersByTimeAsync(hours * 3_600_000);

describe('the daily notice', () => {
  it('comes when a workspace is opened for the first time that day, in numbers', async () => {
    await pass(0.5);
    expect(shown).toEqual([]);
    notices.setOpen(true);
    await pass(0);
    expect(shown).toMatchObject([
      {
        title: 'Віче: на сьогодні',
        body: 'прострочено: 3 · строк за два тижні: 4 · протоколи, що чекають: 2 · меморандуми з близьким строком: 1',
      },
    ]);
    expect(stored.noticedOn).toBe('2026-11-16');
    notices.setOpen(false);
    notices.setOpen(true);
    await pass(10);
    expect(shown).toHaveLength(1);
  });

  it('comes at nine the next day where the workspace stays open, not before', async () => {
    notices.setOpen(true);
    await pass(24);
    expect(shown).toHaveLength(1);
    await pass(1.1);
    expect(shown).toHaveLength(2);
    await pass(10);
    expect(shown).toHaveLength(2);
  });

  it('is never given while locked: then at unlocking', async () => {
    notices.setOpen(true);
    await pass(1);
    notices.setOpen(false);
    await pass(30);
    expect([shown.length, asked]).toEqual([1, 1]);
    notices.setOpen(true);
    await pass(0);
    expect(shown).toHaveLength(2);
  });

  it('is not given when it was locked while it was asked', async () => {
    notices.setOpen(true);
    notices.setOpen(false);
    await pass(0);
    expect([shown.length, stored.noticedOn]).toEqual([0, null]);
  });

  it('is left out where there is nothing to say, and asked for once more at nine', async () => {
    answer = null;
    notices.setOpen(true);
    await pass(3);
    expect(shown).toEqual([]);
    answer = waiting;
    await pass(22);
    expect(shown).toHaveLength(1);
  });

  it('is left out where the system has no notifications', async () => {
    FakeNotification.supported = false;
    notices.setOpen(true);
    await pass(3);
    expect([shown.length, asked, stored.noticedOn]).toEqual([0, 0, null]);
  });

  it('leads to the window when it is clicked', async () => {
    notices.setOpen(true);
    await pass(0);
    shown[0]?.emit('click');
    expect(clicks).toBe(1);
  });

  it.each(languages)('has words for every count in %s', (language) => {
    const words = doorWords(resources, language, ['menu', 'common', 'today']);
    const text = noticeText({ ...waiting, meetings: 5 }, words);
    expect(text.split(' · ')).toHaveLength(5);
    expect(text).not.toMatch(/notice\.|today:notice/);
  });
});
