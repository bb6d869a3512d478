import { cronText, expressionOf, whenOf } from './cron';

describe('when something is done', () => {
  it.each([
    ['0 9 * * *', 'daily'],
    ['5 17 * * MON-FRI', 'weekdays'],
    ['*/15 * * * *', 'minutes'],
    ['* * * * *', 'minutes'],
    ['30 23 31 * *', 'monthly'],
    ['0 0 L * *', 'monthly'],
    ['*/7 * * * *', 'expression'],
    ['0 9 1 * MON-FRI', 'expression'],
    ['0 9 * JAN *', 'expression'],
    ['0 24 * * *', 'expression'],
    ['30 0 9 * * *', 'expression'],
    ['@daily', 'expression'],
  ])('%s is shown as %s, and stays the same', (expression, preset) => {
    const when = whenOf(expression);
    expect(when.preset).toBe(preset);
    expect(expressionOf(when)).toBe(expression);
  });

  it('takes 1-5 for weekdays, and zeros before numbers', () => {
    expect(whenOf('05 09 * * 1-5')).toMatchObject({ preset: 'weekdays', time: '09:05' });
  });

  it('is nothing while there is no time', () => {
    expect(expressionOf({ ...whenOf(undefined), time: '' })).toBe('');
  });
});

describe('an expression in words', () => {
  it('is in the language of who reads it', () => {
    expect(cronText('0 9 * * MON-FRI', 'en')).toBe('At 09:00, Monday through Friday');
    expect(cronText('30 18 * * *', 'en')).toBe('At 18:30, every day');
    expect(cronText('30 18 * * *', 'es')).toBe('A las 18:30, cada día');
    expect(cronText('0 9 * * MON-FRI', 'es')).toBe('A las 09:00, de lunes a viernes');
  });

  it('is the expression where there are none', () => {
    expect(cronText('soon', 'en')).toBe('soon');
  });
});
