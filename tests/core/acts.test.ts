// Every act that the ledger keeps under a label can be said (“Undone: …”); words.test.ts holds the languages level.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import acts from '../../resources/locales/en/acts.json' with { type: 'json' };
import { importKind } from '../../shared/contract/directory.ts';
import { projectImportKind } from '../../shared/contract/projectImport.ts';
import { partNames } from '../../shared/contract/projectParts.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = globSync('electron/core/**/*.ts', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'));

/** Labels that are put together when they are written → all that they can be. */
const built: Record<string, readonly string[]> = {
  'directory.import.${settings.kind}': importKind.options.map((kind) => `directory.import.${kind}`),
  'projects.import.${settings.kind}': projectImportKind.options.map((kind) => `projects.import.${kind}`),
  'projects.addPart.${part}': partNames.map((part) => `projects.addPart.${part}`),
  'projects.updatePart.${part}': partNames.map((part) => `projects.updatePart.${part}`),
  // Rates have no order.
  'projects.movePart.${part}': partNames.filter((part) => part !== 'rate').map((part) => `projects.movePart.${part}`),
  'projects.removePart.${part}': partNames.map((part) => `projects.removePart.${part}`),
};

/** A label where the ledger is written to, in a constant, or given on to `attachFile` and `detachFile`. */
const written = /\b(?:label(?::| =)|author,)\s*(['`])([a-z]+\.[^'`]+)\1/g;
const found = new Set(sources.flatMap((text) => [...text.matchAll(written)].map(([, , label = '']) => label)));
const labels = [...found].flatMap((label) => built[label] ?? [label]);

/** Nested JSON as `a.b.c`. */
const keysOf = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null ? keysOf(inner, `${path}${key}.`) : [`${path}${key}`],
  );
const named = new Set(keysOf(acts));

describe('the words for acts', () => {
  it('are looked for wherever the ledger is written to', () => {
    const writes = sources.flatMap((text) => [...text.matchAll(/ledger\.write\([^;]*?\{ label\b(.)/gs)]);
    const calls = sources.flatMap((text) => [...text.matchAll(/ledger\.write\(/g)]);
    expect(writes.length).toBe(calls.length);
    expect(labels).toEqual(expect.arrayContaining(['meetings.addItem', 'meetings.attach', 'workspace.sample']));
    expect(Object.keys(built).filter((label) => !found.has(label))).toEqual([]);
  });

  it('name every label', () => {
    expect(labels.filter((label) => !named.has(label)).toSorted()).toEqual([]);
  });

  it('name nothing that is not written', () => {
    expect([...named].filter((label) => !labels.includes(label)).toSorted()).toEqual([]);
  });
});
