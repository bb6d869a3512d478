import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Audit } from '@errand/audit';
import { SETTINGS, type Settings } from '@errand/config';
import { Database, isUniqueViolation, newestFirst, type Slice } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { Quotas } from '@errand/quotas';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { readRule } from '../read-rule';
import type { RuleDefinition } from '../rule';
import { maxRules } from '../rule-file';
import { type RuleFile, RuleFiles } from '../rule-files.service';
import { invalidRules, type RuleProblem } from '../rule-problem';
import { inOrder } from '../compile-rule';
import type { CompiledRuleSet } from '../rule-set';
import type { RuleLimits } from '../verdict';
import { RuleSets } from './rule-sets.service';
import { RuleVersion } from './rule-version.entity';
import { RuleWrites } from './rule-writes';
import { definitionOf, Rule } from './rule.entity';

/** What an import did, by rule. */
export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  /** Only with `replace`. */
  deleted: number;
}

/** What an import would do, by rule and each by name. */
export interface PlannedImport extends ImportCounts {
  changes: { rule: string; change: RuleVersion['change'] }[];
}

export interface ImportHow {
  /** Deletes the stored rules that are not in the file. */
  replace: boolean;
  /** Only where the rules are as one of these {@link RuleExport.revision}s; as they may be where it is left out. */
  revisions?: string[] | undefined;
}

/** A YAML file of all rules. */
interface RuleExport {
  text: string;
  /** Another one after every change of any rule. */
  revision: string;
}

interface ImportPlan<R> {
  created: RuleDefinition[];
  /** The stored rule, and what it becomes. */
  updated: [R, RuleDefinition][];
  unchanged: number;
  deleted: R[];
}

type RecordChange = (
  action: `rule.${string}` | 'rule_file.imported',
  subjectId: string,
  before: RuleDefinition | null,
  after: object | null,
) => Promise<void>;

/** The rules of each tenant. Whatever is saved has been checked, and is in force in every process at once. */
@Injectable()
export class Rules {
  private readonly limits: RuleLimits;

  constructor(
    @InjectRepository(Rule) private readonly rules: Repository<Rule>,
    @InjectRepository(RuleVersion) private readonly history: Repository<RuleVersion>,
    private readonly database: Database,
    private readonly ruleSets: RuleSets,
    private readonly files: RuleFiles,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.limits = { maxDelaySeconds: settings.ruleMaxDelaySeconds };
  }

  /**
   * @param input a rule as a request has it, not checked yet
   * @throws ErrandError INVALID_RULE, CONFLICT when the name is taken, LIMIT_REACHED
   */
  async create(tenantId: string, input: unknown, actor: string): Promise<Rule> {
    const definition = this.check(input);
    const id = await this.write(tenantId, actor, async (writes, record) => {
      if ((await writes.count()) >= maxRules) throw tooMany();
      const made = await writes.insert(definition);
      await record('rule.created', made, null, definition);
      return made;
    });
    return this.get(tenantId, id);
  }

  /** @throws ErrandError NOT_FOUND */
  async get(tenantId: string, id: string): Promise<Rule> {
    const rule = await this.rules.findOneBy({ tenantId, id });
    if (!rule) throw notFound('Rule', id);
    return rule;
  }

  /** @throws ErrandError NOT_FOUND */
  async named(tenantId: string, name: string): Promise<Rule> {
    const rule = await this.rules.findOneBy({ tenantId, name });
    if (!rule) throw notFound('Rule', name);
    return rule;
  }

  /** All rules, in the order in which they are asked. */
  async inOrder(tenantId: string): Promise<Rule[]> {
    return inOrder(await this.rules.findBy({ tenantId }));
  }

  /** Newest first. */
  async list(filter: { tenantId: string; enabled?: boolean }, slice: Slice): Promise<Rule[]> {
    return this.rules.find(newestFirst<Rule>(filter, slice));
  }

  /**
   * In the order in which they are asked; of all rules, only what the order goes by is read.
   * @throws ErrandError INVALID_CURSOR where the rule that the slice follows is gone
   */
  async listAsked(filter: { tenantId: string; enabled?: boolean }, { before, offset, limit }: Slice): Promise<Rule[]> {
    const all = inOrder(await this.rules.find({ where: filter, select: { id: true, name: true, priority: true } }));
    const start = before === undefined ? offset : all.findIndex(({ id }) => id === before) + 1;
    if (before !== undefined && start === 0) {
      throw new ErrandError(
        'INVALID_CURSOR',
        'The rule that this list had come to is gone; read it from its beginning',
      );
    }
    const ids = all.slice(start, start + limit).map(({ id }) => id);
    return inOrder(await this.rules.findBy({ ...filter, id: In(ids) }));
  }

