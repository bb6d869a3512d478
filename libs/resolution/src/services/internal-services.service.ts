import { groupBy, isTransient } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type Answer, answerOf, type Question, without } from '../question';
import { INTERNAL_SERVICE_METADATA, type InternalService } from './internal-service';
import type { ResolutionSubject } from '../subject';

/** Every internal service of the application by name, wherever it is provided. Complete once modules are initialised. */
@Injectable()
export class InternalServices implements OnModuleInit {
  private readonly services = new Map<string, InternalService>();

  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws Error naming a class that takes another's name or has no valuesFor() */
  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      const type: unknown = (instance as object | null | undefined)?.constructor;
      const name: unknown = typeof type === 'function' && Reflect.getMetadata(INTERNAL_SERVICE_METADATA, type);
      if (typeof name === 'string' && this.services.get(name) !== instance) this.register(name, instance);
    }
  }

  /** Whether a service answers for the key. */
  has(key: string): boolean {
    return this.services.has(serviceOf(key));
  }

  /** @throws what is no fault of a service's: the database is away */
  async ask(tenantId: string, questions: readonly Question[]): Promise<Map<Question, Answer>> {
    const answers = new Map<Question, Answer>();
    for (const [name, asked] of groupBy(questions, ({ key }) => serviceOf(key))) {
      // A service is asked once, whatever parts of its value are wanted.
      const subjects = new Map(asked.map(({ subject }) => [subject.activityId, subject]));
      const answer = await this.valuesOf(name, tenantId, [...subjects.values()]);
      for (const question of asked) answers.set(question, answer(question));
    }
    return answers;
  }

  private async valuesOf(name: string, tenantId: string, subjects: ResolutionSubject[]) {
    const from = `internal service ${name}`;
    const service = this.services.get(name);
    if (!service) return () => without(`${from} does not exist`);
    try {
      const values = await service.valuesFor(tenantId, subjects);
      const known = new Map(subjects.map(({ activityId }, index) => [activityId, values[index]]));
      return ({ key, subject }: Question) => answerOf(partOf(known.get(subject.activityId), key), from);
    } catch (error) {
      if (isTransient(error)) throw error;
      this.logger.error({ err: error, tenantId, service: name }, 'internal service failed');
      return () => without(`${from} failed`);
    }
  }

  private register(name: string, instance: unknown): void {
    const className = (instance as object).constructor.name;
    const taken = this.services.get(name);
    if (taken)
      throw new Error(`Internal service ${name} is taken twice: by ${taken.constructor.name} and ${className}`);
    if (typeof (instance as Partial<InternalService>).valuesFor !== 'function') {
      throw new Error(`${className} (${name}): an internal service is a singleton with a valuesFor() method`);
    }
    this.services.set(name, instance as InternalService);
  }
}

function serviceOf(key: string): string {
  return key.split('.', 1)[0] ?? key;
}

/** `commerce_info` → the whole value, `commerce_info.metadata.zone` → that part of it. */
function partOf(value: unknown, key: string): unknown {
  let part = value;
  for (const name of key.split('.').slice(1)) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return null;
    part = (part as Record<string, unknown>)[name];
  }
  return part;
}
