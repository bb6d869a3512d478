import { refusal } from './refusal';

const answered = (status: number, body: string) =>
  refusal({ status, headers: {}, body }, { credentials: {} }, { RETRY: ['SLOW'], REJECTED: ['NO'] });

describe('an answer that is no acceptance', () => {
  it.each([
    [500, '', 'RETRY'],
    [503, '<html>', 'RETRY'],
    [502, '', 'UNCERTAIN'],
    [504, '<h1>Gateway Timeout</h1>', 'UNCERTAIN'],
    // The provider itself answered these.
    [502, '{"code": "SLOW"}', 'RETRY'],
    [504, '{"code": "NO"}', 'REJECTED'],
    [502, '{"code": "unheard of"}', 'RETRY'],
    [429, '', 'RETRY'],
    [401, '', 'MISCONFIGURED'],
    [400, '', 'REJECTED'],
  ])('%i %s is %s', (status, body, disposition) => {
    expect(answered(status, body)).toMatchObject({ disposition, httpStatus: status });
  });
});
