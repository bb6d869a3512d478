import { Test } from '@nestjs/testing';
import { ConfigModule, loadSettings } from '@errand/config';
import { TelemetryModule } from '@errand/telemetry';
import { OutboundHttp } from './outbound-http';
import { OutboundModule } from './outbound.module';

describe('the outbound module', () => {
  const start = (env: NodeJS.ProcessEnv) =>
    Test.createTestingModule({
      imports: [ConfigModule.forRoot(loadSettings(env)), TelemetryModule.forRoot('test'), OutboundModule],
    }).compile();

  it('allows the networks of OUTBOUND_ALLOW_CIDRS and closes the way out with the application', async () => {
    const app = await start({ OUTBOUND_ALLOW_CIDRS: '10.1.0.0/16' });
    const http = app.get(OutboundHttp);
    expect(http.allowed('http://10.1.0.1/')).toBe('http://10.1.0.1/');
    expect(() => http.allowed('http://10.2.0.1/')).toThrow('must not be connected to');
    await app.close();
    await expect(http.request({ method: 'GET', url: 'http://10.1.0.1/', timeoutMs: 1000 })).rejects.toMatchObject({
      code: 'ABORTED',
    });
  });
});
