import type { ActivityStatus, ResultStatus } from '@errand/vocabulary';
import { AHEAD_MS, type Holding, LEASE_MS } from './engine';

export const MAX_ATTEMPTS = 3;

/** How a worker's call ended. `lost`: the answer got lost, so a result may still prove that it arrived. */
export type CallEnd = 'accepted' | 'rejected' | 'lost' | 'probeFailed';

export const endCodes = { accepted: null, rejected: 'PROVIDER_REJECTED', lost: 'TIMEOUT', probeFailed: 'TIMEOUT' };

export interface Entry {
  id: string;
  key: string;
  /** What was asked for under the key. */
  content: string;
  status: ActivityStatus;
  /** READY only. Null: queued. With a token: when its lease expires. Otherwise: when it is next due. */
  due: number | null;
  token: string | null;
  attempts: number;
  score: number;
  scheduledAt: number;
  answerLost: boolean;
  isRedriven: boolean;
  /** Each event as `trigger from>to #attempt code`. */
  history: string[];
  results: { status: ResultStatus; state: 'HELD' | 'APPLIED' | 'REPLACED' }[];
}

type TerminalStatus = Exclude<ResultStatus, 'PENDING'>;

const meaning: Record<TerminalStatus, { trigger: string; to: ActivityStatus }> = {
  COMPLETED: { trigger: 'RESULT_COMPLETED', to: 'COMPLETED' },
  TRANSFERRED: { trigger: 'RESULT_COMPLETED', to: 'COMPLETED' },
  NOT_EXECUTED: { trigger: 'RESULT_NOT_EXECUTED', to: 'FAILED' },
  CANCELED: { trigger: 'RESULT_CANCELED', to: 'CANCELED' },
};

const isFinal = (status: ActivityStatus) => ['COMPLETED', 'CANCELED', 'FAILED'].includes(status);

/** What the contract says becomes of activities, in plain memory. Each method answers what the services must answer. */
export class Reference {
  readonly entries = new Map<string, Entry>();
  /** Whether the attribute that some activities ask for can be resolved. */
  hasLateValue = false;

  constructor(private readonly now: () => number) {}

  /** The same key with the same content is a duplicate. @returns the answer, for `id` being what a new one gets */
  create(id: string | null, key: string, scheduledAt: number, score: number, isLate: boolean): string {
    const content = JSON.stringify([scheduledAt, score, isLate]);
    const existing = [...this.entries.values()].find((entry) => entry.key === key);
    if (existing) return existing.content === content ? 'duplicate' : 'IDEMPOTENCY_KEY_REUSED';
    const entry = this.add(id ?? '', key, content, scheduledAt, score);
    if (isLate && !this.hasLateValue) {
      this.move(entry, 'RESOLUTION_FAILED', 'UNRESOLVED', null, 'ATTRIBUTE_UNRESOLVED');
    }
    return 'created';
  }

  /** The ids that a claim must get, whatever their order. */
  claimable(limit: number): string[] {
    return [...this.entries.values()]
      .filter(({ status, due }) => status === 'READY' && due === null)
      .sort((a, b) => b.score - a.score || a.scheduledAt - b.scheduledAt || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id);
  }

  /** The ids that a claim ahead of time must get. */
  upcoming(): string[] {
    const now = this.now();
    return this.inOrder(
      ({ status, token, due, attempts, scheduledAt }) =>
        status === 'READY' && !token && attempts === 0 && due === scheduledAt && due > now && due <= now + AHEAD_MS,
    );
  }

  claim(id: string, token: string): Holding {
    const entry = this.get(id);
    const waitedUntil = entry.due === null ? null : new Date(entry.due);
    entry.attempts += 1;
    entry.token = token;
    entry.due = this.now() + LEASE_MS;
    return { id, token, attempt: entry.attempts, waitedUntil };
  }

  /** Null: it can be claimed, canceled or changed. */
  refusal(id: string): string | null {
    const { status, token } = this.get(id);
    if (status !== 'READY') return 'INVALID_TRANSITION';
    return token === null ? null : 'IN_FLIGHT';
  }

  /** @returns whether the holding still was one */
  settle({ id, token, attempt }: Holding, end: CallEnd, retryAt: number | null, code = endCodes[end]): boolean {
    const entry = this.get(id);
    if (!this.holds(entry, token)) return false;
    const isLast = attempt >= MAX_ATTEMPTS;
    const failure = end === 'probeFailed' ? 'PROBE_FAILED' : isLast ? 'ATTEMPTS_EXHAUSTED' : 'ATTEMPT_FAILED';
    const isProven = entry.results.some(({ state }) => state === 'HELD');
    entry.token = null;
    entry.due = null;
    if (end === 'accepted' || isProven) this.move(entry, 'ACCEPTED', 'DISPATCHED', attempt, code);
    else if (failure === 'ATTEMPTS_EXHAUSTED') this.move(entry, failure, 'FAILED', attempt, code);
    else {
      entry.due = failure === 'ATTEMPT_FAILED' ? retryAt : null;
      entry.history.push(line(failure, null, null, attempt, code));
      if (failure === 'PROBE_FAILED') entry.attempts -= 1;
    }
    if (code === 'TIMEOUT' || code === 'LEASE_EXPIRED') entry.answerLost = true;
    return true;
  }

  renew({ id, token }: Holding): void {
    const entry = this.get(id);
    if (this.holds(entry, token)) entry.due = this.now() + LEASE_MS;
  }

  giveBack({ id, token, waitedUntil }: Holding): void {
    const entry = this.get(id);
    if (!this.holds(entry, token)) return;
    const due = waitedUntil && waitedUntil.getTime() > this.now() ? waitedUntil.getTime() : null;
    Object.assign(entry, { token: null, due, attempts: entry.attempts - 1 });
  }

