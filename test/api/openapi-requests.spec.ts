import 'reflect-metadata';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { getMetadataStorage } from 'class-validator';
import { readRequest, type RequestSource } from '../../apps/api/src/validation/read-request';
import { isRequestClass, type RequestClass, shapeOf } from '../../apps/api/src/validation/request-shape';
import { startApi, type TestApi } from '../support/api';
import {
  asJsonSchema,
  type Document,
  type Operation,
  operationsOf,
  readDocument,
  type Schema,
} from '../support/openapi';

/** One property of a request class as the document shows it. */
interface ShownField {
  place: string;
  type: RequestClass;
  name: string;
  source: RequestSource;
  schema: Schema;
  isRequired: boolean;
  /** Whether the document takes a value. */
  takes: ValidateFunction;
}

/** Either of two forms, of which each is checked where it is read. */
const ofEitherForm = ['EvaluateRulesRequest.action', 'CreateRuleRequest.condition', 'UpdateRuleRequest.condition'];

/** Rules of a field that JSON Schema cannot say; the description does. */
const toldInWords =
  /^(must have|must not have|must be an object of at most|must be a valid IANA time-zone)|or a time such as 10:30$|must be a UUID or an ISO 8601 |must be a network such as /;

/** “scheduledAt must be …”, of a list also “each value in channels must be …”. */
const aboutTheField =
  /^(each value in \w+ )?(must( not)?|is|has|should not) (?!match )(?!.*(conforming|regular expression))/;

let api: TestApi;
let document: Document;
let fields: ShownField[];

beforeAll(async () => {
  api = await startApi();
  document = await readDocument(api.url);
  fields = fieldsOf(api, document);
});

afterAll(() => api.close());

describe('what the document says of a field of a request', () => {
  it('is there for every field', () => {
    // Base classes of queries, and what is only nested in what is read apart, are nowhere by themselves.
    const shown = [
      ...classes().map(
        (type) => [type, Object.keys(document.components.schemas[type.name]?.properties ?? {})] as const,
      ),
      ...queriesOf(api, document).map(({ type, parameters }) => [type, parameters.map(({ name }) => name)] as const),
    ].filter(([, names]) => names.length > 0);
    const missing = shown.flatMap(([type, names]) =>
      namesOf(type)
        .filter((name) => !names.includes(name))
        .map((name) => `${type.name}.${name}`),
    );
    expect(missing).toEqual([]);
    expect(shown.map(([type]) => type.name)).toEqual(
      expect.arrayContaining(['CreateActivityRequest', 'RedriveFilterRequest', 'ListActivitiesRequest']),
    );
    for (const name of [
      'CreateDispatchConfigRequest',
      'TargetCriterionRequest',
      'CreateTargetResolutionConfigRequest',
    ]) {
      expect(document.components.schemas[name]?.properties).toHaveProperty('priority.minimum');
    }
  });

  it('is what is checked: of every value at its bounds and beside them', () => {
    const wrong: string[] = [];
    for (const field of fields.filter(({ place }) => !ofEitherForm.includes(place))) {
      for (const value of probesOf(field).filter((probe) => !isListAsText(field, probe))) {
        const isTaken = field.takes(value);
        const problems = problemsOf(field, value);
        if (isTaken === (problems.length === 0) || problems.some((message) => toldInWords.test(message))) continue;
        wrong.push(`${field.place} ${isTaken ? 'takes' : 'refuses'} ${briefly(value)}: ${problems.join()}`);
      }
      if (field.isRequired !== problemsOf(field, undefined).length > 0) wrong.push(`${field.place}: required`);
    }
    expect(wrong).toEqual([]);
  });

  it('is refused in words about the field', () => {
    const odd = new Set<string>();
    for (const field of fields) {
      for (const value of probesOf(field)) {
        for (const message of problemsOf(field, value))
          if (!aboutTheField.test(message)) odd.add(`${field.place} ${message}`);
      }
    }
    expect([...odd]).toEqual([]);
  });

  it('has what a field is when it is left out', () => {
    const wrong = fields.filter(({ type, name, schema }) => {
      const initial = (new type() as Record<string, unknown>)[name];
      return initial !== undefined && JSON.stringify(schema.default) !== JSON.stringify(initial);
    });
    expect(wrong.map(({ place }) => place)).toEqual([]);
  });
});

