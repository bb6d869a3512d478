import { PERMISSIONS } from '@errand/tenants';
import { startApi, type TestApi } from '../support/api';
import { operationsOf, readDocument } from '../support/openapi';
import { readPage } from './blocks';

let api: TestApi;
beforeAll(async () => (api = await startApi()));
afterAll(() => api.close());

describe('docs/permissions.md', () => {
  it('has every permission with the operations that it opens, and what any key may', async () => {
    const operations = operationsOf(await readDocument(api.url));
    const opened = [...PERMISSIONS, 'any'].map((permission) => {
      const its = operations.filter((operation) => operation['x-permission']?.split(' or ').includes(permission));
      return [permission === 'any' ? 'Any key' : permission, ...its.map(({ name }) => name).sort()];
    });
    const [, ...sections] = readPage('docs/permissions.md').split(/^## /m);
    const told = sections.map((section) => {
      const [heading = ''] = section.split('\n');
      return [heading, ...[...section.matchAll(/^- `(.*)`$/gm)].map(([, name]) => name)];
    });
    expect(told).toEqual(opened);
  });
});
