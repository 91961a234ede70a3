import { AppError } from '../../../../shared/errors.ts';
import { implementer, type Core } from '../../core.ts';

const { projects: area } = implementer;
const soon = (): never => {
  throw new AppError('notFound', { what: 'project' });
};

export const indicatorProcedures = (_core: Core) => ({
  indicators: area.indicators.handler(() => soon()),
  indicator: area.indicator.handler(() => soon()),
  setTarget: area.setTarget.handler(() => soon()),
  setValue: area.setValue.handler(() => soon()),
  indicatorValues: area.indicatorValues.handler(() => soon()),
});
