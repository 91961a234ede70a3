import { styled } from '@mui/material/styles';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView, MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { TextLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import type { Acts } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ReorderList } from '../../ui/ReorderList.tsx';

const Head = styled('header')({ display: 'flex', alignItems: 'center', gap: 8, padding: '10px 12px 6px' });

const Row = styled('div')({
  position: 'relative',
  '& > button[data-place]': {
    display: 'grid',
    gridTemplateColumns: '22px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '0 4px',
    width: '100%',
    minHeight: 34,
    padding: '4px 12px 4px 9px',
    border: 0,
    borderLeft: '3px solid transparent',
    background: 'none',
    textAlign: 'left',
    fontSize: 13.5,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '&:hover': { background: 'var(--bg)' },
    '&:focus-visible': { outlineOffset: -2 },
  },
  '& > button[aria-current]': { background: 'var(--ink-soft)', borderLeftColor: 'var(--ink)', fontWeight: 600 },
  '& [data-n]': { color: 'var(--soft)', fontWeight: 550 },
  '& > button[aria-current] [data-n]': { color: 'var(--ink-text)' },
  '& svg': { color: 'var(--green)' },
  // what is done with an article comes with the pointer or the keyboard, over its mark
  '& > [data-tools]': {
    position: 'absolute',
    right: 4,
    top: 3,
    display: 'flex',
    opacity: 0,
    background: 'var(--surface)',
    borderRadius: 4,
  },
  '&:hover > [data-tools], &:focus-within > [data-tools]': { opacity: 1 },
});

const Foot = styled('div')({
  marginTop: 'auto',
  padding: '10px 14px',
  borderTop: '1px solid var(--line)',
  fontSize: 12,
  color: 'var(--soft)',
});

const Add = styled('button')({
  display: 'grid',
  gridTemplateColumns: '22px minmax(0, 1fr) auto',
  gap: 4,
  width: '100%',
  minHeight: 34,
  alignItems: 'center',
  padding: '0 12px',
  border: 0,
  background: 'none',
  color: 'var(--faint)',
  textAlign: 'left',
  fontSize: 13.5,
  cursor: 'pointer',
  '&:focus-visible': { outlineOffset: -2 },
});

const Mark = ({ missing, note }: { missing: number; note?: number }) => {
  const { t } = useTranslation('memoranda');
  if (missing > 0) {
    return (
      <span title={t('outline.missing', { count: missing })}>
        <Chip tone="amber">
          {missing}
          <span className="unseen"> {t('outline.missing', { count: missing })}</span>
        </Chip>
      </span>
    );
  }
  if (note !== undefined && note > 0) {
    return (
      <span title={t('outline.obligations', { count: note })}>
        <Chip>
          {note}
          <span className="unseen"> {t('outline.obligations', { count: note })}</span>
        </Chip>
      </span>
    );
  }
  return (
    <span>
      <CheckIcon size={13} />
      <span className="unseen">{t('outline.complete')}</span>
    </span>
  );
};

const Entry = (props: {
  n: string;
  label: string;
  current: boolean;
  missing: number;
  note?: number;
  onOpen: () => void;
}) => (
  <button type="button" data-place="" aria-current={props.current ? 'true' : undefined} onClick={props.onOpen}>
    <span data-n="">{props.n}</span>
    <span>{props.label}</span>
    <Mark missing={props.missing} {...(props.note !== undefined && { note: props.note })} />
  </button>
);

export type OutlineProps = {
  memorandum: MemorandumDetail;
  currentId: string | null;
  acts: Acts;
  onOpen: (clauseId: string) => void;
  /** To the fields above the articles, or to the details below them. */
  onTop: () => void;
  onBottom: () => void;
  onAdd: () => void;
};

const missingAround = ({ fieldValues, partyRows }: MemorandumDetail): { top: number; bottom: number } => {
  const empty = (keys: readonly string[]): number => keys.filter((key) => (fieldValues[key] ?? '') === '').length;
  return {
    top: empty(['place', 'signedOn']),
    bottom: empty(
      partyRows.flatMap((_party, index) => [`party.${index + 1}.position`, `party.${index + 1}.signatory`]),
    ),
  };
};

