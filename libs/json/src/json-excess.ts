/** Far deeper than any value may be, so that one item of a batch that is too deep is refused by itself. */
const maxLevels = 1_000;

/**
 * Reading a value takes up to a microsecond, whatever its length. Four megabytes of a document as people write it have a
 * value in every twenty bytes.
 */
const maxValues = 200_000;

const [quote, backslash, comma, openList, closeList, openObject, closeObject] = Buffer.from('"\\,[]{}');

/**
 * What of a JSON text is more than is read, before anything is made of it; undefined when nothing is. Goes over the
 * bytes once; of a text that is no JSON it may say either.
 */
export function jsonExcess(json: Buffer): string | undefined {
  let levels = 0;
  let values = 1;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) at = closingQuote(json, at);
    else if (byte === comma) values += 1;
    else if (byte === openList || byte === openObject) {
      levels += 1;
      values += 1;
      if (levels > maxLevels) return `is nested deeper than ${maxLevels} levels`;
    } else if (byte === closeList || byte === closeObject) levels -= 1;
    if (values > maxValues) return `has more than ${maxValues} values`;
  }
  return undefined;
}

function closingQuote(json: Buffer, opening: number): number {
  for (let at = opening + 1; at < json.length; at += 1) {
    if (json[at] === backslash) at += 1;
    else if (json[at] === quote) return at;
  }
  return json.length;
}
