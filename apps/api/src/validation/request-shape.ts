import { IS_ARRAY } from 'class-validator';
import { rulesOf, typeOf } from './class-rules';
import { COMMA_LIST } from './comma-list.decorator';
import { type Sizes, sizesOf } from './sizes';
import { HAS_TEXTS } from './texts.decorator';

export type RequestClass = new () => object;

/** What one documented field of a request class takes. */
export interface RequestField {
  name: string;
  isArray: boolean;
  /** An array that a body too may give as a text with commas. */
  isCommaList: boolean;
  /** False: null is refused. Undefined where the OpenAPI plugin has not seen the class. */
  nullable: boolean | undefined;
  /** It is read apart, by whom it concerns; of a list each item, so that a bad one refuses no other. */
  isReadApart: boolean;
  /** An object of texts, whose members a query gives one by one. */
  hasTexts: boolean;
  /** From `@Type()`: how text is read; a request class is read recursively. */
  type: 'asIs' | 'number' | 'boolean' | 'date' | RequestClass;
  most: Sizes;
}

export interface RequestShape {
  /** By both spellings, `scheduledAt` and `scheduled_at`. */
  fields: ReadonlyMap<string, RequestField>;
  /** What the class itself initialises; only values that need no copy. */
  defaults: Readonly<Record<string, unknown>>;
}

const readApart = Symbol('read apart');

/** Marks what is given to `readRequest` apart: an object, or the items of a list one by one, each with its own problems. */
export function ReadApart(): PropertyDecorator {
  return Reflect.metadata(readApart, true);
}

const shapes = new Map<RequestClass, RequestShape>();

/** The shape of a request class, from its class-validator, `@Type()` and OpenAPI metadata; computed once. */
export function shapeOf(requestClass: RequestClass): RequestShape {
  const known = shapes.get(requestClass);
  if (known) return known;
  const fields = new Map<string, RequestField>();
  for (const name of validatedProperties(requestClass)) {
    const field = describe(requestClass, name);
    fields.set(name, field);
    fields.set(snakeCase(name), field);
  }
  const initial = Object.entries(new requestClass()).filter(([, value]) => value !== undefined);
  const shape = { fields, defaults: Object.fromEntries(initial) as Record<string, unknown> };
  shapes.set(requestClass, shape);
  return shape;
}

export function isRequestClass(type: unknown): type is RequestClass {
  if (typeof type !== 'function') return false;
  return shapes.has(type as RequestClass) || validatedProperties(type as RequestClass).length > 0;
}

function validatedProperties(type: RequestClass): string[] {
  return [...new Set(rulesOf(type).map(({ propertyName }) => propertyName))];
}

function describe(requestClass: RequestClass, name: string): RequestField {
  const itsRules = rulesOf(requestClass).filter(({ propertyName }) => propertyName === name);
  // Said by its rule: the compiler emits no Array for a type such as `string[] | null`.
  const rules = new Set(itsRules.map((rule) => rule.name));
  const isReadApart = Reflect.hasMetadata(readApart, requestClass.prototype as object, name);
  return {
    name,
    isArray: rules.has(IS_ARRAY) || rules.has(COMMA_LIST),
    isCommaList: rules.has(COMMA_LIST),
    isReadApart,
    hasTexts: rules.has(HAS_TEXTS),
    nullable: isNullable(requestClass, name),
    type: readAs(typeOf(requestClass, name)),
    most: sizesOf(itsRules),
  };
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
