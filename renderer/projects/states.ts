import type { ActivityStatus, ProjectStatus } from '../../shared/vocabulary.ts';
import type { Tone } from '../ui/Chip.tsx';

/** The colour of a project's status; the word stands in it. */
export const projectTones: Record<ProjectStatus, Tone> = {
  preparing: 'neutral',
  ongoing: 'ink',
  suspended: 'amber',
  completed: 'green',
  cancelled: 'neutral',
};

/** The colour of an activity's state, `late` being shown and not stored. */
export const activityTones: Record<ActivityStatus | 'late', Tone> = {
  planned: 'neutral',
  held: 'green',
  postponed: 'amber',
  cancelled: 'neutral',
  late: 'red',
};