/** The articles of the text, each complete or with the number of what is missing; Alt and the arrows move them. */
export const Outline = (props: OutlineProps): ReactNode => {
  const { memorandum, currentId, acts, onOpen } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const [removing, setRemoving] = useState<ClauseView>();
  const { clauses, editable, obligationRows } = memorandum;
  const around = missingAround(memorandum);
  const nameOf = ({ heading, numbered }: ClauseView): string =>
    heading || (numbered ? t('outline.unnamed') : t('outline.preamble'));
  return (
    <>
      <Head>
        <h2>{t('outline.title')}</h2>
        <span style={{ flex: 1 }} />
        <span className="faint small">{clauses.length}</span>
      </Head>
      <Row>
        <Entry n="" label={t('outline.top')} current={false} missing={around.top} onOpen={props.onTop} />
      </Row>
      <ReorderList
        label={t('outline.title')}
        items={clauses}
        getKey={({ id }) => id}
        getLabel={nameOf}
        disabled={!editable}
        onMove={(id, to) => void acts.run(() => client.memoranda.moveClause({ id, to }))}
        renderItem={(clause, { handle, index }) => (
          <Row>
            <Entry
              n={clause.number === null ? '' : String(clause.number)}
              label={nameOf(clause)}
              current={clause.id === currentId}
              missing={clause.missing.length}
              note={obligationRows.filter(({ clauseId }) => clauseId === clause.id).length}
              onOpen={() => onOpen(clause.id)}
            />
            {editable ? (
              <span data-tools="">
                {handle}
                <MenuButton
                  label={t('outline.menu', { name: nameOf(clause) })}
                  iconOnly
                  size="small"
                  items={[
                    {
                      id: 'numbered',
                      label: t('outline.numbered'),
                      checked: clause.numbered,
                      run: () =>
                        void acts.run(() =>
                          client.memoranda.updateClause({ id: clause.id, patch: { numbered: !clause.numbered } }),
                        ),
                    },
                    {
                      id: 'up',
                      label: t('common:action.moveUp'),
                      keys: 'Alt+Up',
                      disabled: index === 0,
                      run: () => void acts.run(() => client.memoranda.moveClause({ id: clause.id, to: index - 1 })),
                    },
                    {
                      id: 'down',
                      label: t('common:action.moveDown'),
                      keys: 'Alt+Down',
                      disabled: index === clauses.length - 1,
                      run: () => void acts.run(() => client.memoranda.moveClause({ id: clause.id, to: index + 1 })),
                    },
                    {
                      id: 'keep',
                      label: t('outline.keepInLibrary'),
                      disabled: clause.heading === '' || clause.text === '',
                      run: () =>
                        void acts.run(() =>
                          client.memoranda.addLibraryClause({
                            language: memorandum.language,
                            heading: clause.heading,
                            text: clause.text,
                          }),
                        ),
                    },
                    'line',
                    {
                      id: 'remove',
                      label: t('common:action.remove'),
                      danger: true,
                      run: () => setRemoving(clause),
                    },
                  ]}
                />
              </span>
            ) : null}
          </Row>
        )}
      />
      <Row>
        <Entry n="" label={t('outline.bottom')} current={false} missing={around.bottom} onOpen={props.onBottom} />
      </Row>
      {editable ? (
        <Add type="button" onClick={props.onAdd}>
          <span>+</span>
          <span>{t('outline.add')}</span>
          <Kbd keys="Alt+N" />
        </Add>
      ) : null}
      <Foot>
        {memorandum.supersedesId === null ? (
          <TextLink to={`/memoranda/${memorandum.id}/versions`}>{t('outline.versions')}</TextLink>
        ) : (
          <>
            <TextLink to={`/memoranda/${memorandum.id}/versions?with=${memorandum.supersedesId}`}>
              {t('outline.compareWith', { name: memorandum.supersedes })}
            </TextLink>
            <br />
            <TextLink to={`/memoranda/${memorandum.id}/versions`}>{t('outline.versions')}</TextLink>
          </>
        )}
      </Foot>
      {removing === undefined ? null : (
        <ConfirmDialog
          open
          danger
          title={t('outline.remove')}
          text={t('outline.removeText', { name: nameOf(removing) })}
          confirmLabel={t('common:action.remove')}
          onConfirm={async () => {
            await client.memoranda.removeClause({ id: removing.id });
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
};
