import type { TFunction } from 'i18next';
import { AppError } from '../../shared/errors.ts';
import type { Terminal } from './terminal.ts';

const enter = ['\r', '\n'];
const endOfInput = '\u0004';
const interrupt = '\u0003';
const eraseLine = '\u0015';
const erase = ['\u007f', '\b'];

/**
 * Reads one line from the keyboard without showing it.
 * @throws AppError `cancelled` on Ctrl+C and when the input ends
 */
const readHidden = (terminal: Terminal, question: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { input, messages } = terminal;
    let typed: string[] = [];
    const end = (finish: () => void): void => {
      input.off('data', take);
      input.off('end', stop);
      input.setRawMode?.(false);
      input.pause();
      messages.write('\n');
      finish();
    };
    const stop = (): void => end(() => reject(new AppError('cancelled')));
    const take = (part: string): void => {
      // One chunk is one key, or a whole line that was pasted.
      for (const sign of part) {
        if (enter.includes(sign)) return end(() => resolve(typed.join('')));
        if (sign === interrupt || sign === endOfInput) return stop();
        if (sign === eraseLine) typed = [];
        else if (erase.includes(sign)) typed.pop();
        else typed.push(sign);
      }
    };
    messages.write(question);
    input.setRawMode?.(true);
    input.setEncoding('utf8');
    input.on('data', take);
    input.on('end', stop);
    input.resume();
  });

const fromEnvironment = (terminal: Terminal, name: string): string | undefined => terminal.env[name] || undefined;

/**
 * The passphrase of a workspace: VICHE_PASSPHRASE, or asked for where somebody sits at a terminal. Never an argument:
 * arguments can be read by every program on the computer.
 * @throws AppError `passphraseNeeded` where nobody can be asked, `cancelled`
 */
export async function askPassphrase(terminal: Terminal, words: TFunction): Promise<string> {
  const given = fromEnvironment(terminal, 'VICHE_PASSPHRASE');
  if (given !== undefined) return given;
  if (!terminal.input.isTTY) throw new AppError('passphraseNeeded');
  return readHidden(terminal, words('ask.passphrase'));
}

/**
 * A passphrase that is chosen now, asked for twice.
 * @throws AppError `passphrasesDiffer`, and as `askPassphrase`
 */
export async function chooseNewPassphrase(terminal: Terminal, words: TFunction, variable: string): Promise<string> {
  const given = fromEnvironment(terminal, variable);
  if (given !== undefined) return given;
  if (!terminal.input.isTTY) throw new AppError('passphraseNeeded');
  const once = await readHidden(terminal, words('ask.newPassphrase'));
  const again = await readHidden(terminal, words('ask.again'));
  if (once !== again) throw new AppError('passphrasesDiffer');
  return once;
}
