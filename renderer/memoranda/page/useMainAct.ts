import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import type { Acts } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import type { Ask } from './asks.ts';

export type MainAct = { label: string; primary: boolean; run: () => void };

/** What is done next with a memorandum: sent round, agreed, signed; later an amendment, or a new one in its place. */
export const useMainAct = (memorandum: MemorandumDetail, acts: Acts, ask: (ask: Ask) => void): MainAct => {
  const { t } = useTranslation(['memoranda', 'common']);
  const { id, state } = memorandum;
  const { data: versions } = useQuery(orpc.memoranda.versions.queryOptions({ input: { id } }));
  switch (state) {
    case 'draft':
      return (versions?.length ?? 0) === 0
        ? { label: t('act.send'), primary: true, run: () => ask({ kind: 'send' }) }
        : { label: t('act.agree'), primary: true, run: () => ask({ kind: 'agree' }) };
    case 'agreed':
      return { label: t('common:action.sign'), primary: true, run: () => ask({ kind: 'sign' }) };
    case 'signed':
    case 'inForce':
      return { label: t('amendment.new'), primary: false, run: () => ask({ kind: 'amendment', id: null }) };
    case 'terminated':
      return {
        label: t('act.reinstate'),
        primary: false,
        run: () => void acts.run(() => client.memoranda.reinstate({ id })),
      };
    case 'expired':
    case 'superseded':
      return { label: t('common:action.duplicate'), primary: false, run: () => ask({ kind: 'duplicate' }) };
  }
};
