import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export const attributeKeyPattern = /^[\w.:-]{1,100}$/;

/** Letters, digits and `_ . : -`, at most 100: what a path can name. */
export function IsAttributeKey(): PropertyDecorator {
  const message = '$property must be 1 to 100 letters, digits, dots, colons, underscores and hyphens';
  return applyDecorators(
    Matches(attributeKeyPattern, { message }),
    ApiProperty({ pattern: attributeKeyPattern.source }),
  );
}
