import { RuleFailure } from './rule-failure';

/** What one evaluation of one rule may cost. */
export interface MeterLimits {
  /** About as much work each as one node of an expression, some 20 ns. */
  steps: number;
  /** Of text, lists and maps that it makes; they are garbage before the next rule is asked. */
  bytes: number;
  /** JSON of its verdict, which outlives it. */
  verdictBytes: number;
}

/**
 * What one evaluation has cost. All that grows with the action and not with the expression is paid for before it is
 * done: iterations, elements compared, keys listed, text read or built. It is what makes a rule end in time and in
 * memory whatever it and the payload hold.
 */
export class Meter {
  private steps = 0;
  private made = 0;
  private yielded = 0;

  constructor(private readonly limits: MeterLimits) {}

  /** @throws RuleFailure when the steps are used up */
  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > this.limits.steps) throw tooMuch(`takes more than the ${this.limits.steps} steps it has`);
  }

  /** Text that is compared, searched or hashed: 1 ns a character. */
  spendOnText(length: number): void {
    this.spend(length / 16);
  }

  /** @throws RuleFailure when it has made too much */
  make(bytes: number): void {
    this.made += bytes;
    if (this.made > this.limits.bytes) throw tooMuch(`makes more than ${this.limits.bytes} bytes`);
    this.spend(bytes / 64);
  }

  /** Text has up to two bytes a character. */
  makeText(length: number): void {
    this.make(length * 2);
  }

  makeList(length: number): void {
    this.make(16 + length * 8);
  }

  makeMap(entries: number): void {
    this.make(64 + entries * 64);
  }

  /** @throws RuleFailure when its verdict is too long */
  yield(bytes: number): void {
    this.yielded += bytes;
    if (this.yielded > this.limits.verdictBytes)
      throw tooMuch(`yields a verdict of more than ${this.limits.verdictBytes} bytes`);
    this.spend(bytes / 16);
  }

  get used(): number {
    return this.steps;
  }

  get verdictBytes(): number {
    return this.yielded;
  }
}

function tooMuch(what: string): RuleFailure {
  return new RuleFailure(`costs too much: on this action it ${what}`);
}