  async count(filter: { tenantId: string; enabled?: boolean }): Promise<number> {
    return this.rules.countBy(filter);
  }

  /**
   * Changes the fields given; the rule that comes out of it is checked as a whole.
   * @param changes some fields of a rule as a request has them, not checked yet
   * @throws ErrandError NOT_FOUND, INVALID_RULE, CONFLICT when the name is taken or somebody else changed it meanwhile
   */
  async change(tenantId: string, id: string, changes: object, actor: string): Promise<Rule> {
    const rule = await this.get(tenantId, id);
    const definition = this.check({ ...definitionOf(rule), ...changes });
    if (isDeepStrictEqual(definition, definitionOf(rule))) return rule;
    await this.write(tenantId, actor, async (writes, record) => {
      if (!(await writes.update(rule, definition))) throw changedMeanwhile(rule.name);
      const isSwitched = rule.enabled !== definition.enabled;
      const verb = isSwitched ? (definition.enabled ? 'enabled' : 'disabled') : 'changed';
      await record(`rule.${verb}`, id, definitionOf(rule), definition);
    });
    return this.get(tenantId, id);
  }

  /** @throws ErrandError NOT_FOUND, CONFLICT when somebody else changed it meanwhile */
  async remove(tenantId: string, id: string, actor: string): Promise<void> {
    const rule = await this.get(tenantId, id);
    await this.write(tenantId, actor, async (writes, record) => {
      if (!(await writes.delete(rule))) throw changedMeanwhile(rule.name);
      await record('rule.deleted', id, definitionOf(rule), null);
    });
  }

  /**
   * Saves every rule of a YAML file or, when one is wrong, none. A rule with the name of a stored one takes its place.
   * @throws ErrandError INVALID_RULE with all problems of the file, LIMIT_REACHED, RATE_LIMITED; CONFLICT where the rules are
   *   of another revision
   */
  async import(tenantId: string, file: RuleFile, how: ImportHow, actor: string): Promise<ImportCounts> {
    const definitions = await this.files.read(tenantId, file, this.limits);
    return this.write(tenantId, actor, async (writes, record) => {
      const plan = planOf(definitions, await writes.lockAll(), how);
      for (const definition of plan.created) await writes.insert(definition);
      for (const [rule, definition] of plan.updated) await writes.update(rule, definition);
      for (const rule of plan.deleted) await writes.delete(rule);
      const counts = countsOf(plan);
      if (counts.created + counts.updated + counts.deleted > 0) {
        await record('rule_file.imported', file.name, null, { ...counts, replace: how.replace });
      }
      return counts;
    });
  }

  /**
   * What {@link import} would do if nobody changed a rule meanwhile; nothing is changed.
   * @throws ErrandError as the import
   */
  async plan(tenantId: string, file: RuleFile, how: ImportHow): Promise<PlannedImport> {
    const definitions = await this.files.read(tenantId, file, this.limits);
    const plan = planOf(definitions, await this.rules.findBy({ tenantId }), how);
    const changes = [
      ...plan.created.map(({ name }) => ({ rule: name, change: 'CREATED' as const })),
      ...plan.updated.map(([{ name }]) => ({ rule: name, change: 'CHANGED' as const })),
      ...plan.deleted.map(({ name }) => ({ rule: name, change: 'DELETED' as const })),
    ];
    return { ...countsOf(plan), changes };
  }

  /**
   * What is wrong with the rules of a file, at most 100 problems; none where an import would take it.
   * @throws ErrandError RATE_LIMITED
   */
  async problemsOf(tenantId: string, file: RuleFile): Promise<RuleProblem[]> {
    try {
      await this.files.read(tenantId, file, this.limits);
      return [];
    } catch (error) {
      if (error instanceof ErrandError && error.code === 'INVALID_RULE') return error.details as RuleProblem[];
      throw error;
    }
  }

