/**
 * Reads or writes one rule file in a thread of its own, which rule-file-thread.ts starts. It takes seconds for some files,
 * and the process has others to answer.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { ErrandError } from '@errand/errors';
import type { RuleDefinition } from './rule';
import { readRuleFile, writeRuleFile } from './rule-file';
import type { RuleLimits } from './verdict';

/** To read a file, or to write one of `rules`, each definition as JSON. */
export type RuleFileJob = { text: string; name: string; limits: RuleLimits } | { rules: string[] };

/** What was read, as JSON, or the file that was written; or why there is none. */
export type RuleFileAnswer = { text: string } | { refused: Pick<ErrandError, 'code' | 'message' | 'details'> };

function* definitions(rules: string[]): Iterable<RuleDefinition> {
  for (const rule of rules) yield JSON.parse(rule) as RuleDefinition;
}

function work(job: RuleFileJob): RuleFileAnswer {
  try {
    if ('rules' in job) return { text: writeRuleFile(definitions(job.rules)) };
    return { text: JSON.stringify(readRuleFile(job.text, job.name, job.limits)) };
  } catch (error) {
    if (!(error instanceof ErrandError)) throw error;
    return { refused: { code: error.code, message: error.message, details: error.details } };
  }
}

parentPort?.postMessage(work(workerData as RuleFileJob));
