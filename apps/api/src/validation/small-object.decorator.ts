import { jsonBytes } from '@errand/json';
import { ValidateBy } from 'class-validator';

/** The rules' names, by which their bound is known before the value is looked at. */
export const SMALL_OBJECT = 'isSmallObject';
export const SMALL_JSON = 'isSmallJson';

/** A free-form JSON object of at most so many bytes as JSON text. */
export function IsSmallObject(maxBytes: number): PropertyDecorator {
  return ValidateBy({
    name: SMALL_OBJECT,
    constraints: [maxBytes],
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) && jsonBytes(value, maxBytes) <= maxBytes,
      defaultMessage: () => `$property must be an object of at most ${maxBytes} bytes as JSON`,
    },
  });
}

/** Any JSON of at most so many bytes as JSON text. */
export function IsSmallJson(maxBytes: number): PropertyDecorator {
  return ValidateBy({
    name: SMALL_JSON,
    constraints: [maxBytes],
    validator: {
      validate: (value: unknown) => jsonBytes(value, maxBytes) <= maxBytes,
      defaultMessage: () => `$property must be at most ${maxBytes} bytes as JSON`,
    },
  });
}
