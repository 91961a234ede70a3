import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { formatDay } from '../../../shared/dates.ts';
import { parseClauseText } from '../../../shared/rules/clauseText.ts';
import { client } from '../../ui/core/client.ts';
import { errorCode } from '../../ui/core/errors.ts';
import { setUnsaved, trackSaving, useFlush } from '../../ui/core/saving.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useFieldName } from '../fields/useFieldName.ts';
import { entriesOf, paragraphText } from './convert.ts';
import type { FieldLook } from './fieldView.ts';
import { openPaper, type PaperKeeper, type PaperPorts } from './keeper.ts';
import type { AmendedNote, MarginMark } from './margin.ts';
import { placeObligations } from './obligationPlaces.ts';

/** Refusals stay what they are until something changes; everything else is tried again. */
const isRefusal = (error: unknown): boolean =>
  !['unexpected', 'connectionLost', 'databaseBusy'].includes(errorCode(error));

/** How each field reads now: its value, or what it waits for. */
export const useFieldLook = (memorandum: MemorandumDetail): ((key: string, label: string) => FieldLook) => {
  const { t } = useTranslation('memoranda');
  const nameOf = useFieldName(memorandum);
  const { fieldValues } = memorandum;
  return useCallback(
    (key, label) => {
      const value = fieldValues[key] ?? '';
      const name = nameOf(key);
      if (value !== '') return { text: value, title: t('field.filled', { name, value }), missing: false };
      const text = label || name;
      return { text, title: t('field.missing', { name: text }), missing: true };
    },
    [fieldValues, nameOf, t],
  );
};

/** What stands beside the text: obligations at their paragraphs, amendments in force at their articles. */
const useMargin = (keeper: PaperKeeper, memorandum: MemorandumDetail, obligationId: string | null): void => {
  const { t } = useTranslation('memoranda');
  const { language } = useLanguage();
  const changes = keeper.changes.use();
  const { obligationRows, fieldValues, clauses, amendments } = memorandum;
  const marks = useMemo((): MarginMark[] => {
    const now = changes < 0 ? [] : entriesOf(keeper.editor.state.doc);
    return placeObligations(obligationRows, now, fieldValues).map(({ id, clauseId, paragraph }) => {
      const row = obligationRows.find((one) => one.id === id);
      return {
        id,
        clauseId,
        paragraph,
        label: t('obligation.short', { n: row?.n ?? 0 }),
        title: [row?.party, row?.text].filter(Boolean).join(': '),
        now: id === obligationId,
      };
    });
  }, [keeper, changes, obligationRows, fieldValues, obligationId, t]);
  const notes = useMemo(
    (): AmendedNote[] =>
      clauses.flatMap(({ id, amended }) => {
        if (amended === null) return [];
        const from = amendments.find((one) => one.id === amended.amendmentId);
        const day = from?.startsOn ?? from?.signedOn ?? null;
        return [
          {
            clauseId: id,
            said: t(`amended.${amended.change}`, {
              number: amended.number,
              date: day === null ? '' : formatDay(day, language),
            }),
            heading: amended.change === 'repeals' ? '' : amended.heading,
            paragraphs:
              amended.change === 'repeals'
                ? []
                : parseClauseText(amended.text).map((paragraph) => paragraphText(paragraph, fieldValues)),
          },
        ];
      }),
    [clauses, amendments, fieldValues, language, t],
  );
  const shown = useRef('');
  useEffect(() => {
    const text = JSON.stringify([marks, notes]);
    if (shown.current === text) return;
    shown.current = text;
    keeper.setMargin({ marks, notes });
  }, [keeper, marks, notes]);
};

export type PaperCalls = Pick<PaperPorts, 'onFill' | 'onMark'>;

/** The text of a memorandum in its editor, saved as one writes; what other windows change comes into it. */
export const usePaper = (memorandum: MemorandumDetail, obligationId: string | null, calls: PaperCalls): PaperKeeper => {
  const latest = useRef(calls);
  useLayoutEffect(() => {
    latest.current = calls;
  });
  const { id } = memorandum;
  const [keeper] = useState(() =>
    openPaper(memorandum.clauses, {
      save: ({ id: clauseId, patch, base }) =>
        trackSaving(client.memoranda.updateClause({ id: clauseId, patch, base })),
      mayRetry: (error) => !isRefusal(error),
      onPending: (pending) => setUnsaved(`memorandum:${id}`, pending),
      onFill: (place, typed) => latest.current.onFill(place, typed),
      onMark: (obligation) => latest.current.onMark(obligation),
    }),
  );
  useEffect(() => {
    keeper.arrived(memorandum.clauses);
  }, [keeper, memorandum.clauses]);
  useEffect(() => {
    keeper.editor.setEditable(memorandum.editable, false);
  }, [keeper, memorandum.editable]);
  const look = useFieldLook(memorandum);
  useEffect(() => {
    keeper.setLooks(look);
  }, [keeper, look]);
  useMargin(keeper, memorandum, obligationId);
  useFlush(keeper.flush);
  useEffect(() => () => void keeper.flush(), [keeper]);
  return keeper;
};
