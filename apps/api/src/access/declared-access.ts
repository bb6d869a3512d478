import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { requiredAccessKey } from './require-permission.decorator';

/** Nest's own mark of a route handler: its path. */
const routeMark = 'path';

/** Stops the start when a route does not say who may call it, so that a forgotten decorator opens nothing. */
@Injectable()
export class DeclaredAccess implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => {
          const handler = prototype[name];
          if (!handler || !Reflect.hasMetadata(routeMark, handler)) return false;
          return this.reflector.getAllAndOverride<unknown>(requiredAccessKey, [handler, metatype]) === undefined;
        })
        .map((name) => `${metatype.name}.${name}`);
    });
    if (undeclared.length === 0) return;
    throw new Error(`Routes without @RequirePermission(), @AnyKey() or @Public(): ${undeclared.join(', ')}`);
  }
}
