import type { MeterLimits } from './cel/meter';

// In steps of the meter, some 20 ns each: 4 ms for a rule, 10 ms for all rules of a tenant on one action, 0.4 s for a request.
const ruleSteps = 200_000;
const actionSteps = 500_000;
const requestSteps = 20_000_000;
/**
 * Every rule has these, 10 µs, whatever others have spent: neither a costly rule before it nor a thousand actions in one
 * request can make a simple one fail, which may be the one that denies.
 */
const sureSteps = 500;
/** After so much work the event loop has its turn. */
const stepsPerTurn = 250_000;

/** Per rule. */
const madeBytes = 4_194_304;
/** Per action: a trace shows the verdict of every rule that was asked. */
const tracedBytes = 1_048_576;

/** What the rules may cost in one request, shared by its actions: each has its part, and what one leaves is the others'. */
export class RuleBudget {
  private left = requestSteps;
  private sinceTurn = 0;
  private turn: Promise<void> | undefined;
  private readonly failed = new Set<string>();

  /** @param actions how many the request has */
  constructor(private actions = 1) {}

  /** The part of the next action. */
  ofAction(): ActionBudget {
    const share = Math.max(0, this.left) / Math.max(1, this.actions);
    this.actions -= 1;
    return new ActionBudget(Math.min(actionSteps, Math.floor(share)), (shared, all) => {
      this.left -= shared;
      this.sinceTurn += all;
    });
  }

  /** Does the work of one action at once, or after others have had the event loop: none is kept from it for longer. */
  async inTurn<R>(work: () => R): Promise<R> {
    // Those that wait together go on one after the other, each looking again.
    while (this.sinceTurn >= stepsPerTurn) {
      this.turn ??= new Promise((resolve) =>
        setImmediate(() => {
          this.sinceTurn = 0;
          this.turn = undefined;
          resolve();
        }),
      );
      await this.turn;
    }
    return work();
  }

  /** Whether a rule fails for the first time in this request: a thousand actions are no reason for a thousand lines. */
  isFirstFailure(rule: string): boolean {
    const isFirst = !this.failed.has(rule);
    this.failed.add(rule);
    return isFirst;
  }
}

/** What the rules may cost on one action. */
class ActionBudget {
  private verdictBytes = tracedBytes;

  constructor(
    private steps: number,
    private readonly onSpent: (shared: number, all: number) => void,
  ) {}

  /** Of the rule that is asked next. */
  ofRule(): MeterLimits {
    const steps = Math.min(ruleSteps, sureSteps + this.steps);
    return { steps, bytes: madeBytes, verdictBytes: this.verdictBytes };
  }

  spent({ used, verdictBytes }: { used: number; verdictBytes: number }): void {
    const shared = Math.min(this.steps, Math.max(0, Math.ceil(used) - sureSteps));
    this.steps -= shared;
    this.verdictBytes -= Math.min(this.verdictBytes, verdictBytes);
    this.onSpent(shared, used);
  }
}
