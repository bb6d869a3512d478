import { createLogger } from './logger';
import { NestLogger } from './nest-logger';

function capture(level = 'trace') {
  const lines: Record<string, unknown>[] = [];
  const isOutage = (error: unknown) => error instanceof Error && error.message === 'away';
  const logger = createLogger('api', level, isOutage, { write: (line) => lines.push(JSON.parse(line) as never) });
  return { lines, logger };
}

describe('the log', () => {
  it('masks secrets that were logged by mistake, three levels deep', () => {
    const { lines, logger } = capture();
    logger.info({ apiKey: 's3cret', config: { credentials: { a: 's3cret' }, settings: { password: 's3cret' } } }, 'x');
    logger.info({ req: { headers: { 'x-api-key': 's3cret', authorization: 's3cret', host: 'h' } } }, 'y');
    expect(JSON.stringify(lines)).not.toContain('s3cret');
    expect(lines[1]).toMatchObject({ process: 'api', level: 'info', msg: 'y', req: { headers: { host: 'h' } } });
  });

  it('has the stack of an error, and none of an outage', () => {
    const { lines, logger } = capture();
    for (const message of ['broken', 'away']) logger.error({ err: new Error(message) }, 'failed');
    expect(lines[0]).toMatchObject({
      err: { message: 'broken', stack: expect.stringContaining('logger.spec') as string },
    });
    expect(lines[1]).toMatchObject({ err: { type: 'Error', message: 'away' } });
    expect(lines[1]?.err).not.toHaveProperty('stack');
  });

  it('takes the framework’s messages: its chatter as debug, its errors with their stack', () => {
    const { lines, logger } = capture();
    const nest = new NestLogger(logger);
    nest.log('Mapped {/x, GET} route', 'RouterExplorer');
    nest.error(new Error('broken'), undefined, 'Injector');
    nest.error('failed', 'Error: failed\n at y', 'Injector');
    expect(lines).toMatchObject([
      { level: 'debug', msg: 'Mapped {/x, GET} route', context: 'RouterExplorer' },
      { level: 'error', msg: 'broken', context: 'Injector', err: { message: 'broken' } },
      { level: 'error', msg: 'failed', context: 'Injector', stack: 'Error: failed\n at y' },
    ]);
  });
});
