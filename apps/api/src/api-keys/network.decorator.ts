import { isNetwork } from '@errand/tenants';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A network in CIDR form: an IPv4 or IPv6 address and the length of its prefix. */
export function IsNetwork(options?: ValidationOptions): PropertyDecorator {
  const validator = {
    validate: isNetwork,
    defaultMessage: () =>
      (options?.each ? 'each value in ' : '') + '$property must be a network such as 203.0.113.0/24',
  };
  return ValidateBy({ name: 'isNetwork', validator }, options);
}
