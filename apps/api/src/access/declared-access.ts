import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { handlersOf, routeConfigOf } from '../http/route-config';

/** Stops the start when a route does not say who may call it, so that a forgotten decorator opens nothing. */
@Injectable()
export class DeclaredAccess implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      return handlersOf(metatype)
        .filter((handler) => routeConfigOf(handler)?.access === undefined)
        .map((handler) => `${metatype.name}.${handler.name}`);
    });
    if (undeclared.length === 0) return;
    throw new Error(`Routes without @RequirePermission(), @AnyKey() or @Public(): ${undeclared.join(', ')}`);
  }
}
