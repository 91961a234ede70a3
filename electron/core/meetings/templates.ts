import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import { keysInRow } from '../../../shared/rules/order.ts';
import type { MeetingKind } from '../../../shared/vocabulary.ts';
import type { Reading } from '../directory/reading.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Writer } from '../ledger/write.ts';
import { groupBy, readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireText } from './checks.ts';
import { appendItems } from './copying.ts';
import { requireMeeting } from './records.ts';
import { agendaTemplate, templateItem } from './tables.ts';

interface TemplateItem {
  title: string;
  minutesPlanned: number | null;
}

const itemsOf = (reader: Reader, templateId: string): TemplateItem[] =>
  readAll(
    reader,
    'SELECT title, minutesPlanned FROM template_item WHERE templateId = ? AND removed = 0 ORDER BY sortKey, id',
    templateId,
  );

/** All agenda templates with their items, by title. */
export function listTemplates(reader: Reader) {
  const items = groupBy(
    readAll<TemplateItem & { templateId: string }>(
      reader,
      'SELECT templateId, title, minutesPlanned FROM template_item WHERE removed = 0 ORDER BY sortKey, id',
    ),
    ({ templateId }) => templateId,
  );
  return readAll<{ id: string; kind: MeetingKind; language: Language; title: string }>(
    reader,
    'SELECT id, kind, language, title FROM agenda_template WHERE removed = 0',
  ).map((template) => ({
    ...template,
    items: (items.get(template.id) ?? []).map(({ title, minutesPlanned }) => ({ title, minutesPlanned })),
  }));
}

/** The kind of meeting that a template is for. Throws `notFound`. */
export function kindOfTemplate(reader: Reader, id: string): MeetingKind {
  const found = readOne<{ kind: MeetingKind }>(
    reader,
    'SELECT kind FROM agenda_template WHERE id = ? AND removed = 0',
    id,
  );
  if (!found) throw new AppError('notFound', { what: 'agendaTemplate' }, 'template');
  return found.kind;
}

/** Puts a template's items at the end of a meeting's agenda. */
export const applyTemplate = (w: Writer, workspace: Reading, templateId: string, meetingId: string) =>
  appendItems(w, workspace, meetingId, itemsOf(workspace, templateId));

/** Keeps a meeting's agenda, without the item of earlier decisions, as a template of its kind and language. */
export function saveTemplate(workspace: OpenWorkspace, author: Author, input: { meetingId: string; title: string }) {
  const { kind, language } = requireMeeting(workspace, input.meetingId);
  requireText(input.title, 'title');
  const items = readAll<TemplateItem>(
    workspace,
    `SELECT title, minutesPlanned FROM agenda_item
     WHERE meetingId = ? AND removed = 0 AND kind = 'ordinary' ORDER BY sortKey, id`,
    input.meetingId,
  );
  if (items.length === 0) throw new AppError('agendaEmpty');
  return workspace.ledger.write(author, { label: 'meetings.saveTemplate' }, (w) => {
    const templateId = w.insert(agendaTemplate, { kind, language, title: input.title.trim() });
    const keys = keysInRow(items.length);
    for (const [index, item] of items.entries())
      w.insert(templateItem, { ...item, templateId, sortKey: keys[index] ?? 'a0' });
    return templateId;
  });
}

export function removeTemplate(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'meetings.removeTemplate' }, (w) => w.remove(agendaTemplate, id));
}
