import { ConfigModule, loadSettings } from '@errand/config';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Counter } from 'prom-client';
import { HealthModule } from './health.module';
import { Metrics } from './metrics';
import { ReadinessChecks } from './readiness-checks';
import { TelemetryModule } from './telemetry.module';

describe('health and metrics', () => {
  let app: NestFastifyApplication;
  let isUp: () => Promise<boolean>;

  beforeAll(async () => {
    const settings = loadSettings({ LOG_LEVEL: 'silent' });
    const imports = [ConfigModule.forRoot(settings), TelemetryModule.forRoot('test'), HealthModule];
    const module = await Test.createTestingModule({ imports }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.get(ReadinessChecks).register('database', () => isUp());
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  const get = async (path: string) => fetch((await app.getUrl()) + path);

  it('is live whatever its dependencies do', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'ok' });
  });

  it('is ready when every check is up', async () => {
    isUp = async () => true;
    const response = await get('/health/ready');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', checks: { database: 'up' } });
  });

  it.each([
    ['says no', async () => false],
    ['fails', async () => Promise.reject(new Error('gone'))],
    ['never answers', () => new Promise<boolean>(() => {})],
  ])('is not ready when a check %s, and names it', async (_, check) => {
    isUp = check;
    const response = await get('/health/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      ...{ statusCode: 503, code: 'NOT_READY', message: 'not ready: database' },
      ...{ status: 'unavailable', checks: { database: 'down' } },
    });
  });

  it('shows its own metrics and those others add, with the name of the process', async () => {
    const { registry } = app.get(Metrics);
    new Counter({ name: 'errand_tests_total', help: 'Tests', registers: [registry] }).inc(3);
    const response = await get('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toContain('errand_tests_total{process="test"} 3');
    expect(text).toContain('process_cpu_seconds_total{process="test"}');
  });
});
