import { isUUID, ValidateBy } from 'class-validator';
import { readTimestamp } from './timestamp';

/** Text kept as it is written: the id of a row, or an ISO 8601 timestamp with an offset. */
export function IsIdOrTimestamp(): PropertyDecorator {
  return ValidateBy({
    name: 'isIdOrTimestamp',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && (isUUID(value) || readTimestamp(value) !== undefined),
      defaultMessage: () => '$property must be an id, or an ISO 8601 timestamp with an offset',
    },
  });
}
