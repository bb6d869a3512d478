import { jsonBytes } from '@errand/json';
import { ValidateBy } from 'class-validator';

/** A free-form JSON object of at most so many bytes as JSON text. */
export function IsSmallObject(maxBytes: number): PropertyDecorator {
  return ValidateBy({
    name: 'isSmallObject',
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
    name: 'isSmallJson',
    validator: {
      validate: (value: unknown) => jsonBytes(value, maxBytes) <= maxBytes,
      defaultMessage: () => `$property must be at most ${maxBytes} bytes as JSON`,
    },
  });
}
