import type { ImportRemark } from '../../../../shared/contract/directory.ts';

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** A cell may hold several addresses; they are kept with commas. Null where one of them is none. */
export function readMails(text: string): string | null {
  const mails = text.split(/[;,\s]+/u).filter(Boolean);
  return mails.length > 0 && mails.every((one) => mail.test(one)) ? mails.join(', ') : null;
}

/** As long as a line of a form may be, and a note. */
const longestLine = 2_000;
const longestNote = 100_000;

/** Problems that any row can have. Writes the addresses back as they will be kept. */
export function commonProblems(values: Record<string, string>): ImportRemark[] {
  const problems: ImportRemark[] = [];
  const email = values['email'];
  if (email !== undefined) {
    const mails = readMails(email);
    if (mails === null) problems.push({ code: 'emailWrong', params: { text: email.slice(0, 200) }, column: 'email' });
    else values['email'] = mails;
  }
  for (const [column, text] of Object.entries(values)) {
    const most = column === 'note' ? longestNote : longestLine;
    if (text.length > most) problems.push({ code: 'textTooLong', params: { field: column, most }, column });
  }
  return problems;
}
