import { sayTwiml, twimlProblem, twimlTemplateProblem } from './twiml';

describe('TwiML', () => {
  it.each([
    '<Response/>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- greeting -->\n<Response>\n  <Say voice=\'alice\'>A &amp; B &#233; &#xe9;</Say>\n</Response>\n',
    '<Response><Say language="es-MX" loop = "2">Hola <break time="1s"/> <![CDATA[a < b & c]]></Say><Hangup /></Response>',
    sayTwiml('"Rojas" & <Co>\u0000', 'es-MX'),
  ])('is well-formed: %j', (twiml) => {
    expect(twimlProblem(twiml)).toBeNull();
  });

  it.each([
    ['', 'must have the root element <Response>'],
    ['Hola', 'has text outside <Response>'],
    ['<Say>Hola</Say>', 'must have the root element <Response>'],
    ['<Response>', 'does not close <Response>'],
    ['<Response/><Response/>', 'has more than one root element'],
    ['<Response/>Hola', 'has text outside <Response>'],
    ['</Response>', 'closes <Response> at line 1, column 1, which is not open'],
    ['<Response>\n  <Say>Hola</say>\n</Response>', 'closes <say> at line 2, column 12, which is not open'],
    ['<Response><Say>A & B</Say></Response>', 'is not well-formed XML at line 1, column 18'],
    ['<Response><Say>A &nbsp; B</Say></Response>', 'is not well-formed XML at line 1, column 18'],
    ['<Response><Say loop=2>A</Say></Response>', 'is not well-formed XML at line 1, column 11'],
    ['<Response><Say>A < B</Say></Response>', 'is not well-formed XML at line 1, column 18'],
    ['<Response><!-- <Say></Response>', 'is not well-formed XML at line 1, column 11'],
    ['<Response><Say language="es>A</Say></Response>', 'is not well-formed XML at line 1, column 11'],
  ])('is not: %j %s', (twiml, problem) => {
    expect(twimlProblem(twiml)).toBe(problem);
  });

  it('is looked at as a template, but for tags, which decide what there will be', () => {
    expect(
      twimlTemplateProblem('<Response><Say language="{{lang}}">{{ name | default: "<" }}</Say></Response>'),
    ).toBeNull();
    expect(twimlTemplateProblem('<Response><Say>{{ name }}</Response>')).toMatch(/^closes <Response>/);
    expect(
      twimlTemplateProblem('<Response>{% if a %}<Say>{% else %}<Say loop="2">{% endif %}x</Say></Response>'),
    ).toBeNull();
  });

  it('is looked at however long and wrong it is', () => {
    const long = 'x'.repeat(100_000);
    expect(twimlProblem(`<Response>${'&amp;'.repeat(50_000)}<${long}`)).toMatch(/^is not well-formed/);
    expect(twimlProblem(`<Response><Say a="${long}`)).toMatch(/^is not well-formed/);
    expect(twimlProblem(`<Response><Say${' '.repeat(100_000)}=`)).toMatch(/^is not well-formed/);
  });
});
