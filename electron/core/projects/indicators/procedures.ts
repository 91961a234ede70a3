import { today } from '../../../../shared/dates.ts';
import { actsOf, implementer, nowOf, type Core } from '../../core.ts';
import { readIndicator } from './detail.ts';
import { readIndicators } from './read.ts';
import { setTarget, setValue } from './setting.ts';
import { listValues } from './values.ts';

const { projects: area } = implementer;

export const indicatorProcedures = (core: Core) => {
  const { done } = actsOf(core);
  const day = () => today(nowOf(core));
  const { resources } = core.ports;
  return {
    indicators: area.indicators.handler(({ input }) =>
      readIndicators(core.workspace(), resources, input.projectId, day()),
    ),
    indicator: area.indicator.handler(({ input }) =>
      readIndicator(core.workspace(), resources, input.id, day(), input.language),
    ),
    setTarget: area.setTarget.handler(done(setTarget)),
    setValue: area.setValue.handler(({ input, context }) =>
      setValue(core.workspace(), resources, core.author(context), input),
    ),
    indicatorValues: area.indicatorValues.handler(({ input }) => listValues(core.workspace(), resources, input)),
  };
};
