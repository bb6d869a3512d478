/** A template that does not compile. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem';

  /** @param line from 1 @param column from 1 */
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/** A template that gives no text for this activity. */
export class TemplateFailed extends Error {
  override readonly name = 'TemplateFailed';

  /** @param variable the one that is missing, e.g. `attributes.discount`; null when something else is wrong */
  constructor(
    message: string,
    readonly variable: string | null,
  ) {
    super(message);
  }
}
