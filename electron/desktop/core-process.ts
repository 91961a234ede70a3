import { createReadStream } from 'node:fs';
import type { MessagePortMain } from 'electron';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { AppError } from '../../shared/errors.ts';
import { createApp, type App } from '../core/app.ts';
import { writeMadeFile } from '../core/door/madeFile.ts';
import { contextOf } from '../core/door/session.ts';
import type { KeyStore } from '../core/ports.ts';
import { traceOf } from '../core/traceOf.ts';
import { inWords } from '../core/workspace/database.ts';
import {
  createQuestions,
  type ChosenFile,
  type CoreSettings,
  type DailyNotice,
  type FromCore,
  type KeyQuestions,
  type ToCore,
} from './coreMessages.ts';

/** The core in a process of its own: main starts it, each page gets a port to it. Nothing here knows windows. */
const main = process.parentPort;
const tell: (message: FromCore) => void = main.postMessage.bind(main);

const keyQuestions = createQuestions();
const askKey = <N extends keyof KeyQuestions>(name: N, question: KeyQuestions[N]['question']) =>
  keyQuestions.ask((id) => tell({ kind: 'askKey', id, asked: { name, question } as never })) as Promise<
    KeyQuestions[N]['answer']
  >;
const keyStore: KeyStore = {
  get: (name) => askKey('get', { name }),
  set: async (name, secret) => void (await askKey('set', { name, secret })),
  remove: async (name) => void (await askKey('remove', { name })),
};

let started: Promise<{ app: App; pages: RPCHandler<{ session: string }> }> | null = null;

async function start(settings: CoreSettings) {
  const app = createApp({
    door: 'desktop',
    version: settings.version,
    resources: settings.resources,
    documents: settings.documents,
    installation: settings.installation,
    worker: settings.worker,
    keyStore: settings.keyStore ? keyStore : null,
    log: (entry) => tell({ kind: 'log', entry }),
  });
  if (settings.reopen !== null) await reopen(app, settings.reopen);
  const tellSession = (): void => {
    const open = app.manager.isOpen() ? app.manager.current() : null;
    tell({ kind: 'session', session: open === null ? null : { path: open.path, key: open.key } });
  };
  tellSession();
  app.manager.onNews((news) => {
    if (news.kind === 'state') tellSession();
  });
  const pages = new RPCHandler(app.router, {
    rootInterceptors: [(options) => options.next({ ...options, context: contextOf(options.request.headers) })],
  });
  return { app, pages };
}

/** After a crash the pages find what they had open; where that fails they ask for the passphrase as after a lock. */
async function reopen(app: App, { path, key }: NonNullable<CoreSettings['reopen']>): Promise<void> {
  try {
    await app.manager.openAt(path, { passphrase: null, recoveryKey: key, remember: false });
  } catch (error) {
    const worded = inWords(error);
    tell({
      kind: 'log',
      entry: { level: 'error', message: `not reopened: ${worded instanceof AppError ? worded.code : traceOf(error)}` },
    });
  }
}

const accept = ({ tickets }: App, { path, name, size, inPlace }: ChosenFile): string =>
  tickets.accept({ name, size, path: inPlace ? path : null, open: () => createReadStream(path) });

async function readNotice(app: App): Promise<DailyNotice | null> {
  const { workspace, today } = createRouterClient(app.router, { context: { session: 'desktop' } });
  if (!app.manager.isOpen() || !(await workspace.preferences()).dailyNotice) return null;
  return today.notice();
}

async function answerQuestion(app: App, asked: Extract<ToCore, { kind: 'ask' }>['asked']): Promise<unknown> {
  switch (asked.name) {
    case 'accept':
      return accept(app, asked.question);
    case 'write':
      await writeMadeFile(app.tickets, asked.question.ticket, asked.question.path);
      return null;
    case 'introduce':
      return app.manager.recent.introduced(asked.question.path);
    case 'notice':
      return readNotice(app);
    case 'close':
      await app.close();
      return null;
  }
}

/** Every message waits until a workspace that is to be reopened is open: pages never see the moment before. */
async function take(message: ToCore, port: MessagePortMain | undefined): Promise<void> {
  if (message.kind === 'keyAnswer') {
    keyQuestions.settle(message.answer, (code, params) => new AppError(code, params));
    return;
  }
  if (message.kind === 'start') started ??= start(message.settings);
  if (started === null) throw new Error('asked before it was started');
  const { app, pages } = await started;
  if (message.kind === 'page' && port !== undefined) {
    pages.upgrade(port, { context: { session: 'nameless' } });
    port.start();
  }
  if (message.kind !== 'ask') return;
  const { id } = message;
  try {
    tell({ kind: 'answer', answer: { id, answer: await answerQuestion(app, message.asked) } });
  } catch (error) {
    const worded = inWords(error);
    const refusal = worded instanceof AppError ? worded : new AppError('unexpected');
    tell({ kind: 'answer', answer: { id, code: refusal.code, params: refusal.params } });
  }
}

main.on('message', ({ data, ports }) => {
  take(data as ToCore, ports[0]).catch((error: unknown) => {
    // Without its start the core is of no use to anybody: main sees the end and tries again.
    tell({
      kind: 'log',
      entry: { level: 'error', message: traceOf(error) },
    });
    process.exit(1);
  });
});
