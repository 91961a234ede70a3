import { useTranslation } from 'react-i18next';
import { IconButton } from '../Button.tsx';
import { PrintIcon } from '../icons.tsx';

/** Prints what a view shows, where it has no menu of its own to print from. */
export const PrintButton = ({ onClick }: { onClick: () => void }) => {
  const { t } = useTranslation('common');
  return <IconButton label={t('action.print')} icon={<PrintIcon />} shortcut="Ctrl+P" onClick={onClick} />;
};
