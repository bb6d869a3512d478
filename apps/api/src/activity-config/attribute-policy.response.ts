import type { AttributePolicy } from '@errand/resolution';
import {
  ATTRIBUTE_RESOLVERS,
  ATTRIBUTE_STRATEGIES,
  type AttributeResolver,
  type AttributeStrategy,
} from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { ApiJsonValue } from '../validation/json-value';

export class AttributeHookResponse {
  url: string;
  @ApiProperty({ type: 'integer' })
  timeoutMs: number;

  /** What signs the calls, per Standard Webhooks; only in the answer that made it. */
  secret: string | null;
}

export class AttributePolicyResponse {
  key: string;

  @ApiProperty({ enum: ATTRIBUTE_STRATEGIES })
  strategy: AttributeStrategy;

  @ApiProperty({ enum: ATTRIBUTE_RESOLVERS })
  resolver: AttributeResolver;

  hook: AttributeHookResponse | null;

  @ApiJsonValue('Any JSON value; null: no fallback.')
  fallback: unknown;

  createdAt: Date;
  updatedAt: Date;

  /** @param secret the hook's, where it is new */
  static of(policy: AttributePolicy, secret: string | null = null): AttributePolicyResponse {
    const { key, strategy, resolver, fallback, createdAt, updatedAt } = policy;
    const hook = policy.hook && { url: policy.hook.url, timeoutMs: policy.hook.timeoutMs, secret };
    return { key, strategy, resolver, hook, fallback, createdAt, updatedAt };
  }
}
