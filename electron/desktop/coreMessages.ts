import type { Client } from '../../shared/contract/index.ts';
import type { LogEntry } from '../core/ports.ts';

/** What main tells the core's process at its start; folders are absolute. */
export interface CoreSettings {
  version: string;
  resources: string;
  documents: string;
  installation: string;
  worker: string;
  /** Whether the operating system keeps keys on this computer; main does it, the core asks. */
  keyStore: boolean;
  /** What was open when the process before this one died. */
  reopen: OpenSession | null;
}

/** The workspace that is open and its raw key: main keeps it in memory for as long as it is open, and nowhere else. */
export interface OpenSession {
  path: string;
  key: string;
}

/** A file that the person chose in a native dialog. */
export interface ChosenFile {
  path: string;
  name: string;
  size: number | null;
  /** The core opens it where it lies: a workspace, or the place for one. */
  inPlace: boolean;
}

/** What the daily notice says: counts and the day they are of. */
export type DailyNotice = NonNullable<Awaited<ReturnType<Client['today']['notice']>>>;

/** Main asks, the core's process answers; by the name of the question. */
export interface CoreQuestions {
  /** Gives a chosen file its ticket. */
  accept: { question: ChosenFile; answer: string };
  /** Writes a made file to a place that the person chose. */
  write: { question: { ticket: string; path: string }; answer: null };
  /** Puts a workspace file first on the recent list, because the person opened it from outside; gives its `ref`. */
  introduce: { question: { path: string }; answer: string };
  /** What the daily notice says; null where it is switched off, there is nothing to say or no workspace is open. */
  notice: { question: null; answer: DailyNotice | null };
  /** Closes the workspace; the process ends afterwards. */
  close: { question: null; answer: null };
}

/** The core's process asks, main answers. */
export interface KeyQuestions {
  get: { question: { name: string }; answer: string | null };
  set: { question: { name: string; secret: string }; answer: null };
  remove: { question: { name: string }; answer: null };
}

type Asking<Questions> = {
  [Name in keyof Questions]: Questions[Name] extends { question: infer Q } ? { name: Name; question: Q } : never;
}[keyof Questions];

/** An answer, or the refusal in its place. */
export type Answer =
  { id: number; answer: unknown } | { id: number; code: string; params: Record<string, string | number> };

export type ToCore =
  | { kind: 'start'; settings: CoreSettings }
  /** With one port attached: a page. */
  | { kind: 'page' }
  | { kind: 'ask'; id: number; asked: Asking<CoreQuestions> }
  | { kind: 'keyAnswer'; answer: Answer };

export type FromCore =
  | { kind: 'session'; session: OpenSession | null }
  | { kind: 'log'; entry: LogEntry }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'askKey'; id: number; asked: Asking<KeyQuestions> };

/** The questions that wait for an answer across a process border. */
export function createQuestions() {
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: unknown) => void }>();
  let last = 0;
  return {
    /** Keeps a promise for the question that `send` sends under the id it is given. */
    ask: (send: (id: number) => void): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        send(last);
      }),
    settle(answer: Answer, refusal: (code: string, params: Record<string, string | number>) => Error): void {
      const question = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('answer' in answer) question?.resolve(answer.answer);
      else question?.reject(refusal(answer.code, answer.params));
    },
    /** The other side is gone: nobody will answer. */
    rejectAll(error: Error): void {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}
