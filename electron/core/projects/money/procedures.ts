import { AppError } from '../../../../shared/errors.ts';
import { implementer, type Core } from '../../core.ts';

const { projects: area } = implementer;
const soon = (): never => {
  throw new AppError('notFound', { what: 'project' });
};

export const moneyProcedures = (_core: Core) => ({
  money: area.money.handler(() => soon()),
  expenses: area.expenses.handler(() => soon()),
  addExpense: area.addExpense.handler(() => soon()),
  updateExpense: area.updateExpense.handler(() => soon()),
  removeExpense: area.removeExpense.handler(() => soon()),
  programme: area.programme.handler(() => soon()),
  setProgrammeYear: area.setProgrammeYear.handler(() => soon()),
});
