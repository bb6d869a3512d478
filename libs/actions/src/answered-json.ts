import { isTooDeep } from '@errand/json';

/**
 * A provider's answer as JSON, if it says the same once it is written again; otherwise its text. Text it stays where it is
 * no JSON, is nested deeper than 100 levels, or has a number that JavaScript does not hold to the last digit.
 */
export function jsonOrText(text: string): unknown {
  const value = parsed(text);
  return value === undefined || hasLossyNumber(text) || isTooDeep(value) ? text : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Decimals may lose digits that nobody counts with; integers may be ids. */
function hasLossyNumber(text: string): boolean {
  const numbers = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.eE+-]*/g) ?? [];
  return numbers.some((number) => {
    const value = Number(number);
    return !Number.isFinite(value) || (/^-?\d+$/.test(number) && !Number.isSafeInteger(value));
  });
}
