import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import type { InferClientOutputs } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../shared/contract/index.ts';
import { formatDay, isIsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { CheckIcon, CloseIcon, InfoIcon } from '../../ui/icons.tsx';
import { useLanguage } from '../../ui/window/language.ts';

export type Readiness = InferClientOutputs<Client>['memoranda']['readiness'];
export type Finding = Readiness['findings'][number];

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  maxHeight: 220,
  overflow: 'auto',
  '& li': { display: 'grid', gridTemplateColumns: '18px minmax(0, 1fr)', gap: 6, padding: '4px 0' },
  '& svg': { marginTop: 2 },
});

export const useReadiness = (id: string): Readiness | undefined =>
  useQuery(orpc.memoranda.readiness.queryOptions({ input: { id } })).data;

/** What stands in the way of signing, and what only deserves a look; each leads to its place. */
export const Findings = ({
  readiness,
  without = [],
  onGo,
}: {
  readiness: Readiness | undefined;
  /** Fields that are filled in right here, so that what is missing of them is no news. */
  without?: readonly string[];
  onGo: (finding: Finding) => void;
}) => {
  const { t } = useTranslation('memoranda');
  const { language } = useLanguage();
  const errorText = useErrorText();
  if (readiness === undefined) return null;
  // days come as they are stored; a text shows them as people write them
  const shown = (params: Finding['params']): Finding['params'] =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, isIsoDay(value) ? formatDay(value, language) : value]),
    );
  const findings = readiness.findings.filter(({ field }) => !without.includes(field));
  if (findings.length === 0) {
    return (
      <List>
        <li>
          <span style={{ color: 'var(--green)' }}>
            <CheckIcon />
          </span>
          {t('ready.ready')}
        </li>
      </List>
    );
  }
  return (
    <List aria-label={t('ready.title')} tabIndex={0}>
      {findings.map((finding, index) => (
        // the same finding can stand twice, each of another place
        <li key={`${finding.code} ${finding.rowId} ${index}`}>
          <span style={{ color: finding.blocking ? 'var(--red)' : 'var(--amber)' }}>
            {finding.blocking ? <CloseIcon /> : <InfoIcon />}
          </span>
          <span>
            <span className="unseen">{t(finding.blocking ? 'ready.blocking' : 'ready.advice')}: </span>
            <LinkButton onClick={() => onGo(finding)}>
              {errorText(new AppError(finding.code, shown(finding.params)))}
            </LinkButton>
          </span>
        </li>
      ))}
    </List>
  );
};
