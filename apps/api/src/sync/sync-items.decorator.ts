import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { ReadApart } from '../validation/request-shape';

const maxItems = 1000;

/** The `items` of a sync: validated one by one by `syncItems()`, since a bad one must not reject the others. */
export function SyncItems(item: Type): PropertyDecorator {
  return applyDecorators(
    ReadApart(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(maxItems),
    ApiProperty({ type: [item], minItems: 1, maxItems }),
  );
}
