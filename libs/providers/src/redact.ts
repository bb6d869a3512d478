const REDACTED = '[redacted]';

/** Shorter values protect nothing, and blotting them out would riddle harmless text. */
const SHORTEST = 4;

/** Credentials are opened once per config version, so the list is made once for thousands of calls. */
const secretsOf = new WeakMap<object, string[]>();

/** The text without any of the credential values, as they are or as JSON or a URL would write them. */
export function redactText(text: string, credentials: Record<string, unknown>): string {
  let redacted = text;
  for (const secret of secrets(credentials)) {
    if (redacted.includes(secret)) redacted = redacted.replaceAll(secret, REDACTED);
  }
  return redacted;
}

function secrets(credentials: Record<string, unknown>): string[] {
  let known = secretsOf.get(credentials);
  if (known === undefined) {
    const spellings = strings(credentials).flatMap((value) => [
      value,
      JSON.stringify(value).slice(1, -1),
      // Through a buffer, because encodeURIComponent throws at half a surrogate pair.
      encodeURIComponent(Buffer.from(value).toString()),
    ]);
    // Longest first: a credential that contains another must not leave its own rest behind.
    known = [...new Set(spellings)].filter((value) => value.length >= SHORTEST).sort((a, b) => b.length - a.length);
    secretsOf.set(credentials, known);
  }
  return known;
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
