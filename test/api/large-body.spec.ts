import { startApi, type TestApi } from '../support/api';

describe('a body that is refused unread', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it.each(['application/json', 'text/plain'])('of 5 MB as %s is answered all the same', async (type) => {
    const body = JSON.stringify({ reason: 'x'.repeat(5 * 1024 * 1024) });
    for (let round = 0; round < 10; round += 1) {
      const answer = await api.request('POST', '/api/activities', { body, headers: { 'content-type': type } });
      expect(answer).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
    }
  });
});
