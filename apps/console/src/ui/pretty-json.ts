const tokens = /"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[{}[\],:]|[^\s{}[\],:"]+/g;

/** An object or a list in JSON with a line for each of its parts, every value written as it was; other text as it is. */
export function prettyJson(text: string): string {
  if (!isStructure(text)) return text;
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return (text.match(tokens) ?? [])
    .map((token) => {
      if (token === '{' || token === '[') {
        depth += 1;
        return token + line();
      }
      if (token === '}' || token === ']') {
        depth -= 1;
        return line() + token;
      }
      if (token === ',') return token + line();
      return token === ':' ? ': ' : token;
    })
    .join('');
}

function isStructure(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
