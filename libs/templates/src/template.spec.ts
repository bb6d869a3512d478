import { compileTemplate } from './template';
import { TemplateFailed, TemplateProblem } from './template-errors';

describe('a template', () => {
  const scope = { recipient: { firstName: 'Ana & Co' }, attributes: { n: 3 } };

  it('inserts what an activity has, escaped as its place needs it', () => {
    expect(compileTemplate('Hola {{ recipient.firstName }}: {{ attributes.n }}', 'none').render(scope)).toBe(
      'Hola Ana & Co: 3',
    );
    expect(compileTemplate('<b>{{ recipient.firstName }}</b>', 'html').render(scope)).toBe('<b>Ana &amp; Co</b>');
    expect(compileTemplate('{"n":{{ recipient.firstName }}}', 'json').render(scope)).toBe('{"n":"Ana & Co"}');
  });

  it('names the variable that is missing', () => {
    const template = compileTemplate('{{ attributes.discount }}', 'none');
    expect(template.variables).toEqual([['attributes', 'discount']]);
    expect(() => template.render(scope)).toThrow(TemplateFailed);
    expect(() => template.render(scope)).toThrow(expect.objectContaining({ variable: 'attributes.discount' }) as Error);
  });

  it('says where it does not compile', () => {
    expect(() => compileTemplate('a\n {{ b | nothing: }} {% if %}', 'none')).toThrow(TemplateProblem);
  });
});
