import { databaseProblem } from './database-problem';

const postgresError = (code: string, fields: object, message = '') =>
  Object.assign(new Error(message), { code, ...fields });

describe('what PostgreSQL refuses', () => {
  const ofActivity = (constraint: string) => ({ table: 'activities', constraint: `activities_${constraint}` });
  it.each([
    ['23514', ofActivity('channel_check'), '', 'channel'],
    ['23514', ofActivity('user_status_check'), '', 'userStatus'],
    ['23514', { table: 'activities', constraint: 'final_has_time' }, '', 'body'],
    ['23514', { table: 'activity_attributes', constraint: 'activity_attributes_strategy_check' }, '', 'attributes'],
    ['23502', { table: 'commerces', column: 'external_id' }, '', 'externalId'],
    ['22003', {}, 'value out of range', 'body'],
    [
      '54000',
      {},
      'index row size 3000 exceeds btree version 4 maximum 2704 for index "commerces_tenant_id_external_id_key"',
      'externalId',
    ],
    [
      '54000',
      {},
      'index row size 3000 exceeds btree version 4 maximum 2704 for index "activities_by_provider_id"',
      'body',
    ],
  ])('%s %j %s is a bad value of %s', (code, fields, message, field) => {
    const problem = databaseProblem(postgresError(code, fields, message));
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', details: [{ field }] });
  });

  it.each([
    ['23503', ofActivity('tenant_id_commerce_id_fkey'), '', 'commerceId'],
    ['23503', ofActivity('tenant_id_route_id_fkey'), '', 'assignedRouteId'],
    ['23505', ofActivity('tenant_id_idempotency_key_key'), '', 'idempotencyKey'],
    // As a distributed server says it.
    [
      '23503',
      {},
      'insert on table "activities_102520" violates foreign key constraint "activities_tenant_id_operator_id_fkey_102520"',
      'assignedOperatorId',
    ],
  ])('%s %j %s is a conflict of %s', (code, fields, message, field) => {
    const problem = databaseProblem(postgresError(code, fields, message));
    expect(problem).toMatchObject({ code: 'CONFLICT', details: [{ field }] });
  });

  it('names no field that is none of the caller’s', () => {
    const error = postgresError('23503', { table: 'routes', constraint: 'routes_tenant_id_fkey' });
    expect(databaseProblem(error)).not.toHaveProperty('details');
  });
});
