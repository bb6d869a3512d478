/** What a call says, as TwiML. @param language BCP 47 */
export function sayTwiml(say: string, language: string): string {
  return `<Response><Say language="${xmlText(language)}">${xmlText(say)}</Say></Response>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Without the characters that XML 1.0 §2.2 has no form for. */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const name = String.raw`[\p{L}_:][\p{L}\p{N}\p{M}_:.\-]*`;
const reference = String.raw`&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);`;
const attribute = String.raw`\s+${name}\s*=\s*(?:"(?:[^<&"]|${reference})*"|'(?:[^<&']|${reference})*')`;
const pieces = new RegExp(
  [
    String.raw`<!--(?:(?!--)[^])*-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>`,
    `<(?<start>${name})(?:${attribute})*\\s*(?<empty>/?)>`,
    `</(?<end>${name})\\s*>`,
    `(?<text>(?:[^<&]|${reference})+)`,
  ].join('|'),
  'uy',
);

/** Why the text is not a well-formed `<Response>`, or null. */
export function twimlProblem(twiml: string): string | null {
  const open: string[] = [];
  let roots = 0;
  pieces.lastIndex = 0;
  for (let at = 0; at < twiml.length; at = pieces.lastIndex) {
    const piece = pieces.exec(twiml);
    if (piece === null) return `is not well-formed XML at ${placeOf(twiml, at)}`;
    const { start, end, empty, text } = piece.groups ?? {};
    if (open.length === 0 && text !== undefined && text.trim() !== '') return 'has text outside <Response>';
    if (start !== undefined) {
      if (open.length === 0 && (roots += 1) > 1) return 'has more than one root element';
      if (open.length === 0 && start !== 'Response') return 'must have the root element <Response>';
      if (empty === '') open.push(start);
    }
    if (end !== undefined && open.pop() !== end) return `closes <${end}> at ${placeOf(twiml, at)}, which is not open`;
  }
  const last = open.at(-1);
  if (last !== undefined) return `does not close <${last}>`;
  return roots === 0 ? 'must have the root element <Response>' : null;
}

/** The same for a template, as far as one can tell before it is rendered: tags decide which elements there will be. */
export function twimlTemplateProblem(template: string): string | null {
  return template.includes('{%') ? null : twimlProblem(template.replace(/\{\{[^]*?\}\}/g, 'x'));
}

function placeOf(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
