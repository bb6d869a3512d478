import { ValidateBy } from 'class-validator';

/** A free-form JSON object of at most so many bytes as JSON text. */
export function IsSmallObject(maxBytes: number): PropertyDecorator {
  return ValidateBy({
    name: 'isSmallObject',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Buffer.byteLength(JSON.stringify(value)) <= maxBytes,
      defaultMessage: () => `$property must be an object of at most ${maxBytes} bytes as JSON`,
    },
  });
}