  expired(): string[] {
    return this.inOrder(({ status, token, due }) => status === 'READY' && token !== null && this.hasCome(due));
  }

  wakeDue(): number {
    const due = [...this.entries.values()].filter(({ token, due }) => token === null && this.hasCome(due));
    for (const entry of due) entry.due = null;
    return due.length;
  }

  nextDue(): number | null {
    const dues = [...this.entries.values()].flatMap(({ due }) => (due === null ? [] : [due]));
    return dues.length > 0 ? Math.min(...dues) : null;
  }

  cancel(id: string): void {
    const entry = this.get(id);
    entry.due = null;
    this.move(entry, 'CANCELED', 'CANCELED');
  }

  change(id: string, scheduledAt: number | null, score: number | null): void {
    const entry = this.get(id);
    if (score !== null) entry.score = score;
    if (scheduledAt === null) return;
    entry.scheduledAt = scheduledAt;
    entry.due = scheduledAt > this.now() ? scheduledAt : null;
  }

  /** @returns the state that the result is stored in, or the refusal */
  result(id: string, status: ResultStatus, hardOverride: boolean): { stored: string } | { refused: string } {
    const entry = this.get(id);
    const counting = entry.results.find((known) => known.status !== 'PENDING' && known.state !== 'REPLACED');
    const overrides = hardOverride && status !== 'PENDING';
    if (counting && !overrides) return { refused: 'RESULT_ALREADY_FINAL' };
    if (isFinal(entry.status) && !overrides) return { refused: 'INVALID_TRANSITION' };
    const wasSent = entry.status === 'DISPATCHED' || entry.answerLost || entry.token !== null || isFinal(entry.status);
    if (!wasSent || entry.status === 'UNRESOLVED') return { refused: 'NOT_DISPATCHED' };
    if (counting) counting.state = 'REPLACED';
    const stored = { status, state: 'APPLIED' as 'HELD' | 'APPLIED' };
    entry.results.push(stored);
    if (status === 'PENDING') {
      // Whatever the provider says of an activity whose answer was lost proves that it has it.
      if (entry.status === 'READY' && entry.token === null) this.prove(entry);
      return { stored: 'APPLIED' };
    }
    if (isFinal(entry.status)) this.move(entry, 'OVERRIDE', meaning[status].to);
    else if (entry.token !== null) stored.state = 'HELD';
    else this.apply(entry, status);
    return { stored: stored.state };
  }

  applyHeld(): void {
    for (const entry of this.entries.values()) {
      const held = entry.results.find(({ state }) => state === 'HELD');
      if (!held || held.status === 'PENDING' || entry.token !== null) continue;
      held.state = isFinal(entry.status) ? 'REPLACED' : 'APPLIED';
      if (!isFinal(entry.status)) this.apply(entry, held.status);
    }
  }

  /** @returns the refusal, if any */
  retryResolution(id: string): string | null {
    const entry = this.get(id);
    if (entry.status !== 'UNRESOLVED') return 'INVALID_TRANSITION';
    if (!this.hasLateValue) return null;
    this.move(entry, 'RESOLVED', 'READY');
    entry.due = entry.scheduledAt > this.now() ? entry.scheduledAt : null;
    return null;
  }

  failed(among?: string[]): Entry[] {
    return [...this.entries.values()].filter(({ id, status }) => status === 'FAILED' && (among?.includes(id) ?? true));
  }

  redrive(original: Entry, id: string): void {
    original.isRedriven = true;
    this.add(id, `redrive:${original.id}`, original.content, this.now(), original.score);
  }

  private apply(entry: Entry, status: TerminalStatus): void {
    if (entry.status === 'READY') this.prove(entry);
    this.move(entry, meaning[status].trigger, meaning[status].to);
  }

  private prove(entry: Entry): void {
    entry.due = null;
    this.move(entry, 'ACCEPTED', 'DISPATCHED');
  }

  private add(id: string, key: string, content: string, scheduledAt: number, score: number): Entry {
    const due = scheduledAt > this.now() ? scheduledAt : null;
    const entry: Entry = {
      ...{ id, key, content, status: 'READY', due, token: null, attempts: 0, score, scheduledAt },
      ...{ answerLost: false, isRedriven: false, history: [line('CREATED', null, 'READY')], results: [] },
    };
    this.entries.set(id, entry);
    return entry;
  }

  private get(id: string): Entry {
    const entry = this.entries.get(id);
    if (!entry) throw new Error(`the reference has no ${id}`);
    return entry;
  }

  private holds(entry: Entry, token: string): boolean {
    return entry.status === 'READY' && entry.token === token;
  }

  private hasCome(due: number | null): boolean {
    return due !== null && due <= this.now();
  }

  private inOrder(test: (entry: Entry) => boolean): string[] {
    const found = [...this.entries.values()].filter(test);
    return found.map(({ id }) => id).sort();
  }

  private move(
    entry: Entry,
    trigger: string,
    to: ActivityStatus,
    attempt: number | null = null,
    code: string | null = null,
  ) {
    entry.history.push(line(trigger, entry.status, to, attempt, code));
    entry.status = to;
    if (to !== 'READY') entry.due = null;
  }
}

/** One event of a history, to be compared as text. */
export function line(
  trigger: string,
  from: string | null,
  to: string | null,
  attempt: number | null = null,
  code: string | null = null,
): string {
  return `${trigger} ${from ?? ''}>${to ?? ''} ${attempt ? `#${attempt}` : ''} ${code ?? ''}`;
}
