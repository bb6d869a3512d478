import { ApiProperty } from '@nestjs/swagger';

/** Whatever JSON can say but null. */
export type JsonValue = object | string | number | boolean;

/** Documents a field that holds any JSON value. Declare it as `JsonValue | null`: only so may a request say null. */
export function ApiJsonValue(
  description: string,
  { required = true, example }: { required?: boolean; example?: JsonValue } = {},
): PropertyDecorator {
  const [text, number, boolean] = [{ type: 'string' }, { type: 'number', format: 'double' }, { type: 'boolean' }];
  const [object, list] = [
    { type: 'object', additionalProperties: true },
    { type: 'array', items: {} },
  ];
  const oneOf = [text, number, boolean, object, list];
  return ApiProperty({ description, required, nullable: true, oneOf, ...(example !== undefined && { example }) });
}
