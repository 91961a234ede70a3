import Autocomplete, { type AutocompleteRenderInputParams } from '@mui/material/Autocomplete';
import { styled } from '@mui/material/styles';
import { useMemo, useState, type HTMLAttributes, type Key, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from './core/errors.ts';
import { useOptions, type Option, type OptionSource } from './comboboxOptions.ts';
import { Field, fieldProps, InputBox, type ControlProps, type FieldProps } from './Field.tsx';
import { useFocusOnMount } from './focus.ts';
import { ChevronDownIcon, CloseIcon } from './icons.tsx';

export type { Option } from './comboboxOptions.ts';

/** The entry that stands for making what was typed. */
const newId = '\u0000new';

type Common = FieldProps &
  OptionSource & {
    placeholder?: string | undefined;
    takesFocus?: boolean | undefined;
    /** Offers to make what was typed: the words of the offer, and what makes it. */
    createLabel?: ((text: string) => string) | undefined;
    onCreate?: ((text: string) => void) | undefined;
  };

export type ComboboxProps = Common & { value: Option | null; onChange: (value: Option | null) => void };

export type MultiComboboxProps = Common & { value: readonly Option[]; onChange: (value: Option[]) => void };

const Row = styled('li')({
  display: 'flex',
  gap: 10,
  alignItems: 'baseline',
  minHeight: 32,
  padding: '5px 10px',
  borderRadius: 6,
  cursor: 'pointer',
  '&.Mui-focused': { background: 'var(--ink-soft)' },
  '&[aria-selected=true]': { fontWeight: 600, color: 'var(--ink-text)' },
  '&[aria-disabled=true]': { color: 'var(--faint)', pointerEvents: 'none' },
});

const renderOption = (props: HTMLAttributes<HTMLLIElement> & { key: Key }, option: Option) => {
  const { key, className, ...rest } = props;
  // the class carries MUI's mark of the highlighted option; its own look is not wanted
  return (
    <Row key={key} {...rest} className={className?.includes('Mui-focused') === true ? 'Mui-focused' : undefined}>
      <span>{option.label}</span>
      {option.note === undefined ? null : <span className="soft small">{option.note}</span>}
    </Row>
  );
};

const sheet = {
  border: '1px solid var(--line)',
  borderRadius: '8px',
  boxShadow: 'var(--shadow)',
  background: 'var(--surface)',
  fontSize: 14,
  '& .MuiAutocomplete-listbox': { padding: '4px', maxHeight: 320 },
  '& .MuiAutocomplete-groupLabel': {
    position: 'static',
    background: 'none',
    color: 'var(--soft)',
    fontSize: 12,
    fontWeight: 600,
    lineHeight: '26px',
    padding: '0 10px',
  },
  '& .MuiAutocomplete-groupUl': { padding: 0 },
  '& .MuiAutocomplete-noOptions, & .MuiAutocomplete-loading': {
    padding: '8px 12px',
    color: 'var(--soft)',
    fontSize: 13,
  },
} as const;

const Removable = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 2,
  height: 22,
  borderRadius: 11,
  paddingLeft: 8,
  fontSize: 12,
  fontWeight: 550,
  background: 'var(--ink-soft)',
  color: 'var(--ink-text)',
  maxWidth: '100%',
  '& button': {
    border: 0,
    background: 'none',
    padding: 4,
    display: 'flex',
    cursor: 'pointer',
    borderRadius: '50%',
  },
});

const Drawn = (props: {
  params: AutocompleteRenderInputParams;
  control: ControlProps;
  own: Common;
  note?: string | undefined;
}) => {
  const { params, control, own, note } = props;
  const { startAdornment, ref, onMouseDown } = params.slotProps.input;
  return (
    <InputBox
      ref={ref}
      onMouseDown={onMouseDown}
      wrong={own.error !== undefined}
      off={own.disabled === true}
      sx={
        startAdornment === undefined
          ? {}
          : { flexWrap: 'wrap', gap: '4px', py: '4px', px: '6px', '& input': { height: 22, minWidth: 80 } }
      }
    >
      {startAdornment}
      <input {...params.slotProps.htmlInput} {...control} placeholder={own.placeholder} disabled={params.disabled} />
      {note === undefined ? null : (
        <span className="soft cut" style={{ flex: '0 1 auto', maxWidth: '50%' }}>
          {note}
        </span>
      )}
      <ChevronDownIcon size={13} />
    </InputBox>
  );
};

