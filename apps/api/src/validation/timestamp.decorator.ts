import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsDate } from 'class-validator';

/** A `Date` sent as ISO 8601 text with an offset, e.g. `2026-01-31T09:30:00.000Z`. */
export function IsTimestamp(): PropertyDecorator {
  return applyDecorators(
    Type(() => Date),
    IsDate({ message: '$property must be an ISO 8601 timestamp with an offset, such as 2026-01-31T09:30:00Z' }),
  );
}
