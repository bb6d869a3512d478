/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} [figure] with its unit
 * @property {number} [value] the figure as the target means it, where the target is not for the ratio
 * @property {number | undefined} [ratio]
 * @property {string} [of] what the ratio is to
 * @property {string} [note]
 * @property {{ least?: number, most?: number, unit?: string }} [target] for the ratio; with a unit, for `value`
 */
/** @typedef {Row & { part: string }} PartRow */

const header = ['part', 'what', 'figure', 'ratio', 'target', 'met', 'note'];

/** @param {PartRow[]} rows @returns {string} a Markdown table */
export function table(rows) {
  const cells = rows.map((row) => [
    row.part,
    row.what,
    row.figure ?? '',
    row.ratio === undefined ? '' : `${row.ratio.toFixed(2)} of ${row.of}`,
    targetText(row),
    metText(row),
    row.note ?? '',
  ]);
  return markdown(header, cells);
}

/** @param {string[]} header @param {string[][]} body @returns {string} */
export function markdown(header, body) {
  const cells = [header, ...body];
  const widths = header.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return lines.join('\n');
}

/** @param {Row} row */
function targetText({ target }) {
  if (!target) return '';
  const { least, most, unit = '' } = target;
  const bound = least === undefined ? `≤ ${most?.toLocaleString('en-US')}` : `≥ ${least.toLocaleString('en-US')}`;
  return /^\w/.test(unit) ? `${bound} ${unit}` : bound + unit;
}

/** @param {Row} row */
function metText({ target, ratio, value }) {
  const measured = target?.unit === undefined ? ratio : value;
  if (!target || measured === undefined) return '';
  return measured >= (target.least ?? -Infinity) && measured <= (target.most ?? Infinity) ? 'yes' : 'no';
}
