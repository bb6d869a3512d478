import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { DeclaredAccess } from './declared-access';
import { Public } from './require-permission.decorator';

@Controller('declared')
class DeclaredController {
  @Get()
  @Public()
  read(): string {
    return 'open';
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Public()
  read(): string {
    return 'open';
  }

  @Get('secret')
  forgotten(): string {
    return 'secret';
  }
}

const start = async (controller: typeof DeclaredController | typeof ForgottenController) => {
  @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [DeclaredAccess] })
  class TestModule {}
  const app = await NestFactory.createApplicationContext(TestModule, { logger: false, abortOnError: false });
  await app.close();
};

describe('an application', () => {
  it('starts when every route says who may call it', async () => {
    await expect(start(DeclaredController)).resolves.toBeUndefined();
  });

  it('does not start when a route says nothing, and names it', async () => {
    await expect(start(ForgottenController)).rejects.toThrow('ForgottenController.forgotten');
  });
});
