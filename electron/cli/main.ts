import { stopSignal } from '../core/door/stopping.ts';
import { run } from './run.ts';

/** The command line as a program: `node out/main/cli.js …`. */
const stop = new AbortController();
const asked = stopSignal();
asked.addEventListener('abort', () => stop.abort());
// A reader that has enough (`| head`) is no mistake.
process.stdout.on('error', () => stop.abort());

process.exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  messages: process.stderr,
  env: process.env,
  folder: process.cwd(),
  program: import.meta.dirname,
  stopped: stop.signal,
});