function problemsOf({ type, name, source }: ShownField, value: unknown): string[] {
  const { problems } = readRequest(type, value === undefined ? {} : { [name]: asSent(value, source) }, source);
  return problems.filter(({ field }) => field.split(/[.[]/)[0] === name).map(({ message }) => message);
}

/** The document shows the list alone; it may also be given as it stands in a query, with commas. */
function isListAsText({ type, name, source }: ShownField, value: unknown): boolean {
  return source === 'body' && typeof value === 'string' && shapeOf(type).fields.get(name)?.isCommaList === true;
}

/** In a query everything is text. */
function asSent(value: unknown, source: RequestSource): unknown {
  if (source === 'body') return value;
  return Array.isArray(value) ? value.map(String) : String(value);
}

const id = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';
const time = '2026-01-31T09:30:00.000Z';

/** Values of every type, those at the bounds that the document names, and those just beyond them. */
function probesOf({ schema, source }: ShownField): unknown[] {
  if (source === 'body') return [null, [], {}, ...listsOf(schema), ...valuesOf(schema)];
  const isText = schema.type === 'string';
  // Text that reads as a number is one in a query; an empty list cannot be said.
  return schema.type === 'array'
    ? listsOf(schema).filter((list) => list.length > 0 && list.every((item) => typeof item === 'string' && item !== ''))
    : valuesOf(schema).filter((value) => isText === (typeof value === 'string'));
}

function valuesOf({ minLength = 0, maxLength, minimum, maximum, enum: values = [] }: Schema): unknown[] {
  const texts = ['', ' ', 'a', 'ab1', '12345', 'a@b', id, time, '2026-02-30T00:00:00Z', ...values];
  const lengths = [minLength - 1, minLength, maxLength ?? 0, (maxLength ?? 0) + 1].filter((length) => length > 0);
  const bounds = [minimum, maximum].filter((bound) => bound !== undefined);
  const numbers = [0, -1, 1, 1.5, 100, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])];
  return [...texts, ...lengths.map((length) => 'x'.repeat(length)), ...numbers, true];
}

function listsOf({ items, minItems = 0, maxItems = 0 }: Schema): unknown[][] {
  if (!items) return [];
  const values = valuesOf(items);
  const many = (length: number) =>
    Array.from({ length }, (_, index) =>
      items.format === 'uuid' ? `${index}`.padStart(8, '0') + id.slice(8) : `x${index}`,
    );
  const isFree = items.type === 'string' && !items.enum;
  return [
    ...values.map((value) => [value]),
    ...(items.enum ?? [id]).map((value) => [value, value]),
    ...(isFree ? [minItems, maxItems, maxItems + 1].map(many) : []),
    [{}],
  ];
}

function briefly(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 40)}… (${text.length})` : text;
}

function fieldsOf(api: TestApi, document: Document): ShownField[] {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema({ $id: 'document', ...asJsonSchema(document) });
  const compile = (schema: Schema) => ajv.compile(asJsonSchema(schema));
  const ofBodies = classes().flatMap((type) => {
    const { properties = {}, required = [] } = document.components.schemas[type.name] ?? {};
    // What is read apart, is checked as a class of its own.
    const read = Object.entries(properties).filter(([name]) => shapeOf(type).fields.get(name)?.isReadApart === false);
    return read.map(([name, schema]): ShownField => {
      const place = `${type.name}.${name}`;
      return { place, type, name, source: 'body', schema, isRequired: required.includes(name), takes: compile(schema) };
    });
  });
  const ofQueries = queriesOf(api, document).flatMap(({ type, operation, parameters }) =>
    parameters.map(({ name, required = false, schema }): ShownField => {
      const place = `${operation.name} ${name}`;
      return { place, type, name, source: 'query', schema, isRequired: required, takes: compile(schema) };
    }),
  );
  return [...ofBodies, ...ofQueries];
}

/** All that have rules. */
function classes(): RequestClass[] {
  const rules = getMetadataStorage() as unknown as { validationMetadatas: Map<RequestClass, unknown> };
  return [...rules.validationMetadatas.keys()];
}

function namesOf(type: RequestClass): string[] {
  return [...new Set([...shapeOf(type).fields.values()].map(({ name }) => name))];
}

interface Query {
  type: RequestClass;
  operation: Operation;
  parameters: NonNullable<Operation['parameters']>;
}

/** Each class that a handler takes as its query, with the parameters that are shown for it. */
function queriesOf({ app }: TestApi, document: Document): Query[] {
  const operations = new Map(operationsOf(document).map((operation) => [operation.operationId, operation]));
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      const { name: controller, prototype } = metatype as { name: string; prototype: object };
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const operation = operations.get(`${controller.replace(/Controller$/, '')}_${method}`);
        if (!operation) return [];
        const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as RequestClass[];
        const parameters = operation.parameters?.filter((parameter) => parameter.in === 'query') ?? [];
        const asked = types.filter((type) => isRequestClass(type) && !document.components.schemas[type.name]);
        return asked.map((type) => ({ type, operation, parameters }));
      });
    });
}
