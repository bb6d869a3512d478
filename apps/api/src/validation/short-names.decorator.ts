import { ValidateBy } from 'class-validator';

/** Any JSON; of an object, no member may have a name of more bytes than that: an index cannot hold it. */
export function HasShortNames(maxBytes: number): PropertyDecorator {
  return ValidateBy({
    name: 'hasShortNames',
    validator: {
      validate: (value: unknown) =>
        typeof value !== 'object' ||
        value === null ||
        Object.keys(value).every((name) => Buffer.byteLength(name) <= maxBytes),
      defaultMessage: () => `$property must not have members with names of more than ${maxBytes} bytes`,
    },
  });
}
