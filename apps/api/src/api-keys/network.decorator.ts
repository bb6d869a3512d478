import { readNetwork } from '@errand/config';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A network in CIDR form: an IPv4 or IPv6 address and the length of its prefix. */
export function IsNetwork(options?: ValidationOptions): PropertyDecorator {
  const validator = {
    validate: (value: unknown) => typeof value === 'string' && readNetwork(value) !== undefined,
    defaultMessage: () =>
      (options?.each ? 'each value in ' : '') + '$property must be a network such as 203.0.113.0/24',
  };
  return ValidateBy({ name: 'isNetwork', validator }, options);
}
