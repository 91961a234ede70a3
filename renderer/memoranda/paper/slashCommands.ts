import { foldText } from '../../../shared/rules/fold.ts';

/** What `/` offers in the text of a memorandum, beside the fields. */
export const slashCommands = ['obligation', 'clause', 'hole', 'bold', 'italic', 'sign'] as const;
export type SlashCommand = (typeof slashCommands)[number];

/** Keys that do the same without the list. */
export const slashKeys: Partial<Record<SlashCommand, string>> = {
  obligation: 'Ctrl+Shift+O',
  clause: 'Alt+N',
  bold: 'Ctrl+B',
  italic: 'Ctrl+I',
};

// Every word is understood in every language of the interface: a text has the language of its country.
const typedFor: Record<SlashCommand, string> = {
  obligation: 'зобов’язання обов’язок obligation duty įsipareigojimas pareiga saistība pienākums',
  clause: 'стаття положення розділ clause article nuostata straipsnis noteikums pants бібліотека library',
  hole: 'поле пропуск порожнє field gap hole laukas tarpas lauks tukšs',
  bold: 'жирний грубий bold paryškinti treknraksts',
  italic: 'курсив italic kursyvas kursīvs',
  sign: 'підписати sign pasirašyti parakstīt',
};

const folded = new Map(slashCommands.map((command) => [command, foldText(typedFor[command]).split(' ')]));

/** Commands for what was typed behind `/`, in any of the four languages; all of them before anything is typed. */
export const findCommands = (query: string): SlashCommand[] => {
  const typed = foldText(query);
  return slashCommands.filter((command) => folded.get(command)?.some((word) => word.startsWith(typed)) === true);
};
