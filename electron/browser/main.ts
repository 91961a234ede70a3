import { parseArgs } from 'node:util';
import { createApp } from '../core/app.ts';
import { installed, plainPorts } from '../core/door/ports.ts';
import { stopped, stopSignal } from '../core/door/stopping.ts';
import { doorWords, languageOf, refusalText } from '../core/door/words.ts';
import { serve } from './serve.ts';

/** The browser door as a program: `node out/main/browser.js [--port N] [--no-open]`. */
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const words = doorWords(installed(import.meta.dirname).resources, languageOf(LC_ALL || LC_MESSAGES || LANG), [
  'cli',
  'errors',
]);

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      host: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  return Number.isInteger(port) && port >= 0 && port < 65_536
    ? { port, interface: values.host, open: !values['no-open'] }
    : null;
};

const options = (() => {
  try {
    return readArguments();
  } catch {
    return null;
  }
})();

if (options === null) {
  console.error(words('browser.usage'));
  process.exitCode = 2;
} else {
  const ports = plainPorts('browser', import.meta.dirname);
  const app = createApp(ports);
  try {
    const stop = stopSignal();
    const host = await serve(app, import.meta.dirname, {
      ...options,
      print: (address) => void process.stdout.write(`${address}\n`),
      log: ports.log,
    });
    console.error(words('browser.started'));
    await stopped(stop);
    await host.close();
  } catch (error) {
    console.error(refusalText(words, error));
    process.exitCode = 1;
  } finally {
    await app.close();
  }
}
