import type { Verdict } from './verdict';

/** What a person says of a rule; all of it is checked. */
export interface RuleDefinition {
  /** Unique in the tenant. */
  name: string;
  /** Lower first; of the same priority, by name. */
  priority: number;
  enabled: boolean;
  /** IANA name of the zone `time` is in; null: the tenant’s. */
  timezone: string | null;
  description: string | null;
  /** CEL text, or a condition in object notation. */
  condition: string | Record<string, unknown>;
  /** What a match means; null when the CEL text itself yields the verdict. */
  action: Verdict | null;
}

/** The action that is judged. */
export interface RuleAction {
  id: string;
  namespace: string;
  tenant: string;
  /** Null where the action, which is then only asked about, does not say. */
  provider: string | null;
  actionType: string | null;
  /** Any JSON. */
  payload: unknown;
  metadata: Readonly<Record<string, unknown>>;
}
