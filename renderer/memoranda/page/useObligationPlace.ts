import { useSearch } from '../../ui/window/address.ts';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';

/** The obligation that the address names, where it is one of this memorandum's; and how to go to another, or to none. */
export const useObligationPlace = (
  memorandum: MemorandumDetail,
  onOpen: () => void,
): [id: string | null, open: (next: string | null) => void] => {
  const [search, setSearch] = useSearch();
  const id = memorandum.obligationRows.find((row) => row.id === search.get('obligation'))?.id ?? null;
  return [
    id,
    (next) => {
      setSearch(
        (now) => {
          const params = new URLSearchParams(now);
          params.delete('act');
          if (next === null) params.delete('obligation');
          else params.set('obligation', next);
          return params;
        },
        { replace: true },
      );
      if (next !== null) onOpen();
    },
  ];
};
