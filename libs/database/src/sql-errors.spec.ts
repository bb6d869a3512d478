import { isRefusal, isTransient, isUnreachable, reasonOf, spoilsConnection } from './sql-errors';

const coded = (code: string, fields: object = {}) => Object.assign(new Error('it says'), { code, ...fields });

describe('errors of the database', () => {
  it.each([
    ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH'],
    ...['57P01', '57P02', '57P03', '57P04', '57P05', '53300', '53200', '08006', '08P01', '25006'],
  ])('say with %s that there is no database', (code) => {
    expect(isUnreachable(coded(code))).toBe(true);
    expect(isTransient(coded(code))).toBe(true);
  });

  it.each([
    'timeout exceeded when trying to connect',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Query read timeout',
    'timeout expired',
    'Client was closed and is not queryable',
  ])('say so without a code: %s', (message) => {
    expect(isUnreachable(new Error(message))).toBe(true);
  });

  it('say so of a Unix socket that is not there, and of nothing else that is missing', () => {
    expect(isUnreachable(coded('ENOENT', { syscall: 'connect' }))).toBe(true);
    expect(isUnreachable(coded('ENOENT', { syscall: 'open' }))).toBe(false);
  });

  it.each(['28P01', '28000', '3D000', '42P05', '26000', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
    'tell with %s a refusal, for which it is no use to wait',
    (code) => {
      expect(isRefusal(coded(code))).toBe(true);
      expect(isTransient(coded(code))).toBe(false);
    },
  );

  it.each(['23505', '22003', '42601', 'ERR_INVALID_ARG_TYPE'])('are of the statement with %s', (code) => {
    expect(isTransient(coded(code)) || isRefusal(coded(code))).toBe(false);
  });

  it('name the setting where statements meet in a pooler', () => {
    const error = coded('42P05', { severity: 'ERROR' });
    expect(reasonOf(error)).toContain('DATABASE_POOLER=transaction');
    expect(spoilsConnection(error)).toBe(true);
  });
});
