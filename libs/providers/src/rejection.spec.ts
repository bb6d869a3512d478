import { readRejection } from './rejection';

const credentials = { apiKey: 'key-5f1d' };

describe('what a refusal says of itself', () => {
  it.each([
    ['{"message":"no such store","error":"x"}', 'no such store'],
    ['{"error":{"message":"no such store"}}', 'no such store'],
    ['{"error":"no such store"}', 'no such store'],
    ['{"title":"Bad","detail":"no such store"}', 'no such store'],
    ['{"errors":[{"message":"no such store"}]}', 'no such store'],
    ['{"errors":["no such store"]}', 'no such store'],
    ['{"message":"","title":"no such store"}', 'no such store'],
    ['{"why":"no such store"}', '{"why":"no such store"}'],
    ['{"message":"no such', '{"message":"no such'],
    [' no\n\tsuch \0 store\r\n', 'no such store'],
    ['', null],
    ['{}', null],
    [' [ ]\n', null],
    ['null', null],
    ['nullified', 'nullified'],
    [' \n', null],
    ['<!doctype html><h1>Not found</h1>', null],
  ])('finds in %j the reason %j', (body, reason) => {
    expect(readRejection(body, credentials).reason).toBe(reason);
  });

  it.each([
    ['{"code":"E42"}', 'E42'],
    ['{"code":42,"error":{"code":7}}', '42'],
    ['{"error":{"code":190}}', '190'],
    ['{"code":{"of":"what"}}', null],
    ['code 42', null],
  ])('finds in %j the code %j', (body, code) => {
    expect(readRejection(body, credentials).code).toBe(code);
  });

  it('cuts a long reason, but no character and no credential in half', () => {
    const { reason } = readRejection(`${'x'.repeat(198)}\u{1f600}${'y'.repeat(100_000)}`, credentials);
    expect(reason).toBe(`${'x'.repeat(198)}…`);
    const echo = readRejection(`{"message":"${'x'.repeat(195)}key-5f1d is revoked"}`, credentials);
    expect(echo.reason).toBe(`${'x'.repeat(195)}[red…`);
  });
});
