import { startApi, type TestApi } from '../support/api';

describe('a body that is refused unread', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it.each([
    ['application/json', 413, 'PAYLOAD_TOO_LARGE'],
    ['text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('of 5 MB as %s is answered all the same', async (type, status, code) => {
    const body = JSON.stringify({ reason: 'x'.repeat(5 * 1024 * 1024) });
    for (let round = 0; round < 10; round += 1) {
      const answer = await api.request('POST', '/api/activities', { body, headers: { 'content-type': type } });
      expect(answer).toMatchObject({ status, body: { code } });
    }
  });
});
