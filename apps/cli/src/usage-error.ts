/** A command was called in a way it does not know: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
