import { actsOf, implementer, type Core } from '../../core.ts';
import { listExpenses } from './expenses.ts';
import { readProgramme, setProgrammeYear } from './programme.ts';
import { readMoney } from './read.ts';
import { addExpense, removeExpense, updateExpense } from './spending.ts';

const { projects: area } = implementer;

export const moneyProcedures = (core: Core) => {
  const { done, doneTo } = actsOf(core);
  return {
    money: area.money.handler(({ input }) => readMoney(core.workspace(), input.projectId)),
    expenses: area.expenses.handler(({ input }) => listExpenses(core.workspace(), input)),
    addExpense: area.addExpense.handler(({ input, context }) =>
      addExpense(core.workspace(), core.author(context), input),
    ),
    updateExpense: area.updateExpense.handler(({ input, context }) =>
      updateExpense(core.workspace(), core.author(context), input),
    ),
    removeExpense: area.removeExpense.handler(doneTo(removeExpense)),
    programme: area.programme.handler(({ input }) => readProgramme(core.workspace(), input.projectId)),
    setProgrammeYear: area.setProgrammeYear.handler(done(setProgrammeYear)),
  };
};