/** What the two comboboxes share: options for what is typed, the offer to make a new one, words and looks. */
const useCombobox = (props: Common) => {
  const { t } = useTranslation(['ui', 'common']);
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const [searched, setSearched] = useState('');
  const [open, setOpen] = useState(false);
  const { options, waiting, error } = useOptions(props, searched.trim(), open);
  const typed = searched.trim();
  const known = options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  const offer: Option[] =
    props.onCreate === undefined || typed === '' || known
      ? []
      : [{ id: newId, label: props.createLabel?.(typed) ?? t('combobox.create', { text: typed }) }];
  return {
    typed,
    shared: {
      options: [...options, ...offer],
      open,
      onOpen: () => setOpen(true),
      onClose: () => {
        setOpen(false);
        setSearched('');
      },
      inputValue: text,
      onInputChange: (_event: unknown, next: string, reason: string) => {
        setText(next);
        setSearched(reason === 'input' ? next : '');
      },
      getOptionLabel: (option: Option) => (option.id === newId ? typed : option.label),
      getOptionKey: (option: Option) => option.id,
      isOptionEqualToValue: (option: Option, chosen: Option) => option.id === chosen.id,
      getOptionDisabled: (option: Option) => option.disabled === true,
      filterOptions: (list: Option[]) => list, // filtered by useOptions
      // Ctrl+Enter belongs to the dialog around: it submits, whatever the list would have taken
      onKeyDown: (event: KeyboardEvent<HTMLDivElement> & { defaultMuiPrevented?: boolean | undefined }) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.defaultMuiPrevented = true;
      },
      autoHighlight: true,
      openOnFocus: false,
      handleHomeEndKeys: true,
      disabled: props.disabled === true,
      loading: waiting,
      loadingText: t('common:msg.loading'),
      noOptionsText: error === undefined ? t('common:msg.nothingFound') : errorText(error),
      renderOption,
      slotProps: { paper: { sx: sheet }, popper: { sx: { pt: '4px' } } },
      ...(options.some((option) => option.group !== undefined) && { groupBy: (option: Option) => option.group ?? '' }),
    },
  };
};

/** One of many: type to search, arrows and Enter choose, Esc closes. Options are given, or loaded as one types. */
export const Combobox = (props: ComboboxProps) => {
  const { shared, typed } = useCombobox(props);
  const frame = useFocusOnMount<HTMLInputElement>(props.takesFocus === true, 'input');
  return (
    <Field {...fieldProps(props)}>
      {(control) => (
        <Autocomplete<Option>
          {...shared}
          id={control.id}
          ref={frame}
          value={props.value}
          selectOnFocus
          onChange={(_event, chosen) => {
            if (chosen?.id === newId) props.onCreate?.(typed);
            else props.onChange(chosen);
          }}
          renderInput={(params) => (
            <Drawn params={params} control={control} own={props} note={shared.open ? undefined : props.value?.note} />
          )}
        />
      )}
    </Field>
  );
};

/** The chosen ones as one array as long as they are the same: another array would make what is being typed go. */
const useSameWhileEqual = (value: readonly Option[]): Option[] => {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as Option[], [text]);
};

/** Several of many, as chips in the field; Backspace takes the last one back. */
export const MultiCombobox = (props: MultiComboboxProps) => {
  const { shared, typed } = useCombobox(props);
  const { t } = useTranslation('ui');
  const frame = useFocusOnMount<HTMLInputElement>(props.takesFocus === true, 'input');
  const value = useSameWhileEqual(props.value);
  return (
    <Field {...fieldProps(props)}>
      {(control) => (
        <Autocomplete<Option, true>
          {...shared}
          multiple
          id={control.id}
          ref={frame}
          value={value}
          disableCloseOnSelect
          filterSelectedOptions
          onChange={(_event, chosen) => {
            if (chosen.some((option) => option.id === newId)) props.onCreate?.(typed);
            else props.onChange(chosen);
          }}
          renderValue={(chosen, itemProps) =>
            chosen.map((option, index) => {
              const { key, onDelete, ...rest } = itemProps({ index });
              return (
                <Removable key={key} {...rest}>
                  <span className="cut">{option.label}</span>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={t('combobox.remove', { name: option.label })}
                    onClick={onDelete}
                  >
                    <CloseIcon size={12} />
                  </button>
                </Removable>
              );
            })
          }
          renderInput={(params) => <Drawn params={params} control={control} own={props} />}
        />
      )}
    </Field>
  );
};
