import { implementer, type Core } from '../core.ts';
import { activityProcedures } from './activities/procedures.ts';
import { projectFilesProcedures } from './imports/procedures.ts';
import { indicatorProcedures } from './indicators/procedures.ts';
import { moneyProcedures } from './money/procedures.ts';
import { planProcedures } from './planProcedures.ts';

export const projectsProcedures = (core: Core) =>
  implementer.projects.router({
    ...planProcedures(core),
    ...activityProcedures(core),
    ...indicatorProcedures(core),
    ...moneyProcedures(core),
    ...projectFilesProcedures(core),
  });
