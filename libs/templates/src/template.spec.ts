import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ModuleKind, transpileModule } from 'typescript';
import { compileTemplate } from './template';
import { TemplateFailed, type TemplateProblem } from './template-errors';

const scope = {
  scheduledAt: '2026-01-05T03:30:00.000Z',
  commerce: null,
  recipient: { firstName: 'Ana & Co', lastName: null },
  attributes: { n: 3, empty: '', 'with space': 'x', items: [{ name: 'tea', isNew: true }, { name: 'salt' }], list: [] },
};
const render = (source: string, given: object = scope) => compileTemplate(source, 'none').render(given);
const failure = (source: string, given: object = scope) => {
  try {
    return { text: render(source, given) };
  } catch (error) {
    return error as TemplateFailed;
  }
};
const problem = (source: string) => {
  try {
    compileTemplate(source, 'none');
    return null;
  } catch (error) {
    return error as TemplateProblem;
  }
};

describe('a template', () => {
  it('inserts what an activity has, escaped as its place needs it', () => {
    expect(render('Hola {{ recipient.firstName }}: {{ attributes.n }}')).toBe('Hola Ana & Co: 3');
    expect(compileTemplate('<b>{{ recipient.firstName }}</b>', 'html').render(scope)).toBe('<b>Ana &amp; Co</b>');
    expect(compileTemplate('{"n":{{ recipient.firstName }}}', 'json').render(scope)).toBe('{"n":"Ana & Co"}');
    expect(compileTemplate('/a/{{ recipient.firstName }}', 'url').render(scope)).toBe('/a/Ana%20%26%20Co');
    expect(compileTemplate('Hi\n{{ a }}', 'line').render({ a: 'b\r\nBcc: c' })).toBe('Hi b Bcc: c');
    expect(compileTemplate('<Say>{{ a }}</Say>', 'xml').render({ a: "<\u0001'" })).toBe('<Say>&lt;&apos;</Say>');
  });

  it.each(['html', 'xml', 'json'] as const)('escapes for %s whatever inserts it', (escaping) => {
    const once = compileTemplate('{{ a }}', escaping).render({ a: '<' });
    const others = ['{% echo a %}', '{% liquid echo a %}', '{% cycle a %}', '{% if a %}{{- a -}}{% endif %}'];
    for (const source of others) expect(compileTemplate(source, escaping).render({ a: '<' })).toBe(once);
  });

  it('makes JSON of the same value with the filter json and without', () => {
    expect(compileTemplate('{"a":{{ a | json }},"b":{{ a }}}', 'json').render({ a: 'x"y' })).toBe(
      '{"a":"x\\"y","b":"x\\"y"}',
    );
  });

  it.each([
    ['"Hola {{ a }}!"', '"Hola x\\"y!"'],
    ['{"{{ a }}":"{{ n }} {{ list }}"}', '{"x\\"y":"3 [\\"z\\"]"}'],
    ['["\\"{{ n }}", {{ n }}, "\\\\", {{ a }}]', '["\\"3", 3, "\\\\", "x\\"y"]'],
    ['{% for z in list %}"{{ z }}{{ z }}",{% endfor %}{{ n }}', '"zz",3'],
    [
      '{% capture c %}to {{ a }} {{ n }}{% endcapture %}[{{ c }},"{{ c | upcase }}",{{ c | size }}]',
      '["to x\\"y 3","TO X\\"Y 3",8]',
    ],
  ])('puts a value within quotes of JSON into their text: %s', (source, rendered) => {
    expect(compileTemplate(source, 'json').render({ a: 'x"y', n: 3, list: ['z'] })).toBe(rendered);
  });

  it.each([
    ['{{ attributes.discount }}', 'attributes.discount'],
    ['{{ attributes["discount"] }}', 'attributes.discount'],
    ['{{ attributes.items[1].price }}', 'attributes.items[1].price'],
    ['{{ commerce.name }}', 'commerce.name'],
    ['{{ recipient.lastName }}', 'recipient.lastName'],
    ['{{ recipient.lastName | upcase | default: "you" }}', 'recipient.lastName'],
    ['{{ nothing }}', 'nothing'],
    ['{% for item in attributes.none %}{% endfor %}', 'attributes.none'],
    ['{{ attributes.list | first }}', 'attributes.list'],
    ['{{ attributes.toString }}', 'attributes.toString'],
    ['{{ attributes.constructor.name }}', 'attributes.constructor.name'],
    ['{{ __proto__ }}', '__proto__'],
  ])('%s fails, naming %s', (source, variable) => {
    expect(failure(source)).toMatchObject({ name: 'TemplateFailed', variable });
  });

  it.each([
    ['Dear {{ recipient.lastName | default: "customer" }}', 'Dear customer'],
    ['{% if attributes.discount %}{{ attributes.discount }}{% else %}none{% endif %}', 'none'],
    ['{% unless commerce.name %}no store{% endunless %}', 'no store'],
    ['{% if recipient.lastName == null %}null{% endif %}', 'null'],
    ['{{ attributes.items | where: "isNew" | map: "name" | join: ", " }}', 'tea'],
    ['{% for i in attributes.items %}{{ forloop.index }} {{ i.name }};{% endfor %}', '1 tea;2 salt;'],
    ['{{ attributes.items.size }}{{ attributes["with space"] }}{{ attributes.empty }}', '2x'],
    ['{% raw %}{{ a }}{% endraw %}', '{{ a }}'],
  ])('%s is %j', (source, text) => {
    expect(render(source)).toBe(text);
  });

  it('names what it reads, and where nothing of it may be missing', () => {
    const source =
      '{{ a.b }}{{ c | default: d }}{% if e.f %}{{ e.f }}{% endif %}{% for g in h %}{{ g.i }}{% endfor %}' +
      '{% assign j = k %}{{ j }}{{ l["m"][n.o].p }}{{ c }}';
    const found = compileTemplate(source, 'none').variables.map(({ path, isOptional }) => [path.join('.'), isOptional]);
    expect(Object.fromEntries(found)).toEqual({
      ...{ 'a.b': false, c: false, d: false, 'e.f': true, h: false, k: true, 'l.m': false, 'n.o': false },
    });
  });

  it.each([
    ['a\n {{ b | nothing: }}', 2, 2, 'there is no filter nothing'],
    ['a\nb {% if c %}', 2, 3, 'not closed'],
    ['{{ a | raw }}', 1, 1, 'there is no filter raw'],
    ['\r\n\n{% include "x" %}', 3, 1, 'there is no tag include'],
    ['{% render "/etc/passwd" %}', 1, 1, 'there is no tag render'],
    ['{% layout "x" %}', 1, 1, 'there is no tag layout'],
    ['{% liquid\n assign a = 1\n nothing a\n%}', 3, 2, 'there is no tag nothing'],
    ['{{ a | sample }}', 1, 1, 'there is no filter sample'],
    ['x\n  {{ "now" | date: "%Y" }}', 2, 3, 'time of sending'],
    ["{% assign t = 'today' | upcase | date: '%d' %}", 1, 1, 'time of sending'],
    ['{{ }}', 1, 4, 'invalid value'],
    ['{{ a', 1, 1, 'not closed'],
  ])('%j does not compile: line %i, column %i, %s', (source, line, column, message) => {
    expect(problem(source)).toMatchObject({
      ...{ name: 'TemplateProblem', line, column },
      message: expect.stringContaining(message) as string,
    });
  });

  // Of the second, the parser may exhaust the stack or not, by how hot its code is: the answer is the same.
  it.each([60, 5_500])('does not compile when it is nested %i deep', (depth) => {
    const source = '{%if a%}'.repeat(depth) + '{%endif%}'.repeat(depth);
    expect(problem(source)).toMatchObject({
      name: 'TemplateProblem',
      message: expect.stringContaining('nested') as string,
    });
  });

  it('has no clock in what comes from data either', () => {
    expect(failure('{{ a | date: "%Y" }}', { a: 'now' })).toMatchObject({ name: 'TemplateFailed' });
    expect(failure('{% assign t = "today" %}{{ t | date: "%Y" }}')).toMatchObject({ name: 'TemplateFailed' });
  });

  it.each([
    ['{{ t | date: "%Y-%m-%d %H:%M:%S %z" }}', '2026-01-05 03:30:00 +0000'],
    ['{{ t | date: "%A %-d %B, %-I:%M %p", "America/Bogota" }}', 'Sunday 4 January, 10:30 PM'],
    ['{{ t | date: "%a %d de %B", "America/Bogota", "es" }}', 'dom 04 de enero'],
    ['{{ t | date: "%H:%M %:z", 300 }}', '22:30 -05:00'],
    ['{{ t | date: "%F %T %s %j %u" }}', '2026-01-05 03:30:00 1767583800 005 1'],
    ['{{ "2026-07-04" | date: "%d/%m/%Y", "America/Bogota" }}', '04/07/2026'],
    ['{{ "2026-07-04 08:00" | date: "%H:%M %z", "America/New_York" }}', '08:00 -0400'],
    ['{{ "2026-07-04T08:00:00-0500" | date: "%H:%M" }}', '13:00'],
    ['{{ 0 | date }}', '1970-01-01 00:00'],
    ['{{ "tomorrow" | date: "%d" }}', 'tomorrow'],
  ])('%s is %s', (source, text) => {
    expect(render(source, { t: scope.scheduledAt })).toBe(text);
  });

  it('refuses a time zone and a language that there is none of', () => {
    expect(failure('{{ 0 | date: "%d", "Mars/Base" }}')).toMatchObject({ message: 'there is no time zone Mars/Base' });
    expect(failure('{{ 0 | date: "%B", "UTC", "x y" }}')).toMatchObject({ message: 'there is no locale x y' });
  });

  it.each(['Asia/Kolkata', 'America/New_York', 'UTC'])('gives the same dates in a process in %s', (zone) => {
    const source = readFileSync(join(__dirname, 'date-filter.ts'), 'utf8');
    const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS } });
    const given = ['2026-01-05T03:30:00.000Z', '2026-03-08 02:30', '2026-01-05', 1_767_583_800];
    const run = `${JSON.stringify(given)}.map((time) => exports.formatDate(time, '%c %z %Z %s', 'Europe/Berlin'))`;
    const printed = execFileSync(process.execPath, ['-p', `exports = {};${outputText};JSON.stringify(${run})`], {
      env: { TZ: zone, LANG: 'es_CO.UTF-8' },
    });
    expect(JSON.parse(String(printed))).toEqual([
      'Mon Jan  5 04:30:00 2026 +0100 Europe/Berlin 1767583800',
      'Sun Mar  8 02:30:00 2026 +0100 Europe/Berlin 1772933400',
      'Mon Jan  5 00:00:00 2026 +0100 Europe/Berlin 1767567600',
      'Mon Jan  5 04:30:00 2026 +0100 Europe/Berlin 1767583800',
    ]);
  });

  it.each([
    ['{% for i in (1..1000000000) %}{% endfor %}', 'it makes too much text'],
    ['{% for i in (1..400000) %}{% endfor %}', 'it takes too much work'],
    ['{% for i in (1..1000) %}{% for j in (1..1000) %}{% endfor %}{% endfor %}', 'it takes too much work'],
    [
      '{% assign a = "aaaaaaaa" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}',
      'it makes too much text',
    ],
    ['{% for i in (1..40000) %}{% raw %}' + 'x'.repeat(1000) + '{% endraw %}{% endfor %}', 'it makes more than'],
    ['{% for i in (1..1000) %}{% if list contains 1 %}{% endif %}{% endfor %}', 'it takes too much work'],
    ['{% for i in (1..1000) %}{% if deep == deep %}{% endif %}{% endfor %}', 'it takes too much work'],
    ['{{ text' + ' | url_encode'.repeat(5000) + ' }}', 'it takes too much work'],
    ['{{ (1..100000)' + ' | map: "size"'.repeat(50) + ' }}', 'it takes too much work'],
    ['{% capture a %}{% for i in (1..40000) %}' + 'y'.repeat(20_000) + '{% endfor %}{% endcapture %}{{ a }}', 'it '],
  ])('%#: a template that does too much fails', (source, message) => {
    const list = Array.from({ length: 20_000 }, () => 0);
    const given = { list, deep: [list], text: 'é'.repeat(100_000) };
    expect(failure(source, given)).toMatchObject({
      name: 'TemplateFailed',
      message: expect.stringContaining(message) as string,
    });
  });

  it('refuses a source that is too long', () => {
    expect(problem('x'.repeat(100_001))).toMatchObject({ name: 'TemplateProblem', line: 1, column: 1 });
  });

  it('does not know any variable of another rendering', () => {
    const template = compileTemplate('{% assign a = b %}{{ a }}', 'none');
    expect([template.render({ b: 1 }), template.render({ b: 2 })]).toEqual(['1', '2']);
    expect(failure('{{ a }}', { b: 1 })).toMatchObject({ variable: 'a' });
  });

  it('gives nothing that cannot be stored', () => {
    expect(render('a\0b{{ c }}', { c: '\0\ud800d' })).toBe('ab\u{fffd}d');
    expect(compileTemplate('{{ c }}', 'json').render({ c: { d: ['\0\udc00'] } })).toBe('{"d":["\u{fffd}"]}');
    expect(compileTemplate('{{ c }}', 'url').render({ c: '\udc00' })).toBe('%EF%BF%BD');
  });

  it('inserts no number that is none, and no path that leads elsewhere', () => {
    expect(failure('{{ 1 | divided_by: 0 }}')).toMatchObject({ message: 'Infinity is not a number to insert' });
    expect(() => compileTemplate('/a/{{ b }}', 'url').render({ b: '..' })).toThrow(TemplateFailed);
  });
});

