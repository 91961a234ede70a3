import { styled } from '@mui/material/styles';
import { SearchIcon } from '../ui/icons.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useKeys } from '../ui/window/keys.ts';
import type { Search } from './useSearch.ts';

const Box = styled('div')({ flex: '0 1 230px', minWidth: 130 });

/** The field over a list (Ctrl+F); ↓ leads into the list, Esc empties it. */
export const SearchBox = <Row,>({ search, label }: { search: Search<Row>; label: string }) => {
  useKeys({ 'Ctrl+F': search.focus });
  return (
    <Box ref={search.box}>
      <TextInput
        label={label}
        labelHidden
        type="search"
        leading={<SearchIcon size={13} />}
        placeholder={label}
        value={search.typed}
        onChange={search.setTyped}
        onKeyDown={(event) => {
          if (event.code === 'Escape' && search.typed !== '') {
            event.preventDefault();
            search.setTyped('');
          }
          if (event.code === 'ArrowDown') {
            event.preventDefault();
            search.intoList();
          }
        }}
      />
    </Box>
  );
};
