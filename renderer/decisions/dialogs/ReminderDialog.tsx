import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addDays } from '../../../shared/dates.ts';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { orpc } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useToday } from '../../ui/window/today.ts';
import { addressOf } from '../../ui/paper/address.ts';
import { useLanguage } from '../../ui/window/language.ts';

/** How far ahead a letter looks unless told otherwise, in days. */
const ahead = 14;

/** A letter to an organisation about what it owes, and what falls due until a day. */
export const ReminderDialog = ({
  organisationIds,
  groupId,
  onClose,
}: {
  /** Those that answer for what was marked; the first is proposed. */
  organisationIds: readonly string[];
  groupId: string | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation('decisions');
  const navigate = useNavigate();
  const { language } = useLanguage();
  const today = useToday();
  const { data: choices } = useQuery(orpc.decisions.registerChoices.queryOptions());
  const options = useMemo(
    (): Option[] =>
      (choices?.organisations ?? [])
        .map(({ id, name }) => ({
          id,
          label: name,
          group:
            organisationIds.length === 0
              ? undefined
              : organisationIds.includes(id)
                ? t('remind.marked')
                : t('remind.others'),
        }))
        .toSorted((a, b) => Number(organisationIds.includes(b.id)) - Number(organisationIds.includes(a.id))),
    [choices, organisationIds, t],
  );
  const [chosen, setChosen] = useState<Option | null>();
  const organisation = chosen === undefined ? (options.find(({ id }) => organisationIds.includes(id)) ?? null) : chosen;
  const [until, setUntil] = useState<string | null>(addDays(today, ahead));
  return (
    <Dialog
      open
      title={t('remind.title')}
      onClose={onClose}
      submitLabel={t('report.preview')}
      submitDisabled={organisation === null}
      onSubmit={() => {
        if (organisation === null) return;
        void navigate(
          addressOf({ report: 'reminder', form: language, organisationId: organisation.id, groupId, until }),
        );
      }}
    >
      <Combobox
        label={t('remind.to')}
        required
        takesFocus
        value={organisation}
        onChange={setChosen}
        options={options}
      />
      <DateField label={t('remind.until')} value={until} onChange={setUntil} hint={t('remind.untilHint')} />
    </Dialog>
  );
};
