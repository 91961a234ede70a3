import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { styled } from '@mui/material/styles';
import type { RecoverySheet } from '../../shared/contract/workspace.ts';
import { LinkButton } from '../ui/Button.tsx';
import { client } from '../ui/core/client.ts';
import { holdStart, releaseStart } from '../ui/core/holding.ts';
import { changePreferences } from '../ui/core/preferences.ts';
import { useKeys } from '../ui/window/keys.ts';
import { useLanguage } from '../ui/window/language.ts';
import { useStatusKeys } from '../ui/window/status.ts';
import { AgencyCard } from './AgencyCard.tsx';
import { ContentCard } from './ContentCard.tsx';
import { creationOf, emptyForm, missingOf, stepsDone, type FirstRunForm } from './firstRunForm.ts';
import { NewSheet } from './NewSheet.tsx';
import { ProtectionCard } from './ProtectionCard.tsx';
import { StartFrame } from './StartFrame.tsx';
import { RailFoot, RailHead, RailSteps, type RailStep } from './StartRail.tsx';

const Two = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: 14,
  alignItems: 'stretch',
  '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const useRail = (form: FirstRunForm, sheet: RecoverySheet | undefined): RailStep[] => {
  const { t } = useTranslation('workspace');
  const done = stepsDone(form);
  const made = sheet !== undefined;
  const stateOf = (ready: boolean, before: boolean): RailStep['state'] => {
    if (ready) return 'done';
    return before ? 'on' : 'ahead';
  };
  return [
    {
      key: 'agency',
      title: t('first.agency.title'),
      note: form.shortName.trim() || form.name.trim() || t('first.agency.wanted'),
      state: stateOf(done.agency || made, true),
    },
    {
      key: 'protection',
      title: t('first.protection.title'),
      note: form.by === 'keyStore' ? t('first.protection.keyStore') : t('first.protection.wanted'),
      state: made ? 'on' : stateOf(done.protection, done.agency),
    },
    {
      key: 'content',
      title: t('first.content.title'),
      note: t('first.content.wanted'),
      state: made ? 'done' : stateOf(false, done.agency && done.protection),
    },
  ];
};

/** Puts the focus on the first field of a step. */
const goInto = (card: HTMLElement | null): void => {
  card?.querySelector<HTMLElement>('input:not([type=hidden]), [role=combobox], button')?.focus();
};

/** The first start: language and agency, protection, what to begin with; then the recovery sheet. */
export const FirstRun = ({ keyStore, onOther }: { keyStore: boolean; onOther: () => void }) => {
  const { t } = useTranslation('workspace');
  const { language } = useLanguage();
  const [form, setForm] = useState(emptyForm);
  const [tried, setTried] = useState(false);
  const cards = [useRef<HTMLElement>(null), useRef<HTMLElement>(null), useRef<HTMLElement>(null)] as const;
  const create = useMutation({
    mutationFn: async () => {
      await changePreferences({ language }); // shown so far by the system's language, from now on by choice
      return client.workspace.create(creationOf(form, language));
    },
    onMutate: holdStart,
    onError: releaseStart,
  });
  const sheet = create.data?.recovery;
  const missing = tried ? missingOf(form) : [];
  const change = (part: Partial<FirstRunForm>): void => setForm((now) => ({ ...now, ...part }));
  const ask = (): void => {
    setTried(true);
    if (missingOf(form).length === 0 && !create.isPending && sheet === undefined) create.mutate();
  };

  useKeys({
    'Ctrl+Enter': ask,
    'Alt+1': () => goInto(cards[0].current),
    'Alt+2': () => goInto(cards[1].current),
    'Alt+3': () => goInto(cards[2].current),
  });
  useStatusKeys(
    sheet === undefined
      ? [
          { keys: 'Tab', label: t('first.keys.next') },
          { keys: ['Alt+1', 'Alt+2', 'Alt+3'], label: t('first.keys.step') },
          { keys: 'Ctrl+Enter', label: t('first.keys.create') },
        ]
      : [],
  );
  const rail = useRail(form, sheet);
  const card = { form, change, missing };
  return (
    <StartFrame
      rail={
        <>
          <RailHead title={t('first.title')} lead={t('first.lead')} />
          <RailSteps steps={rail} />
          {sheet === undefined ? (
            <RailFoot>
              <p className="small soft">{t('first.haveFile')}</p>
              <LinkButton onClick={onOther}>{t('first.openFile')}</LinkButton>
              <LinkButton onClick={onOther}>{t('first.restore')}</LinkButton>
            </RailFoot>
          ) : null}
        </>
      }
    >
      {sheet === undefined ? (
        <>
          <Two>
            <AgencyCard {...card} cardRef={cards[0]} />
            <ProtectionCard {...card} cardRef={cards[1]} keyStore={keyStore} />
          </Two>
          <ContentCard {...card} cardRef={cards[2]} onCreate={ask} creating={create.isPending} error={create.error} />
        </>
      ) : (
        <NewSheet sheet={sheet} agency={form.name} onDone={releaseStart} />
      )}
    </StartFrame>
  );
};
