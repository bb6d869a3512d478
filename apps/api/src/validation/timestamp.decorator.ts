import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsDate, isUUID, ValidateBy } from 'class-validator';
import { isTimestampOrTimeOfDay, readTimestamp } from './timestamp';

/** A `Date` sent as ISO 8601 text with an offset, e.g. `2026-01-31T09:30:00.000Z`. */
export function IsTimestamp(): PropertyDecorator {
  return applyDecorators(
    Type(() => Date),
    IsDate({
      message:
        '$property must be an ISO 8601 timestamp with an offset in the years 0001 to 9999, such as 2026-01-31T09:30:00Z',
    }),
  );
}

/** Text kept as it is written: a timestamp of the same form, or a time of day such as `10:30`. */
export function IsTimestampOrTimeOfDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isTimestampOrTimeOfDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isTimestampOrTimeOfDay(value),
      defaultMessage: () =>
        '$property must be an ISO 8601 timestamp with an offset in the years 0001 to 9999, or a time such as 10:30',
    },
  });
}

/** Text kept as it is written: a UUID, or a timestamp of the same form. */
export function IsIdOrTimestamp(): PropertyDecorator {
  return ValidateBy({
    name: 'isIdOrTimestamp',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && (isUUID(value) || readTimestamp(value) !== undefined),
      defaultMessage: () =>
        '$property must be a UUID or an ISO 8601 timestamp with an offset in the years 0001 to 9999',
    },
  });
}
