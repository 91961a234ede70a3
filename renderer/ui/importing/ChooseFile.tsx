import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { UploadIcon } from '../icons.tsx';
import { ErrorNotice } from '../Notice.tsx';
import { PageContent } from '../Page.tsx';
import type { ImportSubject } from './importState.ts';

/** The first step: what can be imported, and the button that chooses the file. */
export const ChooseFile = (props: {
  subject: ImportSubject;
  /** What is to be said before a file is chosen. */
  before?: ReactNode;
  disabled: boolean;
  onPick: () => void;
  picking: boolean;
  error: unknown;
}) => {
  const { t } = useTranslation('ui');
  const { intro, targets, words } = props.subject;
  return (
    <div>
      <PageContent width={720}>
        {props.before}
        <p>{intro}</p>
        <p className="soft">{t('importing.formats')}</p>
        <p className="soft">
          {t('importing.columns')} {targets.map((target) => words.target(target)).join(', ')}.
        </p>
        <p className="soft">{t('importing.nothingYet')}</p>
        <div>
          <Button
            variant="primary"
            icon={<UploadIcon />}
            shortcut="Ctrl+Enter"
            waiting={props.picking}
            disabled={props.disabled}
            onClick={props.onPick}
          >
            {t('importing.choose')}
          </Button>
        </div>
        <ErrorNotice error={props.error} />
      </PageContent>
    </div>
  );
};