  /**
   * Does some work with the rules of a file, which stay unsaved. One draft of a tenant is worked with at a time.
   * @throws ErrandError INVALID_RULE with all problems of the file, RATE_LIMITED
   */
  async withDraft<R>(tenantId: string, file: RuleFile, work: (draft: CompiledRuleSet) => R | Promise<R>): Promise<R> {
    return this.files.withDraft(tenantId, file, this.limits, work);
  }

  /**
   * All rules as a YAML file, in the order in which they are asked; importing it changes nothing.
   * @throws ErrandError INVALID_RULE when they take too long to write, RATE_LIMITED
   */
  async export(tenantId: string): Promise<RuleExport> {
    const rules = await this.inOrder(tenantId);
    return { text: await this.files.write(tenantId, rules.map(definitionOf)), revision: revisionOf(rules) };
  }

  /**
   * Every saved version, newest first, of a deleted rule too.
   * @throws ErrandError NOT_FOUND
   */
  async versions(tenantId: string, id: string): Promise<RuleVersion[]> {
    const versions = await this.history.find({
      where: { tenantId, ruleId: id },
      order: { version: 'DESC' },
      take: 1000,
    });
    if (versions.length === 0) throw notFound('Rule', id);
    return versions;
  }

  private check(input: unknown): RuleDefinition {
    const problems: RuleProblem[] = [];
    const definition = readRule(input, this.limits, (field, message) => problems.push({ field, message }));
    if (!definition) throw invalidRules(problems);
    return definition;
  }

  private async write<R>(
    tenantId: string,
    actor: string,
    work: (writes: RuleWrites, record: RecordChange) => Promise<R>,
  ): Promise<R> {
    try {
      return await this.database.transaction(async (tx) => {
        await this.quotas.takeTurn(tx, tenantId, 'RULES');
        const writes = new RuleWrites(tx, tenantId, actor);
        const result = await work(writes, async (action, subjectId, before, after) =>
          this.audit.record(tx, {
            tenantId,
            action,
            subjectId,
            before: before && { ...before },
            after: after && { ...after },
          }),
        );
        await writes.announce();
        return result;
      });
    } catch (error) {
      throw isUniqueViolation(error) ? nameTaken() : error;
    } finally {
      this.ruleSets.forget(tenantId); // the notification takes a moment
    }
  }
}

type Versioned = Pick<Rule, 'id' | 'version'>;

/** @throws ErrandError LIMIT_REACHED, CONFLICT */
function planOf<R extends RuleDefinition & Versioned>(
  definitions: readonly RuleDefinition[],
  rules: readonly R[],
  { replace, revisions }: ImportHow,
): ImportPlan<R> {
  if (revisions && !revisions.includes(revisionOf(rules))) throw otherRevision();
  const others = new Map(rules.map((rule) => [rule.name, rule]));
  const plan: ImportPlan<R> = { created: [], updated: [], unchanged: 0, deleted: [] };
  for (const definition of definitions) {
    const rule = others.get(definition.name);
    others.delete(definition.name);
    if (!rule) plan.created.push(definition);
    else if (isDeepStrictEqual(definitionOf(rule), definition)) plan.unchanged += 1;
    else plan.updated.push([rule, definition]);
  }
  if (replace) plan.deleted = [...others.values()];
  else if (definitions.length + others.size > maxRules) throw tooMany();
  return plan;
}

/** Ids are never used again, and versions only grow. */
function revisionOf(rules: readonly Versioned[]): string {
  const versions = rules.map(({ id, version }) => `${id} ${version}`).sort();
  return createHash('sha256').update(versions.join()).digest('base64url').slice(0, 22);
}

function countsOf({ created, updated, unchanged, deleted }: ImportPlan<unknown>): ImportCounts {
  return { created: created.length, updated: updated.length, unchanged, deleted: deleted.length };
}

function nameTaken(): ErrandError {
  const message = 'is already taken';
  return new ErrandError('CONFLICT', `name ${message}`, [{ field: 'name', message }]);
}

function tooMany(): ErrandError {
  return new ErrandError('LIMIT_REACHED', `A tenant has ${maxRules} rules at most`, { limit: maxRules });
}

function otherRevision(): ErrandError {
  return new ErrandError('CONFLICT', 'Rules were changed meanwhile; export them again');
}

function changedMeanwhile(name: string): ErrandError {
  return new ErrandError('CONFLICT', `Rule ${name} was changed meanwhile; try again`);
}
