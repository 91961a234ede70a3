import { createStore } from './store.ts';

/** How long a saying stands, in milliseconds. */
const stands = 8000;

const said = createStore('');
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Says in the status bar, and to a screen reader, what an act did when nothing on the page shows it: «Скасовано: …»,
 * «Скопійовано рядків: 3». What went wrong belongs beside the place where it did; here only for acts without a place.
 */
export const say = (text: string): void => {
  clearTimeout(timer);
  said.set(text);
  timer = setTimeout(() => said.set(''), stands);
};

export const useSaid = said.use;
