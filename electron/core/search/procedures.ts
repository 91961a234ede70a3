import { today } from '../../../shared/dates.ts';
import { implementer, nowOf, type Core } from '../core.ts';
import { find } from './find.ts';
import { marksIn } from './matching.ts';
import { readProgress } from './progress.ts';
import { createBuilder } from './searchIndex.ts';
import { readQuery } from './tokens.ts';

const { search: area } = implementer;

export const searchProcedures = (core: Core) => {
  const now = () => nowOf(core);
  return area.router({
    find: area.find.handler(({ input }) => {
      const { sqlite } = core.workspace();
      // A command has no later: what the pages are given little by little is there before its only question.
      if (core.ports.door === 'cli') for (const build = createBuilder(sqlite, 1_000); build(););
      return find({ sqlite }, input, today(now()));
    }),
    marks: area.marks.handler(({ input }) => marksIn(input.text, readQuery(input.words).wanted)),
    state: area.state.handler(() => {
      const { done, total } = readProgress(core.workspace().sqlite) ?? { done: 0, total: 1 };
      return { done, total };
    }),
  });
};
