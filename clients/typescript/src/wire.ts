/** Below `/v1` the wire is in snake_case, and times are text; here they are in camelCase, and Dates. */

type CamelCase<Name> = Name extends `${infer First}_${infer Rest}` ? `${First}${Capitalize<CamelCase<Rest>>}` : Name;

type TimeName = `${string}_at` | `${string}_for` | `${string}_from`;

type Read<Name, Value> = Name extends TimeName ? Date | Extract<Value, null> : Value;

/** An object of the wire as the client shows it. What its fields hold is left as it is. */
export type FromWire<Wire> = { [Name in keyof Wire as CamelCase<Name>]: Read<Name, Wire[Name]> };

export function fromWire<Wire extends object>(wire: Wire): FromWire<Wire> {
  const fields = Object.entries(wire).map(([name, value]: [string, unknown]) => {
    const isTime = /_(at|for|from)$/.test(name) && typeof value === 'string';
    return [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), isTime ? new Date(value) : value];
  });
  return Object.fromEntries(fields) as FromWire<Wire>;
}

/** The other way round; what is undefined is left out. */
export function toWire(fields: object): Record<string, unknown> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]: [string, unknown]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value instanceof Date ? value.toISOString() : value,
    ]),
  );
}
