/** A rule cannot be evaluated on this action. It counts as not matching; the message goes into the trace. */
export class RuleFailure extends Error {
  override readonly name = 'RuleFailure';
}
