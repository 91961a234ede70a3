import { AppError } from '../../../shared/errors.ts';
import { implementer, type Core } from '../core.ts';
import { trustProcedures } from './trust/procedures.ts';

const { exchange: area } = implementer;

const missing = (): never => {
  throw new AppError('notFound', { what: 'exchange' });
};

export const exchangeProcedures = (core: Core) => ({
  ...trustProcedures(core),
  status: area.status.handler(missing),
  outgoing: area.outgoing.handler(missing),
  makePackage: area.makePackage.handler(missing),
  inspect: area.inspect.handler(missing),
  previewRows: area.previewRows.handler(missing),
  previewRecord: area.previewRecord.handler(missing),
  merge: area.merge.handler(missing),
  leave: area.leave.handler(missing),
  savePreview: area.savePreview.handler(missing),
  readReceipt: area.readReceipt.handler(missing),
  held: area.held.handler(missing),
  mergeHeld: area.mergeHeld.handler(missing),
  log: area.log.handler(missing),
  setFolder: area.setFolder.handler(missing),
  syncFolder: area.syncFolder.handler(missing),
  eraseContact: area.eraseContact.handler(missing),
});
