import type { Run } from './wordDiff.ts';

/** A text with the words marked that the text beside it does not have. */
export const MarkedText = ({ runs }: { runs: readonly Run[] }) =>
  runs.map(({ text, differs }, index) => {
    const key = `${index} ${text}`;
    return differs ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
