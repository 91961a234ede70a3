import type { IsoDay } from '../../../../shared/dates.ts';
import type { CountRule } from '../../../../shared/rules/counted.ts';
import type { Disaggregation, ParticipantDimension } from '../../../../shared/vocabulary.ts';
import { isCommunity, territoryPath } from '../../directory/territories.ts';
import type { Reader } from '../../statements.ts';
import type { ProjectRecord } from '../records.ts';
import {
  readActivityFacts,
  readDecisionFacts,
  readMeetingFacts,
  type ActivityFact,
  type DecisionFact,
  type MeetingFact,
} from './facts.ts';

/** Something that a rule counts: how much, when, and of which record. */
export type Hit = {
  entity: 'activity' | 'meeting' | 'decision';
  id: string;
  title: string;
  on: IsoDay | null;
  counts: number;
  /** Where, for the figures by territory; a community stands under what it lies in. */
  territories: string[];
  groups: { key: string; people: number }[];
};

/** The records of a project that counting asks for, each list read once however many indicators there are. */
export type Facts = {
  resources: string;
  activities: () => ActivityFact[];
  meetings: (groupId: string | null) => MeetingFact[];
  decisions: (groupId: string | null) => DecisionFact[];
};

export function factsOfProject(reader: Reader, resources: string, project: ProjectRecord): Facts {
  let activities: ActivityFact[] | null = null;
  const meetings = new Map<string | null, MeetingFact[]>();
  const decisions = new Map<string | null, DecisionFact[]>();
  const once = <T>(known: Map<string | null, T>, key: string | null, read: () => T): T => {
    const found = known.get(key) ?? read();
    known.set(key, found);
    return found;
  };
  return {
    resources,
    activities: () => (activities ??= readActivityFacts(reader, project.id)),
    meetings: (groupId) => once(meetings, groupId, () => readMeetingFacts(reader, project, groupId)),
    decisions: (groupId) => once(decisions, groupId, () => readDecisionFacts(reader, project, groupId)),
  };
}

type OfActivities = Extract<CountRule, { territory: string | null }>;

/** Activities of the rule's kinds with those of their held places that lie within its territory. */
function within(facts: Facts, rule: OfActivities): ActivityFact[] {
  const kinds = new Set<string>(rule.kinds);
  return facts.activities().flatMap((activity) => {
    if (kinds.size > 0 && !kinds.has(activity.kind)) return [];
    const { territory } = rule;
    if (territory === null) return activity;
    const places = activity.places.filter((place) =>
      territoryPath(facts.resources, place.territory).includes(territory),
    );
    return places.length === 0 ? [] : { ...activity, places };
  });
}

const placesOf = ({ places }: ActivityFact): string[] => [...new Set(places.map(({ territory }) => territory))];

const activityHits = (facts: Facts, rule: OfActivities): Hit[] =>
  within(facts, rule)
    .filter(({ held }) => held)
    .map((activity) => ({
      entity: 'activity',
      id: activity.id,
      title: activity.title,
      on: activity.on,
      counts: 1,
      territories: placesOf(activity),
      groups: [],
    }));

const sumOf = (groups: readonly { people: number | null }[]): number =>
  groups.reduce((sum, { people }) => sum + (people ?? 0), 0);

/** All participants of an activity: as counted, else as many as the fullest of its break-downs knows. */
export const participantsOf = ({ participants, groups }: Pick<ActivityFact, 'participants' | 'groups'>): number =>
  participants ??
  Math.max(
    0,
    ...[...new Set(groups.map(({ dimension }) => dimension))].map((dimension) =>
      sumOf(groups.filter((group) => group.dimension === dimension)),
    ),
  );

const dimensionOf = (disaggregation: Disaggregation): ParticipantDimension | null =>
  disaggregation === 'none' || disaggregation === 'own' ? null : disaggregation;

function participantHits(
  facts: Facts,
  rule: Extract<CountRule, { count: 'participants' }>,
  disaggregation: Disaggregation,
): Hit[] {
  const { dimension, key } = rule;
  const shown = dimensionOf(disaggregation);
  const wanted = (group: ActivityFact['groups'][number]): boolean =>
    dimension === null || (group.dimension === dimension && (key === '' || group.key === key));
  return within(facts, rule)
    .filter(({ held }) => held)
    .map((activity): Hit => ({
      entity: 'activity',
      id: activity.id,
      title: activity.title,
      on: activity.on,
      counts: dimension === null ? participantsOf(activity) : sumOf(activity.groups.filter(wanted)),
      territories: placesOf(activity),
      // Another dimension than the counted one would tell of people who are not counted.
      groups: activity.groups.flatMap((group) =>
        group.dimension === shown && (dimension === null || dimension === shown) && wanted(group)
          ? { key: group.key, people: group.people ?? 0 }
          : [],
      ),
    }))
    .filter(({ counts }) => counts > 0);
}

const early = (on: IsoDay | null): string => on ?? '9999-99-99';

/** Each community once, on the day when the first activity reached it. */
function communityHits(facts: Facts, rule: OfActivities): Hit[] {
  const { resources } = facts;
  const first = new Map<string, { activity: ActivityFact; on: IsoDay | null }>();
  for (const activity of within(facts, rule))
    for (const { territory, on } of activity.places) {
      const known = first.get(territory);
      if (isCommunity(resources, territory) && (known === undefined || early(on) < early(known.on)))
        first.set(territory, { activity, on });
    }
  return [...first].map(([territory, { activity, on }]) => ({
    entity: 'activity',
    id: activity.id,
    title: activity.title,
    on,
    counts: 1,
    territories: [territoryPath(resources, territory)[1] ?? territory],
    groups: [],
  }));
}

const plainHit = (entity: Hit['entity'], { id, title, on }: MeetingFact | DecisionFact): Hit => ({
  entity,
  id,
  title,
  on,
  counts: 1,
  territories: [],
  groups: [],
});

/**
 * What a rule counts, up to a day; what bears no day counts as well. Held activities count by their own state, their
 * places by the places'. A meeting or a decision counts where its group met within the project's term.
 */
export function count(facts: Facts, rule: CountRule, disaggregation: Disaggregation, until: IsoDay): Hit[] {
  return hitsOf(facts, rule, disaggregation).filter(({ on }) => on === null || on <= until);
}

function hitsOf(facts: Facts, rule: CountRule, disaggregation: Disaggregation): Hit[] {
  switch (rule.count) {
    case 'activities':
      return activityHits(facts, rule);
    case 'participants':
      return participantHits(facts, rule, disaggregation);
    case 'communities':
      return communityHits(facts, rule);
    case 'meetings':
      return facts
        .meetings(rule.groupId)
        .filter(({ kind }) => rule.kinds.length === 0 || rule.kinds.includes(kind))
        .map((meeting) => plainHit('meeting', meeting));
    case 'decisions':
      return facts
        .decisions(rule.groupId)
        .filter(({ done }) => done || !rule.done)
        .map((decision) => plainHit('decision', decision));
  }
}
