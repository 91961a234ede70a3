export { useActs, type Acts } from '../ui/core/acts.ts';
