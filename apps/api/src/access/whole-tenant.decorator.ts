import { routeConfig } from '../http/route-config';

declare module 'fastify' {
  interface FastifyContextConfig {
    wholeTenant?: boolean;
  }
}

/** The route has a say in, or tells of, all channels: it refuses keys that are bound to some, or to dispatch configs. */
export const WholeTenant = () => routeConfig({ wholeTenant: true });
