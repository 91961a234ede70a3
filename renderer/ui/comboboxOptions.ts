import { useEffect, useMemo, useState } from 'react';
import { wordMatcher } from './matchesWords.ts';

/** One choice: `note` stands softly beside the label and is searched too. */
export type Option = {
  id: string;
  label: string;
  note?: string | undefined;
  group?: string | undefined;
  disabled?: boolean | undefined;
};

/** Where options come from: all at hand, or loaded for what is typed. */
export type OptionSource =
  | { options: readonly Option[]; load?: undefined }
  | { options?: undefined; load: (text: string, signal: AbortSignal) => Promise<readonly Option[]> };

/** As many as the list shows; who wants another types a letter more. */
const limit = 100;

/** How long typing must rest before options are loaded, in milliseconds. */
const rest = 150;

type Loaded = { options: readonly Option[]; waiting: boolean; error: unknown };

type Answer = { text: string | undefined; options: readonly Option[]; error: unknown };

/** Loads what is asked for while the list is open; of the older options those that fit stand until the new ones are here. */
const useLoaded = (load: OptionSource['load'], text: string, open: boolean): Loaded => {
  const [answer, setAnswer] = useState<Answer>({ text: undefined, options: [], error: undefined });
  useEffect(() => {
    if (load === undefined || !open) return undefined;
    const abort = new AbortController();
    const run = async (): Promise<void> => {
      try {
        const options = await load(text, abort.signal);
        if (!abort.signal.aborted) setAnswer({ text, options, error: undefined });
      } catch (error) {
        if (!abort.signal.aborted) setAnswer({ text, options: [], error });
      }
    };
    const timer = setTimeout(() => void run(), text === '' ? 0 : rest);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [load, text, open]);
  const waiting = open && answer.text !== text;
  const matches = wordMatcher(waiting ? text : '');
  return { options: answer.options.filter(({ label }) => matches(label)), waiting, error: answer.error };
};

/** The options to show for what is typed: filtered here, or loaded while the list is open. */
export const useOptions = (source: OptionSource, text: string, open: boolean): Loaded => {
  const { options: given, load } = source;
  const loaded = useLoaded(load, text, open);
  const found = useMemo(() => {
    const matches = wordMatcher(text);
    return given?.filter((option) => matches(`${option.label} ${option.note ?? ''}`)).slice(0, limit);
  }, [given, text]);
  return found === undefined ? loaded : { options: found, waiting: false, error: undefined };
};
