import type { Moment, TimeFields } from '../time-fields';
import type { Meter } from './meter';
import type { Value } from './values';

/** The names under `action` in an expression. */
export const ACTION_FIELDS = ['id', 'namespace', 'tenant', 'provider', 'action_type', 'payload', 'metadata'] as const;

export type ActionFields = Record<(typeof ACTION_FIELDS)[number], Value>;

/** Everything that one evaluation of one expression sees. */
export class Frame {
  /** The variables of the comprehensions around, outermost first. */
  readonly locals: Value[] = [];

  constructor(
    readonly action: ActionFields,
    private readonly moment: Moment,
    private readonly timezone: string,
    readonly meter: Meter,
  ) {}

  get now(): Date {
    return this.moment.now;
  }

  /** To read another timezone's clock costs 2 µs; each is read once for all rules of an action. */
  get time(): TimeFields {
    if (!this.moment.isRead(this.timezone)) this.meter.spend(100);
    return this.moment.in(this.timezone);
  }
}

export type Evaluate = (frame: Frame) => Value;
