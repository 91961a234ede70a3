import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../shared/contract/directory.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Waiting } from '../../ui/Waiting.tsx';

type Corrections = NonNullable<PersonDetail['nameCases']>;
type Case = keyof Corrections;
const parts = ['surname', 'givenName', 'patronymic'] as const;
type Part = (typeof parts)[number];

const cases: readonly Case[] = ['genitive', 'dative', 'accusative', 'instrumental', 'locative', 'vocative'];

const Table = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  '& th': { fontSize: 12, fontWeight: 550, color: 'var(--soft)', textAlign: 'left', padding: '2px 8px 4px 0' },
  '& td': { padding: '3px 8px 3px 0', verticalAlign: 'top' },
  '& td:last-of-type': { paddingRight: 0 },
});

/** What differs from what the rules give; empty cells and equal ones are no correction. */
const corrected = (typed: Corrections, ruled: (one: Case, part: Part) => string): Corrections | null => {
  const kept: Corrections = {};
  for (const one of cases) {
    const entries = parts.flatMap((part): [Part, string][] => {
      const text = typed[one]?.[part]?.trim() ?? '';
      return text === '' || text === ruled(one, part) ? [] : [[part, text]];
    });
    if (entries.length > 0) kept[one] = Object.fromEntries(entries);
  }
  return Object.keys(kept).length === 0 ? null : kept;
};

/** Every form of a name in a table: what the rules give, over which the person writes what is right. */
export const NameFormsDialog = ({
  person,
  onClose,
  refetch,
}: {
  person: PersonDetail;
  onClose: () => void;
  refetch: () => Promise<unknown>;
}) => {
  const { t } = useTranslation('directory');
  const { fieldName } = useRecordWords();
  const { run, error, running } = useActs();
  const { surname, givenName, patronymic, gender } = person;
  const { data: rules } = useQuery(
    orpc.directory.nameForms.queryOptions({ input: { surname, givenName, patronymic, gender, nameCases: null } }),
  );
  const [typed, setTyped] = useState<Corrections>(person.nameCases ?? {});
  const ruled = (one: Case, part: Part): string => rules?.find((form) => form.case === one)?.[part] ?? '';
  const shown = parts.filter((part) => person[part] !== '');
  const save = async (): Promise<void> => {
    const nameCases = corrected(typed, ruled);
    const base = { nameCases: { clock: person.clocks['nameCases'] ?? null } };
    const saved = await run(() => client.directory.updatePerson({ id: person.id, patch: { nameCases }, base }));
    if (saved === undefined) return;
    await refetch();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={720}
      title={t('forms.dialogTitle', { name: person.name })}
      submitting={running}
      submitDisabled={rules === undefined}
      error={error}
      onSubmit={() => void save()}
      actions={<Button onClick={() => setTyped({})}>{t('forms.reset')}</Button>}
    >
      <p className="soft small">{t('forms.how')}</p>
      {rules === undefined ? (
        <Waiting />
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('forms.caseTitle')}</th>
              {shown.map((part) => (
                <th key={part} scope="col">
                  {fieldName('person', part)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <tr key={one}>
                <th scope="row" style={{ paddingTop: 9 }}>
                  {t(`forms.case.${one}`)}
                </th>
                {shown.map((part) => (
                  <td key={part} lang="uk">
                    <TextInput
                      label={`${t(`forms.case.${one}`)}: ${fieldName('person', part)}`}
                      labelHidden
                      spellCheck={false}
                      placeholder={ruled(one, part)}
                      value={typed[one]?.[part] ?? ''}
                      onChange={(text) => setTyped((now) => ({ ...now, [one]: { ...now[one], [part]: text } }))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Dialog>
  );
};
