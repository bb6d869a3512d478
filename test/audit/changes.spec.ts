import type { Response } from '../support/api';
import { type Actor, Scenario } from '../support/scenario';
import { execute, executeAsOwner } from '../support/sql';
import { tenantPermissions } from '../support/tenants';
import { type AuditEntryBody, entriesOf } from './entries';

const secrets = {
  apiKey: 'hush-api-key-1',
  another: 'hush-api-key-2',
  user: 'hush-user',
  query: 'hush-query',
};
const never = Object.values(secrets);

describe('the audit log', () => {
  let scenario: Scenario;
  let actor: Actor;
  let key: string;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
    key = await actor.tenant.key(...tenantPermissions);
  });
  afterAll(() => scenario.close());

  const send = (method: string, path: string, body?: unknown, headers = {}) =>
    scenario.api.request<Record<string, unknown> & { id: string }>(method, path, {
      key,
      headers,
      ...(body === undefined ? {} : { body }),
    });

  /** From now on, until it is mended, no entry can be written. */
  const breakLog = () =>
    executeAsOwner(scenario.api, 'ALTER TABLE audit_log ADD CONSTRAINT broken CHECK (false) NOT VALID').then(
      () => undefined,
    );
  const mendLog = () =>
    executeAsOwner(scenario.api, 'ALTER TABLE audit_log DROP CONSTRAINT broken').then(() => undefined);

  /** Tries a change first while no entry can be written, so that nothing of it may happen, then for good. */
  async function changed(
    method: string,
    path: string,
    body?: unknown,
    headers = {},
  ): Promise<[Response<Record<string, unknown> & { id: string }>, AuditEntryBody[]]> {
    await breakLog();
    const refused = await send(method, path, body, headers);
    await mendLog();
    expect({ method, path, refused: refused.status >= 400 }).toEqual({ method, path, refused: true });
    const answer = await send(method, path, body, headers);
    expect([answer.body, answer.status < 300]).toEqual([answer.body, true]);
    const requestId = answer.headers.get('x-request-id') ?? '';
    const entries = await entriesOf(scenario.api, { key, query: `requestId=${requestId}` });
    for (const entry of entries) {
      const [subjectType] = entry.action.split('.');
      const by = { actor: `key:${key.slice(0, 10)}`, actorKind: 'key', address: '127.0.0.1', requestId };
      expect(entry).toMatchObject({ ...by, subjectType, outcome: 'done' });
    }
    return [answer, entries];
  }

  /** One change, one entry. */
  async function noted(...change: Parameters<typeof changed>): Promise<[string, AuditEntryBody]> {
    const [{ body }, entries] = await changed(...change);
    expect(entries).toHaveLength(1);
    const [entry] = entries as [AuditEntryBody];
    return [body.id, entry];
  }

  it('has the life of an API key', async () => {
    const body = { name: 'reader', permissions: ['VIEW_ACTIVITIES'] };
    const [id, created] = await noted('POST', '/api/api-keys', body);
    expect(created).toMatchObject({ action: 'api_key.created', subjectId: id, before: null, after: body });
    const [, revoked] = await noted('POST', `/api/api-keys/${id}/revoke`);
    expect(revoked).toMatchObject({
      ...{ action: 'api_key.revoked', subjectId: id },
      before: { revokedAt: null },
      after: { revokedAt: expect.any(String) as string },
    });
    const again = await send('POST', `/api/api-keys/${id}/revoke`);
    const requestId = again.headers.get('x-request-id');
    expect(await entriesOf(scenario.api, { key, query: `requestId=${requestId}` })).toEqual([]);
  });

  it('has the rotation of an API key, and each key that ends with its maker', async () => {
    const permissions = ['MANAGE_API_KEYS', 'VIEW_ACTIVITIES'];
    const { body: maker } = await send('POST', '/api/api-keys', { name: 'maker', permissions });
    const body = { name: 'child', permissions: ['VIEW_ACTIVITIES'] };
    const child = await scenario.api.request<{ id: string }>('POST', '/api/api-keys', {
      key: String(maker.plaintextKey),
      body,
    });
    const [rotation, entries] = await changed('POST', `/api/api-keys/${maker.id}/rotate`, { graceSeconds: 60 });
    const { id } = rotation.body;
    const told = entries.map(({ action, subjectId, after }) => ({ action, subjectId, after }));
    expect(told).toEqual([
      { action: 'api_key.rotated', subjectId: maker.id, after: { replacedBy: id, graceSeconds: 60 } },
      {
        ...{ action: 'api_key.created', subjectId: id },
        after: expect.objectContaining({ name: 'maker', rotatedFrom: maker.id }) as object,
      },
    ]);
    const [, ended] = await changed('POST', `/api/api-keys/${id}/revoke`);
    expect(ended.map(({ action, subjectId }) => `${action} ${subjectId}`).sort()).toEqual(
      [id, child.body.id].map((one) => `api_key.revoked ${one}`).sort(),
    );
  });

  it('has the life of a dispatch config, with what differs and without its secrets', async () => {
    const baseUrl = `http://${secrets.user}@127.0.0.1:9999/in?token=${secrets.query}`;
    const config = { name: 'yom', providerCode: 'YOM', channel: 'WHATSAPP', priority: 5 };
    const body = { ...config, baseUrl: 'http://127.0.0.1:9999/in', credentials: { apiKey: secrets.apiKey } };
    const [id, created] = await noted('POST', '/api/dispatch-configs', body);
    expect(created).toMatchObject({ action: 'dispatch_config.created', subjectId: id, before: null });
    expect(created.after).toMatchObject({ ...body, credentials: 'set', isActive: true });
    const path = `/api/dispatch-configs/${id}`;
    const [, priority] = await noted('PATCH', path, { priority: 7, name: 'yom' });
    expect(priority).toMatchObject({ action: 'dispatch_config.changed', subjectId: id });
    expect([priority.before, priority.after]).toEqual([{ priority: 5 }, { priority: 7 }]);
    const [, paused] = await noted('PATCH', path, { isActive: false });
    expect(paused).toMatchObject({ action: 'dispatch_config.paused', before: { isActive: true } });
    const [, resumed] = await noted('PATCH', path, { isActive: true });
    expect(resumed).toMatchObject({ action: 'dispatch_config.resumed', after: { isActive: true } });
    const [, rekeyed] = await noted('PATCH', path, { credentials: { apiKey: secrets.another } });
    expect([rekeyed.before, rekeyed.after]).toEqual([{ credentials: 'set' }, { credentials: 'changed' }]);
    const moved = await send('PATCH', path, { baseUrl, credentials: { apiKey: secrets.another } });
    expect([200, 400]).toContain(moved.status);
    const [, deleted] = await noted('DELETE', path);
    expect(deleted).toMatchObject({ action: 'dispatch_config.deleted', subjectId: id, after: null });
    expect(deleted.before).toMatchObject({ name: 'yom', priority: 7, credentials: 'set' });
  });

  it('has nothing of a change that changes nothing or is refused', async () => {
    const { body } = await send('POST', '/api/activity-config/attribute-keys', { key: 'same', label: 'Same' });
    expect(body).toMatchObject({ key: 'same' });
    const attempts = [
      await send('PATCH', '/api/activity-config/attribute-keys/same', { label: 'Same' }),
      await send('POST', '/api/activity-config/attribute-keys', { key: 'same', label: 'Same' }),
      await send('DELETE', '/api/activity-config/attribute-keys/none'),
      await send('PATCH', '/api/activity-config/attribute-keys/none', { label: 'x' }),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([200, 409, 404, 404]);
    for (const { headers } of attempts) {
      const query = `requestId=${headers.get('x-request-id')}`;
      expect(await entriesOf(scenario.api, { key, query })).toEqual([]);
    }
  });

  it('has the life of a webhook, its secrets rotated, and what it was told again', async () => {
    const url = `${scenario.sink.url}/events?token=${secrets.query}`;
    const [id, created] = await noted('POST', '/api/webhooks', { url, events: ['activity.created'] });
    const shown = `${scenario.sink.url}/events?token=set`;
    expect(created).toMatchObject({ action: 'webhook.created', subjectId: id, after: { url: shown, secrets: 'set' } });
    const path = `/api/webhooks/${id}`;
    const [, rotated] = await noted('POST', `${path}/rotate-secret`);
    expect(rotated).toMatchObject({ action: 'webhook.rotated', before: { secrets: 'set' } });
    expect(rotated.after).toEqual({ secrets: 'changed' });
    await actor.create({ scheduledAt: '2099-01-01T00:00:00.000Z' });
    const { body } = await send('GET', `${path}/deliveries`);
    const [{ id: deliveryId }] = body.data as [{ id: string }];
    const [, resent] = await noted('POST', `${path}/deliveries/${deliveryId}/resend`);
    expect(resent).toMatchObject({
      action: 'webhook_delivery.resent',
      subjectId: deliveryId,
      after: { webhookId: id },
    });
    const [, moved] = await noted('PATCH', path, { url: `${scenario.sink.url}/events?token=other` });
    expect([moved.before, moved.after]).toEqual([{ url: shown }, { url: shown.replace('=set', '=changed') }]);
    expect((await noted('PATCH', path, { isActive: false }))[1].action).toBe('webhook.paused');
    expect((await noted('PATCH', path, { isActive: true }))[1].action).toBe('webhook.resumed');
    expect((await noted('DELETE', path))[1]).toMatchObject({ action: 'webhook.deleted', before: { secrets: 'set' } });
  });

  it('has rules, one by one, switched on either wire, and by the file', async () => {
    const rule = {
      name: 'quiet',
      priority: 1,
      condition: { field: 'action.action_type', eq: 'x' },
      action: { type: 'suppress' },
    };
    const [id, created] = await noted('POST', '/api/rules', rule);
    expect(created).toMatchObject({ action: 'rule.created', subjectId: id, before: null, after: { name: 'quiet' } });
    const path = `/api/rules/${id}`;
    const [, changedRule] = await noted('PATCH', path, { priority: 2 });
    expect(changedRule).toMatchObject({ action: 'rule.changed', before: { priority: 1 }, after: { priority: 2 } });
    expect((await noted('PATCH', path, { enabled: false }))[1]).toMatchObject({ action: 'rule.disabled' });
    const [, enabled] = await noted('PUT', '/v1/rules/quiet/enabled', { enabled: true });
    expect(enabled).toMatchObject({ action: 'rule.enabled', subjectId: id, after: { enabled: true } });
    const { body: yaml } = await scenario.api.request<string>('GET', '/api/rules/export', { key });
    const file = String(yaml).replace('priority: 2', 'priority: 3');
    const [, imported] = await noted('POST', '/api/rules/import?replace=true', file, {
      'content-type': 'application/yaml',
    });
    const counts = { created: 0, updated: 1, unchanged: 0, deleted: 0, replace: true };
    expect(imported).toMatchObject({ action: 'rule_file.imported', subjectId: 'rules.yaml', before: null });
    expect(imported.after).toEqual(counts);
    expect((await noted('DELETE', path))[1]).toMatchObject({ action: 'rule.deleted', after: null });
  });

  it('has how activities are resolved, and result types', async () => {
    const root = '/api/activity-config';
    const [, attribute] = await noted('POST', `${root}/attribute-keys`, { key: 'size', label: 'Size' });
    expect(attribute).toMatchObject({ action: 'attribute_key.created', subjectId: 'size' });
    const [, labelled] = await noted('PATCH', `${root}/attribute-keys/size`, { label: 'How big' });
    expect([labelled.before, labelled.after]).toEqual([{ label: 'Size' }, { label: 'How big' }]);
    expect((await noted('DELETE', `${root}/attribute-keys/size`))[1].action).toBe('attribute_key.deleted');

    const hook = { url: `${scenario.sink.url}/hook` };
    const policy = { key: 'size', strategy: 'ON_DISPATCH', resolver: 'CLIENT_HOOK', hook };
    const [, made] = await noted('POST', `${root}/attribute-policies`, policy);
    expect(made).toMatchObject({ action: 'attribute_policy.created', subjectId: 'size', before: null });
    expect(made.after).toMatchObject({ hookSecret: 'set', hook });
    const [, replaced] = await noted('POST', `${root}/attribute-policies`, { ...policy, fallback: 3 });
    expect(replaced).toMatchObject({ action: 'attribute_policy.changed', before: { fallback: null } });
    expect(replaced.after).toEqual({ fallback: 3 });
    const renewed = { ...policy, fallback: 3, hook: { ...hook, renewSecret: true } };
    const [, rotated] = await noted('POST', `${root}/attribute-policies`, renewed);
    expect(rotated).toMatchObject({ action: 'attribute_policy.rotated', after: { hookSecret: 'changed' } });
    expect((await noted('DELETE', `${root}/attribute-policies/size`))[1].action).toBe('attribute_policy.deleted');

    const [id, target] = await noted('POST', `${root}/target-resolution`, { strategy: 'MANUAL', priority: 3 });
    expect(target).toMatchObject({ action: 'target_resolution_config.created', subjectId: id });
    const path = `${root}/target-resolution/${id}`;
    expect((await noted('PATCH', path, { priority: 4 }))[1].action).toBe('target_resolution_config.changed');
    expect((await noted('DELETE', path))[1].action).toBe('target_resolution_config.deleted');

    const [, type] = await noted('POST', `${root}/result-types`, { code: 'SOLD', label: 'Sold' });
    expect(type).toMatchObject({ action: 'result_type.created', subjectId: 'SOLD' });
    expect((await noted('PATCH', `${root}/result-types/SOLD`, { isActive: false }))[1].action).toBe(
      'result_type.paused',
    );
    expect((await noted('DELETE', `${root}/result-types/SOLD`))[1].action).toBe('result_type.deleted');
  });

  it('has recurring actions', async () => {
    await send('POST', '/api/dispatch-configs', {
      name: 'mock',
      providerCode: 'MOCK',
      channel: 'SMS',
      credentials: {},
    });
    const recurring = {
      ...{ namespace: 'a', tenant: actor.tenant.id, provider: 'mock', action_type: 'remind' },
      ...{ cron_expression: '0 3 * * *', payload: { token: secrets.apiKey, commerce_external_id: 'STORE-1' } },
    };
    const { tenant: _, ...body } = recurring;
    const [id, created] = await noted('POST', '/v1/recurring', body);
    expect(created).toMatchObject({ action: 'recurring_action.created', subjectId: id });
    expect(created.after).toMatchObject({ provider: 'mock', payload: { token: 'set' } });
    const path = `/v1/recurring/${id}`;
    const [, renamed] = await noted('PATCH', path, { name: 'Every night' });
    expect([renamed.action, renamed.after]).toEqual(['recurring_action.changed', { name: 'Every night' }]);
    expect((await noted('POST', `${path}/pause`, {}))[1].action).toBe('recurring_action.paused');
    expect((await noted('POST', `${path}/resume`, {}))[1].action).toBe('recurring_action.resumed');
    expect((await noted('DELETE', path))[1].action).toBe('recurring_action.deleted');
  });

  it('has bulk redrives with what was asked and how many, and results that were overridden', async () => {
    const [one, two] = [await actor.create(), await actor.create()];
    await execute(
      scenario.api,
      `UPDATE activities SET status = 'FAILED', finished_at = now(), next_attempt_at = NULL, last_error_code = 'TIMEOUT',
         last_error_message = 'late' WHERE tenant_id = $1 AND id = ANY($2)`,
      [actor.tenant.id, [one.id, two.id]],
    );
    const asked = { filter: { errorCode: ['TIMEOUT'] } };
    const tried = await send('POST', '/api/activities/redrive', { ...asked, dryRun: true });
    const query = `requestId=${tried.headers.get('x-request-id')}`;
    expect([tried.status, await entriesOf(scenario.api, { key, query })]).toEqual([200, []]);
    const [, redriven] = await noted('POST', '/api/activities/redrive', asked);
    expect(redriven).toMatchObject({ action: 'activity.redriven', subjectId: null, before: null });
    expect(redriven.after).toMatchObject({ ...asked, matched: 2, created: 2 });

    const { id: activityId } = await actor.create();
    await actor.request('PATCH', `/api/activities/${activityId}/cancel`);
    const result = { activityId, status: 'COMPLETED', occurredAt: '2026-01-02T00:00:00.000Z', hardOverride: true };
    const [, overridden] = await noted('POST', '/api/activity-results', result);
    expect(overridden).toMatchObject({
      action: 'activity_result.overridden',
      before: { activityStatus: 'CANCELED' },
      after: { activityStatus: 'COMPLETED', status: 'COMPLETED' },
    });
  });

  it('has tenants in the log of the installation, and what is done to one in its own', async () => {
    const { api } = scenario;
    const code = 'audited';
    const { body, headers } = await api.request<{ id: string }>('POST', '/api/tenants', { body: { code, name: 'A' } });
    await api.request('PATCH', `/api/tenants/${body.id}`, { body: { status: 'PAUSED' } });
    await api.request('PATCH', `/api/tenants/${body.id}`, { body: { status: 'ACTIVE', name: 'B' } });
    await api.request('PATCH', `/api/tenants/${body.id}`, { body: { settings: { weight: 3 } } });
    const query = `subjectType=tenant&subjectId=${body.id}`;
    const [platform, own] = [await entriesOf(api, { query }), await entriesOf(api, { tenant: body.id, query })];
    for (const log of [platform, own]) {
      expect(log.map(({ action }) => action)).toEqual([
        ...['tenant.changed', 'tenant.resumed', 'tenant.paused', 'tenant.created'],
      ]);
    }
    expect(platform[3]).toMatchObject({
      ...{ actor: 'platform', actorKind: 'platform', address: '127.0.0.1' },
      ...{ requestId: headers.get('x-request-id'), before: null, after: { code, name: 'A', status: 'ACTIVE' } },
    });
    expect(platform[2]).toMatchObject({ before: { status: 'ACTIVE' }, after: { status: 'PAUSED' } });
    expect(platform[1]).toMatchObject({ before: { name: 'A' }, after: { name: 'B', status: 'ACTIVE' } });
    expect(platform[0]?.after).toMatchObject({ settings: { weight: 3 } });
  });

  it('names the platform key where it acts in a tenant', async () => {
    await actor.request('POST', '/api/activity-config/attribute-keys', { body: { key: 'by-platform', label: 'x' } });
    const [entry] = await entriesOf(scenario.api, { key, query: 'subjectId=by-platform' });
    expect(entry).toMatchObject({ actor: 'platform', actorKind: 'platform', action: 'attribute_key.created' });
    expect(await entriesOf(scenario.api, { query: 'subjectId=by-platform' })).toEqual([]);
  });

  it('tells each change by whoever made it, also of many at once', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => actor.tenant.key('MANAGE_ACTIVITY_CONFIG')));
    const made = keys.flatMap((one, maker) =>
      Array.from({ length: 4 }, async (_, place) => {
        const body = { key: `k-${maker}-${place}`, label: 'x'.repeat(1 + 50 * place) };
        await scenario.api.request('POST', '/api/activity-config/attribute-keys', { key: one, body });
      }),
    );
    await Promise.all(made);
    for (const [maker, one] of keys.entries()) {
      const query = `actor=${encodeURIComponent(`key:${one.slice(0, 10)}`)}&action=attribute_key.created`;
      const subjects = (await entriesOf(scenario.api, { key, query })).map(({ subjectId }) => subjectId);
      expect(subjects.sort()).toEqual([0, 1, 2, 3].map((place) => `k-${maker}-${place}`));
    }
  });

  it('keeps no secret anywhere, nor a hash of one', async () => {
    const rows = await execute(scenario.api, `SELECT row_to_json(a)::text AS text FROM audit_log a`);
    const sealed = await execute<{ text: string }>(
      scenario.api,
      `SELECT credentials AS text FROM dispatch_configs UNION ALL SELECT secrets FROM webhooks
       UNION ALL SELECT encode(hash, 'hex') FROM api_keys`,
    );
    const log = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(30);
    for (const text of [...never, key.slice(10, 40), ...sealed.map((one) => one.text)]) expect(log).not.toContain(text);
    expect(log).not.toContain('whsec_');
  });
});
