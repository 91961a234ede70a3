import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { importTargets, type ImportKind } from '../../../shared/contract/directory.ts';
import { TextLink } from '../../ui/Button.tsx';
import { followWork } from '../../ui/core/longWork.ts';
import { client } from '../../ui/core/client.ts';
import type { ImportSubject } from '../../ui/importing/importState.ts';
import { ImportWizard } from '../../ui/importing/ImportWizard.tsx';
import { useImportWords } from './useImportWords.ts';

const naming: readonly string[] = ['fullName', 'surname', 'givenName', 'name', 'shortName'];

const foremost: Record<ImportKind, readonly string[]> = {
  people: ['position', 'organisation'],
  organisations: ['kind', 'territory'],
};

/** Without one of these columns no row says whom or what it is about. */
const needed: Record<ImportKind, readonly string[]> = {
  people: ['fullName', 'surname'],
  organisations: ['name', 'shortName'],
};

const isImportKind = (value: unknown): value is ImportKind => value === 'people' || value === 'organisations';

const Wizard = ({ kind }: { kind: ImportKind }) => {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const words = useImportWords(kind);
  const subject: ImportSubject = {
    gridId: `directory.import.${kind}`,
    title: t(`import.${kind}`),
    intro: t(`import.intro.${kind}`),
    targets: importTargets[kind],
    words,
    naming,
    foremost: foremost[kind],
    suffices: (targets) => needed[kind].some((target) => targets.includes(target)),
    needs: t(`import.needs.${kind}`),
    act: `directory.import.${kind}`,
    takenBack: t('import.takenBack'),
    toList: t('import.toList'),
  };
  return (
    <ImportWizard
      subject={subject}
      subtitle={<TextLink to={`/directory/${kind}`}>{t(`tab.${kind}`)}</TextLink>}
      look={(reading, signal) => client.directory.previewImport({ kind, ...reading }, { signal })}
      run={(asked) => followWork(client.directory.runImport({ kind, ...asked }))}
      onLeave={() => void navigate(`/directory/${kind}`)}
    />
  );
};

/** Imports people or organisations. */
export const ImportPage = () => {
  const { kind } = useParams();
  return isImportKind(kind) ? <Wizard key={kind} kind={kind} /> : <Navigate to="/directory" replace />;
};
