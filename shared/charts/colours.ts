/** The light theme's values of the tokens that charts use, for paper; a test holds them equal to the theme. */
export const paperColours: Readonly<Record<string, string>> = {
  text: '#1C1B19',
  soft: '#57524A',
  ink: '#1B4D5C',
  'ink-soft': '#E3EEF0',
  'ink-mid': '#8FB6C0',
  line: '#DEDAD2',
  'line-strong': '#C4BEB3',
  edge: '#8A8378',
  fill: '#EBE8E1',
  surface: '#FFFFFF',
};
