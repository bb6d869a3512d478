/** Finds single values in a provider's JSON by the places where providers usually put them. */

/** @returns undefined for a text that is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first of the places, each a path of members, that holds a number or a text that is not empty. */
export function firstAt(document: unknown, places: readonly (readonly string[])[]): string | number | undefined {
  for (const place of places) {
    let value = document;
    for (const step of place) {
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined;
    }
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) return value;
  }
  return undefined;
}
