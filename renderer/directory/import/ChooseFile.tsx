import { useTranslation } from 'react-i18next';
import { importTargets, type ImportKind } from '../../../shared/contract/directory.ts';
import { Button } from '../../ui/Button.tsx';
import { UploadIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { PageContent } from '../../ui/Page.tsx';
import { useImportWords } from './useImportWords.ts';

/** The first step: what can be imported, and the button that chooses the file. */
export const ChooseFile = (props: { kind: ImportKind; onPick: () => void; picking: boolean; error: unknown }) => {
  const { t } = useTranslation('directory');
  const words = useImportWords(props.kind);
  return (
    <div>
      <PageContent width={720}>
        <p>{t(`import.intro.${props.kind}`)}</p>
        <p className="soft">{t('import.formats')}</p>
        <p className="soft">
          {t('import.columns')} {importTargets[props.kind].map((target) => words.target(target)).join(', ')}.
        </p>
        <p className="soft">{t('import.nothingYet')}</p>
        <div>
          <Button
            variant="primary"
            icon={<UploadIcon />}
            shortcut="Ctrl+Enter"
            waiting={props.picking}
            onClick={props.onPick}
          >
            {t('import.choose')}
          </Button>
        </div>
        <ErrorNotice error={props.error} />
      </PageContent>
    </div>
  );
};
