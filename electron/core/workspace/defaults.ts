import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Language } from '../../../shared/languages.ts';
import { keysInRow } from '../../../shared/rules/order.ts';
import { meetingKinds } from '../../../shared/vocabulary.ts';
import type { Writer } from '../ledger/write.ts';
import { agendaTemplate, templateItem, textBlock } from '../meetings/tables.ts';
import type { OpenWorkspace } from './open.ts';
import { readSettings } from './settings.ts';

const words = z.string().min(1);

/** `resources/defaults/<language>.json`: standard phrases of minutes, and an agenda for each kind of meeting. */
const defaults = z.strictObject({
  textBlocks: z.array(z.strictObject({ title: words, text: words })),
  templates: z.array(
    z.strictObject({
      kind: z.enum(meetingKinds),
      title: words,
      items: z.array(z.strictObject({ title: words, minutesPlanned: z.number().int().positive() })),
    }),
  ),
});

/** Standard phrases and agenda templates that every new workspace has, in each of the languages given. */
export function loadDefaults(
  workspace: OpenWorkspace,
  resources: string,
  languages: readonly Language[],
  session: string,
): void {
  const person = readSettings(workspace).me ?? 'unknown';
  const files = languages.map((language) => ({
    language,
    ...defaults.parse(JSON.parse(readFileSync(join(resources, 'defaults', `${language}.json`), 'utf8'))),
  }));
  workspace.ledger.write({ person, session }, { label: 'workspace.create' }, (w) => {
    const blocks = files.flatMap(({ language, textBlocks }) => textBlocks.map((block) => ({ language, ...block })));
    const keys = keysInRow(blocks.length);
    for (const [index, block] of blocks.entries()) w.insert(textBlock, { ...block, sortKey: keys[index] ?? 'a0' });
    for (const { language, templates } of files)
      for (const template of templates) insertTemplate(w, language, template);
  });
}

function insertTemplate(w: Writer, language: Language, template: z.infer<typeof defaults>['templates'][number]) {
  const { kind, title, items } = template;
  const templateId = w.insert(agendaTemplate, { kind, language, title });
  const keys = keysInRow(items.length);
  for (const [index, item] of items.entries())
    w.insert(templateItem, { ...item, templateId, sortKey: keys[index] ?? 'a0' });
}