describe('whatever is inserted', () => {
  it('leaves JSON parsable, and comes out of it as it was', () => {
    const json = compileTemplate('{"a":{{ a }},"b":[{{ b }},{{ a | json }}]}', 'json');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.jsonValue().filter((value) => value !== null),
        (a, b) => {
          const parsed = JSON.parse(json.render({ a, b })) as { a: unknown; b: unknown[] };
          expect(parsed).toEqual(JSON.parse(JSON.stringify({ a, b: [b, a] }).replaceAll('\\u0000', '')));
        },
      ),
    );
  });

  it('is within quotes of JSON a part of their text, and does not end it', () => {
    const json = compileTemplate('{"a":"<{{ a }}{{ b }}>"}', 'json');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.jsonValue().filter((value) => value !== null),
        (a, b) => {
          const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
          expect((JSON.parse(json.render({ a, b })) as { a: string }).a.replaceAll('\\u0000', '')).toBe(
            `<${text(a)}${text(b)}>`.replaceAll('\0', '').replaceAll('\\u0000', ''),
          );
        },
      ),
    );
  });

  it.each(['html', 'xml'] as const)('brings no tag, quote or entity of its own into %s', (escaping) => {
    const template = compileTemplate('{{ a }}', escaping);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.jsonValue().filter((value) => value !== null),
        ),
        (a) => {
          const text = template.render({ a });
          expect(text).not.toMatch(/[<>"']/);
          expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;|apos;)/);
        },
      ),
    );
  });
});
