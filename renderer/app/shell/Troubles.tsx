import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/errors.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useErrorText } from '../../ui/core/errors.ts';
import { useNews } from '../../ui/core/live.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What the core has to say by itself: a backup that failed, a disk that is full. Stands until it is put away. */
export const Troubles = () => {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  const [troubles, setTroubles] = useState<readonly AppError[]>([]);
  useNews((news) => {
    if (news.kind !== 'trouble') return;
    // the same trouble again takes the place of the earlier
    const rest = troubles.filter(({ code }) => code !== news.code);
    setTroubles([...rest, new AppError(news.code, news.params)]);
  });
  return troubles.map((trouble) => (
    <Notice
      key={trouble.code}
      tone="amber"
      action={
        <IconButton
          size="small"
          label={t('action.close')}
          icon={<CloseIcon />}
          onClick={() => setTroubles(troubles.filter((one) => one !== trouble))}
        />
      }
    >
      {errorText(trouble)}
    </Notice>
  ));
};
