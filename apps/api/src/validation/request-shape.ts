import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage } from 'class-validator';

export type RequestClass = new () => object;

/** What one documented field of a request class takes. */
export interface RequestField {
  name: string;
  isArray: boolean;
  /** False: null is refused. Undefined where the OpenAPI plugin has not seen the class. */
  nullable: boolean | undefined;
  /** From `@Type()`: how text is read; a request class is read recursively. */
  type: 'asIs' | 'number' | 'boolean' | 'date' | RequestClass;
}

/** The fields of a request class by both spellings, `scheduledAt` and `scheduled_at`. */
export type RequestShape = ReadonlyMap<string, RequestField>;

const shapes = new Map<RequestClass, RequestShape>();

/** The shape of a request class, from its class-validator, `@Type()` and OpenAPI metadata; computed once. */
export function shapeOf(requestClass: RequestClass): RequestShape {
  const known = shapes.get(requestClass);
  if (known) return known;
  const shape = new Map<string, RequestField>();
  for (const name of validatedProperties(requestClass)) {
    const field = describe(requestClass, name);
    shape.set(name, field);
    shape.set(snakeCase(name), field);
  }
  shapes.set(requestClass, shape);
  return shape;
}

export function isRequestClass(type: unknown): type is RequestClass {
  return typeof type === 'function' && validatedProperties(type as RequestClass).length > 0;
}

function validatedProperties(type: RequestClass): string[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))];
}

function describe(requestClass: RequestClass, name: string): RequestField {
  const declared: unknown = Reflect.getMetadata('design:type', requestClass.prototype as object, name);
  const type = defaultMetadataStorage.findTypeMetadata(requestClass, name)?.typeFunction() ?? declared;
  return { name, isArray: declared === Array, nullable: isNullable(requestClass, name), type: readAs(type) };
}

function readAs(type: unknown): RequestField['type'] {
  if (type === Number) return 'number';
  if (type === Boolean) return 'boolean';
  if (type === Date) return 'date';
  return isRequestClass(type) ? type : 'asIs';
}

type OpenApiMetadata = Record<string, { nullable?: boolean } | undefined>;

function isNullable(requestClass: RequestClass, name: string): boolean | undefined {
  for (let type: unknown = requestClass; typeof type === 'function'; type = Object.getPrototypeOf(type)) {
    const factory = Object.getOwnPropertyDescriptor(type, '_OPENAPI_METADATA_FACTORY')?.value as
      (() => OpenApiMetadata) | undefined;
    const metadata = factory?.()[name];
    if (metadata) return metadata.nullable === true;
  }
  return undefined;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
