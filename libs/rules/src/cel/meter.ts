import { RuleFailure } from './rule-failure';

/**
 * What one evaluation may still cost. A unit is about as much work as one node of an expression (some 20 ns); what
 * grows with the action and not with the expression is paid for: iterations, elements compared, text read or built.
 * It is what makes a rule end in time whatever it and the payload hold.
 */
export class Meter {
  private spent = 0;

  constructor(private readonly budget: number) {}

  /** @throws RuleFailure when the budget is used up */
  spend(units: number): void {
    this.spent += units;
    if (this.spent > this.budget) throw new RuleFailure('costs too much: it does too many steps on this action');
  }

  spendOnText(length: number): void {
    this.spend(length / 64);
  }

  get used(): number {
    return this.spent;
  }
}
