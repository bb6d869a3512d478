import type { Scope } from '@errand/vocabulary';

/** Of one stream. */
export const mostTopics = 20;

export const topicPattern = /^(overview|configs|activity:[\da-fA-F]{8}(-[\da-fA-F]{4}){3}-[\da-fA-F]{12})$/;

export type TopicKind = 'overview' | 'configs' | 'activity';

/** What may be followed, by its name: `overview`, `configs` or `activity:<id>`. */
export interface Topic {
  name: string;
  kind: TopicKind;
  /** Of the activity; '' where there is none. */
  id: string;
}

/** As whom one looks: what is the same for two is read once for both. */
export interface View {
  tenantId: string;
  scope: Scope;
  /** Whether addresses of people are shown as they are. */
  isWhole: boolean;
}

/** @param names that fit {@link topicPattern} */
export function topicsOf(names: string[]): Topic[] {
  return [...new Set(names.map((name) => name.toLowerCase()))].map((name) => {
    const [kind = '', id = ''] = name.split(':');
    return { name, kind: kind as TopicKind, id };
  });
}
