import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyContextConfig } from 'fastify';

/** Nest's own mark of a route handler: its path. */
const routeMark = 'path';

/**
 * What Fastify's hooks and parsers are to know of a route (`request.routeOptions.config`): of the decorated method's,
 * or of each of the class's that does not say otherwise. Nest's own `RouteConfig` keeps only the last decorator's.
 */
export function routeConfig(config: FastifyContextConfig): MethodDecorator & ClassDecorator {
  return (target: object, _name?: string | symbol, descriptor?: PropertyDescriptor) => {
    if (descriptor) RouteConfig({ ...routeConfigOf(descriptor.value as object), ...config })(descriptor.value as never);
    else {
      for (const handler of handlersOf(target as NewableFunction)) {
        RouteConfig({ ...config, ...routeConfigOf(handler) })(handler as never);
      }
    }
  };
}

export function routeConfigOf(handler: object): FastifyContextConfig | undefined {
  return Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as FastifyContextConfig | undefined;
}

/** The methods of a controller that answer a route. */
export function handlersOf(controller: NewableFunction): NewableFunction[] {
  const { constructor: _, ...members } = Object.getOwnPropertyDescriptors(controller.prototype as object);
  return Object.values<PropertyDescriptor>(members)
    .map(({ value }) => value as unknown)
    .filter((member) => typeof member === 'function')
    .filter((method) => Reflect.hasMetadata(routeMark, method));
}
