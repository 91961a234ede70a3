import { useState } from 'react';
import { AppError } from '../../../shared/errors.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { useNews } from '../../ui/core/live.ts';
import { ClosableNotice } from '../../ui/Notice.tsx';

/** What the core has to say by itself: a backup that failed, a disk that is full. Stands until it is put away. */
export const Troubles = () => {
  const errorText = useErrorText();
  const [troubles, setTroubles] = useState<readonly AppError[]>([]);
  useNews((news) => {
    if (news.kind !== 'trouble') return;
    // the same trouble again takes the place of the earlier
    setTroubles((now) => [...now.filter(({ code }) => code !== news.code), new AppError(news.code, news.params)]);
  });
  return troubles.map((trouble) => (
    <ClosableNotice
      key={trouble.code}
      tone="amber"
      onClose={() => setTroubles((now) => now.filter((one) => one !== trouble))}
    >
      {errorText(trouble)}
    </ClosableNotice>
  ));
};
