import { styled } from '@mui/material/styles';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import { useActs } from '../core/acts.ts';
import { printPage } from '../core/files.ts';
import { PrintIcon } from '../icons.tsx';
import type { MenuEntry } from '../Menu.tsx';
import { ErrorNotice } from '../Notice.tsx';
import { PrintAlone } from '../PrintAlone.tsx';
import { useCommands } from '../window/commands.ts';
import { useLanguage } from '../window/language.ts';
import { useToday } from '../window/today.ts';

/** A view of records as it goes to paper. */
export type Sheet = {
  title: string;
  /** Under the title: what it is narrowed to, as of when, how many. Empty ones are left out. */
  facts: readonly string[];
  /** Lies across: many columns, a calendar. */
  wide?: boolean;
  body: ReactNode;
};

/** What costs work to put together is a function. */
type Asked = Sheet | undefined | (() => Sheet);

const made = (asked: Asked): Sheet | undefined => (typeof asked === 'function' ? asked() : asked);

const Head = styled('header')({
  marginBottom: '8pt',
  '& h1': { fontSize: '13pt', lineHeight: 1.25 },
  '& p': { fontSize: '8.5pt', color: 'var(--soft)', marginTop: '2pt' },
});

const Body = styled('div')({
  fontSize: '9pt',
  '& h2': { fontSize: '10.5pt', margin: '10pt 0 3pt', breakAfter: 'avoid' },
});

/** Numbered pages (where the browser has margin boxes: Chromium since 131), upright or across. */
const usePageRules = (wide: boolean): void =>
  useLayoutEffect(() => {
    const rules = new CSSStyleSheet();
    const number = 'content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #666;';
    rules.replaceSync(
      `@page { size: A4 ${wide ? 'landscape' : 'portrait'}; margin: 12mm 12mm 14mm; @bottom-right { ${number} } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
    };
  }, [wide]);

const Printed = ({ title, facts, wide = false, body }: Sheet) => {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const today = useToday();
  usePageRules(wide);
  const printed = t('print.on', { day: formatDay(today, language, 'long') });
  return (
    <PrintAlone>
      <Head>
        <h1>{title}</h1>
        <p>{[...facts, printed].filter(Boolean).join(' · ')}</p>
      </Head>
      <Body>{body}</Body>
    </PrintAlone>
  );
};

/**
 * Prints a view of records as a sheet of its own, by Ctrl+P, by the palette, the desktop's menu and what the view offers.
 * @param options.sheet the view as far as it is here; undefined: there is nothing to print but the page as it stands
 * @param options.whole reads what is not on the screen yet (a list by pages); the browser's own menu cannot wait for it
 */
export const usePrinting = (options: {
  group: string;
  sheet: Asked;
  whole?: () => Promise<Sheet>;
}): { print: () => void; entry: Exclude<MenuEntry, string>; printed: ReactNode } => {
  const { t } = useTranslation('common');
  const { run, error } = useActs();
  const [shown, setShown] = useState<Sheet>();
  const now = useRef(options.sheet);
  // set while a sheet is printed that was asked for here
  const own = useRef(false);
  useLayoutEffect(() => {
    now.current = options.sheet;
  });
  const print = (): void =>
    void run(async () => {
      const sheet = await (options.whole?.() ?? made(options.sheet));
      own.current = true;
      try {
        flushSync(() => setShown(sheet));
        await printPage();
      } finally {
        own.current = false;
        setShown(undefined);
      }
    });
  useEffect(() => {
    const before = (): void => {
      if (!own.current) flushSync(() => setShown(made(now.current)));
    };
    const after = (): void => {
      if (!own.current) setShown(undefined);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const label = t('action.print');
  useCommands([{ id: 'page.print', group: options.group, label, keys: 'Ctrl+P', icon: <PrintIcon />, run: print }]);
  return {
    print,
    entry: { id: 'print', label, keys: 'Ctrl+P', icon: <PrintIcon />, run: print },
    printed: (
      <>
        <ErrorNotice error={error} />
        {shown === undefined ? null : <Printed {...shown} />}
      </>
    ),
  };
};
