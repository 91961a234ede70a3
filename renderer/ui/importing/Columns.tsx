import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { importDelimiters, importEncodings, type ImportPreview } from '../../../shared/contract/directory.ts';
import { Button } from '../Button.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { Notice } from '../Notice.tsx';
import { PageContent } from '../Page.tsx';
import { Select } from '../Select.tsx';
import { targetsOf, type ImportChoices, type ImportSubject } from './importState.ts';

const none = 'none';

const Table = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  '& th': {
    fontSize: 12,
    fontWeight: 550,
    color: 'var(--soft)',
    textAlign: 'left',
    padding: '6px 10px 6px 0',
    borderBottom: '1px solid var(--line-strong)',
  },
  '& td': { padding: '5px 10px 5px 0', borderBottom: '1px solid var(--line)', verticalAlign: 'middle', fontSize: 13 },
  '& td:first-of-type': { fontWeight: 550, overflowWrap: 'anywhere', minWidth: 110 },
  '& td:last-of-type': { width: 260 },
});

const Settings = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: '10px 14px', alignItems: 'end' });

const Setting = styled('div')({ flex: '0 1 230px', minWidth: 140 });

type Props = {
  subject: ImportSubject;
  preview: ImportPreview;
  choices: ImportChoices;
  onChange: (part: Partial<ImportChoices>) => void;
  onPick: () => void;
};

/** How the file is read: its sheet, or its letters and delimiter; whether it names its columns. */
const Reading = ({ preview, choices, onChange, onPick }: Omit<Props, 'subject'>) => {
  const { t } = useTranslation('ui');
  const isText = preview.sheets.length === 0;
  const encodingNow = importEncodings.find((one) => one === preview.encoding);
  return (
    <Settings>
      <div style={{ flex: '1 1 100%', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' }}>
        <b style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{preview.fileName}</b>
        <span className="soft">{t('importing.rows', { count: preview.total })}</span>
        <Button size="small" onClick={onPick}>
          {t('importing.another')}
        </Button>
      </div>
      {isText ? (
        <>
          <Setting>
            <Select
              label={t('importing.encoding')}
              value={choices.encoding}
              onChange={(encoding) => onChange({ encoding })}
              options={[
                {
                  value: 'auto' as const,
                  label:
                    encodingNow === undefined
                      ? t('importing.auto')
                      : t('importing.guessed', { what: t(`importing.encodings.${encodingNow}`) }),
                },
                ...importEncodings.map((value) => ({ value, label: t(`importing.encodings.${value}`) })),
              ]}
            />
          </Setting>
          <Setting>
            <Select
              label={t('importing.delimiter')}
              value={choices.delimiter}
              onChange={(delimiter) => onChange({ delimiter })}
              options={[
                {
                  value: 'auto' as const,
                  label: t('importing.guessed', { what: delimiterWords(preview.delimiter, t) }),
                },
                ...importDelimiters.map((value) => ({ value, label: delimiterWords(value, t) })),
              ]}
            />
          </Setting>
        </>
      ) : (
        <Setting>
          <Select
            label={t('importing.sheet')}
            value={choices.sheet ?? preview.sheet}
            onChange={(sheet) => onChange({ sheet, hasHeader: null })}
            options={preview.sheets.map((value) => ({ value, label: value }))}
          />
        </Setting>
      )}
      <Checkbox
        label={t('importing.hasHeader')}
        checked={choices.hasHeader ?? preview.hasHeader}
        onChange={(hasHeader) => onChange({ hasHeader })}
      />
    </Settings>
  );
};

const delimiterWords = (
  delimiter: string,
  t: (key: 'importing.delimiters.comma' | 'importing.delimiters.semicolon' | 'importing.delimiters.tab') => string,
): string => {
  if (delimiter === ';') return t('importing.delimiters.semicolon');
  return delimiter === ',' ? t('importing.delimiters.comma') : t('importing.delimiters.tab');
};

/** The second step: which field each column stands for, guessed from its heading. */
export const Columns = (props: Props) => {
  const { subject, preview, choices, onChange } = props;
  const { t } = useTranslation('ui');
  const targets = targetsOf(preview, choices);
  const set = (at: number, target: string): void =>
    onChange({ mapping: targets.map((one, index) => (index === at ? (target === none ? null : target) : one)) });
  return (
    <div>
      <PageContent width={980}>
        <Reading {...props} />
        {subject.suffices(targets) ? null : <Notice tone="amber">{subject.needs}</Notice>}
        <Table aria-label={t('importing.step.columns')}>
          <thead>
            <tr>
              <th scope="col">{t('importing.column')}</th>
              <th scope="col">{t('importing.samples')}</th>
              <th scope="col">{t('importing.target')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column, at) => {
              const name = column.header || t('importing.columnNumber', { number: at + 1 });
              return (
                // a column has no name but its place
                <tr key={`column-${at}`}>
                  <td>{name}</td>
                  <td className="soft">{column.samples.join(' · ')}</td>
                  <td>
                    <Select
                      label={t('importing.targetOf', { name })}
                      labelHidden
                      value={targets[at] ?? none}
                      onChange={(target) => set(at, target)}
                      options={[
                        { value: none, label: t('importing.leaveOut') },
                        ...subject.targets.map((value) => ({ value, label: subject.words.target(value) })),
                      ]}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
        <p className="soft small">{t('importing.several')}</p>
      </PageContent>
    </div>
  );
};
