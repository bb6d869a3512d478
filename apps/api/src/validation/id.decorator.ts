import { invalidField } from '@errand/errors';
import { Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';

/** A path parameter that is an id: 400 when it is no UUID, so that 404 always means a well-formed id. */
export function Id(name = 'id'): ParameterDecorator {
  const pipe = {
    transform(value: unknown): string {
      if (!isUUID(value)) throw invalidField(name, 'must be a UUID');
      return (value as string).toLowerCase();
    },
  };
  return (target, property, index) => {
    if (property === undefined) throw new Error('@Id() is for parameters of handlers');
    Param(name, pipe)(target, property, index);
    const handler = Object.getOwnPropertyDescriptor(target, property);
    if (handler) ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(target, property, handler);
  };
}
