import { pointerProblem, responseId } from './response-id';

describe('the provider’s id in a response', () => {
  it.each([
    ['{"id":"a"}', 'a'],
    ['{"activityId":"b"}', 'b'],
    ['{"activity_id":"c"}', 'c'],
    ['{"providerActivityId":"d"}', 'd'],
    ['{"provider_activity_id":"e"}', 'e'],
    ['{"data":{"id":"f"}}', 'f'],
    ['{"data":{"id":"f"},"activityId":"b","id":"a"}', 'a'],
    ['{"id":null,"activity_id":"c"}', 'c'],
    ['{"id":"","data":{"id":0}}', '0'],
    ['{"id":{"x":1},"data":[]}', null],
    [`{"id":"${'x'.repeat(513)}"}`, null],
    ['{"__proto__":{"id":"g"}}', null],
    ['{"id":" \\t","activityId":"b"}', 'b'],
    ['{"id":1e400,"activityId":"b"}', 'b'],
    ['{"id":-1e400}', null],
    ['{"id":12345678901234567890.0}', null],
    ['{"id":1e20,"activityId":"b"}', 'b'],
    ['{"id":-9007199254740991}', '-9007199254740991'],
    ['{"id":90071992547409931234}', '90071992547409931234'],
  ])('is found in %s', (body, id) => {
    expect(responseId(body)).toBe(id);
  });

  it('keeps every digit of a number beyond 2^53', () => {
    expect(responseId('{"at":"10:1234567890123456789","id": 1234567890123456789}')).toBe('1234567890123456789');
    expect(responseId('{"messages":[12345678901234567890,1]}', '/messages/0')).toBe('12345678901234567890');
  });

  it('is not looked for in what is too long or too deep', () => {
    const deep = (levels: number) => `{"id":"a","x":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect([responseId(deep(99)), responseId(deep(100))]).toEqual(['a', null]);
    const long = (length: number) => JSON.stringify({ id: 'a', x: 'x'.repeat(length - '{"id":"a","x":""}'.length) });
    expect([responseId(long(262_144)), responseId(long(262_145))]).toEqual(['a', null]);
  });

  it('follows a JSON Pointer with escapes and array positions', () => {
    expect(responseId('{"a/b":[{"~c":7}]}', '/a~1b/0/~0c')).toBe('7');
  });

  it.each(['', 'data.id', '/a~2', 'id/'])('does not take %j for a JSON Pointer', (pointer) => {
    expect(pointerProblem(pointer)).toContain('JSON Pointer');
  });
});
