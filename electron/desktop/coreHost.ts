import { join } from 'node:path';
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { AppError } from '../../shared/errors.ts';
import type { KeyStore, LogEntry } from '../core/ports.ts';
import {
  createQuestions,
  type Answer,
  type CoreQuestions,
  type CoreSettings,
  type FromCore,
  type OpenSession,
  type ToCore,
} from './coreMessages.ts';

/** How long to wait before the core is started again, by how often it has died lately; milliseconds. */
const pauses = [0, 250, 1_000, 4_000, 10_000];
/** Having lived this long, it counts as healthy again. */
const healthy = 60_000;
const longestClosing = 10_000;

export interface CoreHostOptions {
  settings: Omit<CoreSettings, 'keyStore' | 'reopen'>;
  keyStore: KeyStore | null;
  /** Absolute path of the built process. */
  program: string;
  log: (entry: LogEntry) => void;
  /** A workspace was opened, locked or closed. */
  onSession: (isOpen: boolean) => void;
  /** A new process is there: pages need new ports. */
  onRestarted: () => void;
  /** It keeps dying: the person is told. */
  onHopeless: () => void;
}

/**
 * The core's process, started again whenever it dies. What was open then is opened again with the key that main keeps in
 * memory while the workspace is open; closing or locking forgets it.
 */
export function startCore(options: CoreHostOptions) {
  const questions = createQuestions();
  let child: UtilityProcess;
  let session: OpenSession | null = null;
  let deaths = 0;
  let closing = false;

  const send = (message: ToCore, ports: MessagePortMain[] = []): void => child.postMessage(message, ports);

  const answerKey = async (asked: Extract<FromCore, { kind: 'askKey' }>['asked']): Promise<unknown> => {
    const store = options.keyStore;
    if (store === null) throw new AppError('noKeyStore');
    if (asked.name === 'get') return store.get(asked.question.name);
    if (asked.name === 'remove') await store.remove(asked.question.name);
    else await store.set(asked.question.name, asked.question.secret);
    return null;
  };

  const take = (message: FromCore): void => {
    switch (message.kind) {
      case 'session':
        session = message.session;
        return options.onSession(session !== null);
      case 'log':
        return options.log(message.entry);
      case 'answer':
        return questions.settle(message.answer, (code, params) => new AppError(code, params));
      case 'askKey': {
        const { id } = message;
        answerKey(message.asked).then(
          (answer) => send({ kind: 'keyAnswer', answer: { id, answer } }),
          (error: unknown) => {
            const code = error instanceof AppError ? error.code : 'keyStoreFailed';
            const answer: Answer = { id, code, params: {} };
            send({ kind: 'keyAnswer', answer });
          },
        );
      }
    }
  };

  const start = (): void => {
    const born = Date.now();
    child = utilityProcess.fork(options.program, [], { serviceName: 'Viche core', stdio: 'inherit' });
    child.on('message', take);
    child.on('exit', (code) => {
      questions.rejectAll(new AppError('coreGone'));
      if (closing) return;
      options.log({ level: 'error', message: `the core ended with ${code}` });
      deaths = Date.now() - born > healthy ? 1 : deaths + 1;
      if (deaths > pauses.length) return options.onHopeless();
      setTimeout(restart, pauses[deaths - 1]);
    });
    send({ kind: 'start', settings: { ...options.settings, keyStore: options.keyStore !== null, reopen: session } });
  };
  const restart = (): void => {
    if (closing) return;
    start();
    options.onRestarted();
  };

  const ask = <N extends keyof CoreQuestions>(name: N, question: CoreQuestions[N]['question']) =>
    questions.ask((id) => send({ kind: 'ask', id, asked: { name, question } as never })) as Promise<
      CoreQuestions[N]['answer']
    >;

  start();
  return {
    ask,
    /** A port for one page; the page's end of it. */
    connect(): MessagePortMain {
      const { port1, port2 } = new MessageChannelMain();
      send({ kind: 'page' }, [port1]);
      return port2;
    },
    /** The person wants it tried once more. */
    retry(): void {
      deaths = 0;
      restart();
    },
    get processId(): number | undefined {
      return child.pid;
    },
    /** Closes the workspace and ends the process; gives up waiting after ten seconds. */
    async close(): Promise<void> {
      if (closing) return;
      closing = true;
      const patience = new Promise((resolve) => setTimeout(resolve, longestClosing));
      await Promise.race([ask('close', null).catch(() => null), patience]);
      session = null;
      child.kill();
    },
  };
}

export type CoreHost = ReturnType<typeof startCore>;

export const coreProgram = (program: string): string => join(program, 'core-process.js');
