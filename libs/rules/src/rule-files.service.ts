import { ErrandError } from '@errand/errors';
import { CallSlots } from '@errand/outbound';
import { Injectable } from '@nestjs/common';
import { compileInTurns } from './compile-rule';
import type { RuleDefinition } from './rule';
import { inThread } from './rule-file-thread';
import type { RuleFileJob } from './rule-file.worker';
import { invalidRules, type RuleProblem } from './rule-problem';
import type { CompiledRuleSet } from './rule-set';
import type { RuleLimits } from './verdict';

/** At once in this process, and of them of one tenant: one whose files take long keeps nobody else waiting. */
const mostFiles = 2;
const mostOfTenant = 1;
const longestWaitMs = 60_000;
/** That are made JSON before the event loop has its turn. */
const rulesPerTurn = 5;

/** A YAML file and what it is called in its problems. */
export interface RuleFile {
  name: string;
  text: string;
}

/** Reads and writes rule files without keeping the event loop, however long it takes. */
@Injectable()
export class RuleFiles {
  private readonly slots = new CallSlots(mostFiles, mostOfTenant);

  /** @throws ErrandError INVALID_RULE as `readRuleFile` does, and of a file that takes too long; RATE_LIMITED */
  async read(tenantId: string, file: RuleFile, limits: RuleLimits): Promise<RuleDefinition[]> {
    return this.inSlot(tenantId, () => readInThread(file, limits));
  }

  /**
   * Does some work with the rules of a file, which are not stored. It has the file’s turn: compiling and asking them costs
   * this process more than reading them.
   * @throws ErrandError as {@link read}
   */
  async withDraft<R>(
    tenantId: string,
    file: RuleFile,
    limits: RuleLimits,
    work: (draft: CompiledRuleSet) => R | Promise<R>,
  ): Promise<R> {
    return this.inSlot(tenantId, async () =>
      work({ rules: await compileInTurns(await readInThread(file, limits), limits) }),
    );
  }

  /** In the order given. @throws ErrandError INVALID_RULE of rules that take too long, RATE_LIMITED */
  async write(tenantId: string, rules: readonly RuleDefinition[]): Promise<string> {
    const texts: string[] = [];
    for (const rule of rules) {
      // Lists in lists take 10 ms a rule.
      if (texts.length % rulesPerTurn === rulesPerTurn - 1) await new Promise(setImmediate);
      texts.push(JSON.stringify(rule));
    }
    return this.inSlot(tenantId, () => inThreadOrRefused({ rules: texts }, { verb: 'write' }));
  }

  private async inSlot<R>(tenantId: string, work: () => Promise<R>): Promise<R> {
    if (!(await this.slots.take(tenantId, undefined, longestWaitMs))) throw tooMany();
    try {
      return await work();
    } finally {
      this.slots.release(tenantId);
    }
  }
}

async function readInThread({ name, text }: RuleFile, limits: RuleLimits): Promise<RuleDefinition[]> {
  const read = await inThreadOrRefused({ name, text, limits }, { file: name, verb: 'read' });
  return JSON.parse(read) as RuleDefinition[];
}

async function inThreadOrRefused(
  job: RuleFileJob,
  { verb, ...place }: Pick<RuleProblem, 'file'> & { verb: 'read' | 'write' },
): Promise<string> {
  const answer = await inThread(job);
  if ('text' in answer) return answer.text;
  if ('exceeded' in answer) {
    const much = answer.exceeded === 'time' ? 'long' : 'much memory';
    throw invalidRules([{ ...place, field: 'rules', message: `take too ${much} to ${verb}` }]);
  }
  const { code, message, details } = answer.refused;
  throw new ErrandError(code, message, details);
}

function tooMany(): ErrandError {
  const details = { limit: 'ruleFiles', retryAfterSeconds: 10 };
  return new ErrandError('RATE_LIMITED', 'Too many rule files are being read; try again in 10 s', details);
}
