import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../electron/browser/openBrowser.ts';
import { traceOf } from '../../../electron/core/traceOf.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('what is logged of an unexpected error', () => {
  it('is its kind and its way, not the text that could not be read', () => {
    const trace = traceOf(thrownBy(() => JSON.parse('{"name": "Прізвище" Ім’я}')));
    expect(trace).toMatch(/^SyntaxError: /);
    expect(trace).toMatch(/\n +at JSON\.parse/);
    expect(trace).not.toMatch(/Прізвище|Ім/);
  });

  it('is no path', async () => {
    const error = await readFile('/nowhere/служба.viche').catch((thrown: unknown) => thrown);
    expect(traceOf(error)).toMatch(/^Error: ENOENT/);
    expect(traceOf(error)).not.toMatch(/nowhere|служба/);
  });

  it('is nothing of what is no error', () => {
    expect(traceOf('Прізвище')).toBe('thrown: string');
  });

  it('is no line of a message that looks like a way', () => {
    expect(traceOf(new Error('said "x\n    at Прізвище\ny"'))).not.toContain('Прізвище');
  });
});

describe('what a browser inherits', () => {
  it('is everything but what was meant for this program', () => {
    const env = { DISPLAY: ':0', VICHE_PASSPHRASE: 'слова', VICHE_HOME: '/x', PATH: '/bin' };
    expect(withoutSecrets(env)).toEqual({ DISPLAY: ':0', PATH: '/bin' });
  });
});
