import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export const attributeKeyPattern = /^[\w.:-]{1,100}$/;

/** Letters, digits and `_ . : -`, at most 100: what a path can name. */
export function IsAttributeKey(): PropertyDecorator {
  return applyDecorators(Matches(attributeKeyPattern), ApiProperty({ pattern: attributeKeyPattern.source }));
}
