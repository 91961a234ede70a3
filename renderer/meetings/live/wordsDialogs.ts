/** Questions that are asked about a record, or about the meeting, in a dialog over the minutes. */
export type WordsDialog =
  | { ask: 'assign' | 'vote' | 'dissent' | 'noQuorum'; decisionId: string }
  | { ask: 'speaker'; speechId: string }
  | { ask: 'history'; entity: 'speech' | 'decision'; id: string }
  | { ask: 'chair' | 'textBlocks' };
