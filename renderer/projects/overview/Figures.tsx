import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail, ProjectHome } from '../../../shared/contract/projects.ts';
import { activityKinds, type ActivityKind } from '../../../shared/vocabulary.ts';
import { TextLink } from '../../ui/Button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { useKindWords } from '../useKindWords.ts';
import { addressOfView } from '../views.ts';

const Strip = styled('dl')({
  display: 'flex',
  flexWrap: 'wrap',
  flex: 'none',
  margin: 0,
  background: 'var(--surface)',
  borderBottom: '1px solid var(--line)',
});

const Figure = styled('div')({
  display: 'flex',
  flexDirection: 'column-reverse',
  justifyContent: 'flex-end',
  padding: '7px 18px 8px 16px',
  borderRight: '1px solid var(--line)',
  minWidth: 0,
  '&:last-of-type': { borderRight: 0 },
  '& dt': { fontSize: 13, color: 'var(--soft)' },
  '& dd': { margin: 0, fontSize: 19, lineHeight: '26px', fontWeight: 650 },
  '& dd::after': { content: '"\\200b"', fontSize: 13 },
  '& dd small': { fontSize: 13, fontWeight: 450, color: 'var(--soft)' },
  '&[data-hot] dd, &[data-hot] dd small': { color: 'var(--red)' },
  '& a': { color: 'inherit', textDecorationColor: 'var(--ink-mid)' },
});

/** Kinds beyond these stand in the matrix; so does one that is a single activity in many places. */
const most = 3;

const Count = ({ n, of, words, hot }: { n: number; of?: number; words: ReactNode; hot?: boolean }) => {
  const { t } = useTranslation('projects');
  return (
    <Figure data-hot={hot === true ? '' : undefined}>
      <dt>{words}</dt>
      <dd>
        {n} {of === undefined ? null : <small>{t('overview.ofAll', { count: of })}</small>}
      </dd>
    </Figure>
  );
};

/** A memorandum stands where the project has one: signed or not yet. */
const Memoranda = ({ memoranda }: Pick<ProjectDetail, 'memoranda'>) => {
  const { t } = useTranslation('projects');
  const [first] = memoranda;
  if (first === undefined) return null;
  const signed = memoranda.filter(({ signedOn }) => signedOn !== null).length;
  const words =
    signed === 0
      ? t('overview.memorandumOpen')
      : memoranda.length === 1
        ? t('overview.memorandumSigned')
        : t('overview.memoranda', { count: signed });
  return (
    <Figure style={{ flex: '0 1 320px' }}>
      <dt className="cut" title={first.title}>
        {first.title}
      </dt>
      <dd className="cut" style={{ fontSize: 14, fontWeight: 600 }}>
        {signed > 0 ? <CheckIcon size={13} /> : null} <TextLink to={`/memoranda/${first.id}`}>{words}</TextLink>
      </dd>
    </Figure>
  );
};

/** The figures of a project's head: its largest kinds of activity, its communities, its memorandum. */
export const Figures = ({ home }: { home: ProjectHome }) => {
  const { t } = useTranslation('projects');
  const names = useKindWords();
  const { communities, kinds, project } = home;
  const known = kinds.flatMap(({ kind, planned, held }): { kind: ActivityKind; planned: number; held: number }[] => {
    const one = activityKinds.find((each) => each === kind);
    return one === undefined ? [] : [{ kind: one, planned, held }];
  });
  const several = known.filter(({ planned }) => planned > 1);
  const [first, ...rest] = (several.length > 0 ? several : known)
    .toSorted((a, b) => b.planned - a.planned)
    .slice(0, most);
  const of = ({ kind, planned, held }: (typeof known)[number]): ReactNode => (
    <Count
      key={kind}
      n={held}
      of={planned}
      words={<TextLink to={`${addressOfView(project.id, 'activities')}?kind=${kind}`}>{names.held(kind)}</TextLink>}
    />
  );
  const neverWords = communities.countries
    ? t('overview.neverCountries', { count: communities.never })
    : t('overview.never', { count: communities.never });
  if (known.length === 0 && communities.all === 0 && project.memoranda.length === 0) return null;
  return (
    <Strip aria-label={t('overview.figures')}>
      {first === undefined ? null : of(first)}
      {communities.all === 0 ? null : (
        <>
          <Count
            n={communities.reached}
            of={communities.all}
            words={communities.countries ? t('overview.reachedCountries') : t('overview.reached')}
          />
          {known.length === 0 ? null : (
            <Count
              n={communities.never}
              hot={communities.never > 0}
              words={
                communities.never === 0 ? (
                  neverWords
                ) : (
                  <TextLink to={`${addressOfView(project.id, 'overview')}?show=never`}>{neverWords}</TextLink>
                )
              }
            />
          )}
        </>
      )}
      {rest.map(of)}
      <Memoranda memoranda={project.memoranda} />
    </Strip>
  );
};
