import type { Logger } from '@errand/telemetry';
import type { Problem } from '@errand/http';
import { problemOf } from './problem';

/** Of each item, of which there may be a thousand. */
const maxDetails = 10;

/**
 * What is told of one item of a batch whose others ended otherwise: the same as when it is sent alone, but that the item
 * as a whole goes by its own name.
 * @param name of the item, `activities[3]`
 * @param logger is told what is nobody’s fault but Errand’s; that the database is away is logged once
 */
export function itemProblem(error: unknown, name: string, logger: Logger): Problem {
  const problem = problemOf(error);
  const { code, message } = problem;
  const details = Array.isArray(problem.details) ? problem.details.slice(0, maxDetails) : problem.details;
  if (code === 'INTERNAL') logger.error({ err: error, code }, 'an item of a batch failed');
  if (!Array.isArray(details) || !details.some(({ field }) => field === 'body')) return { ...problem, details };
  return {
    ...problem,
    message: message.replace(/^body /, `${name} `),
    details: details.map((detail) => (detail.field === 'body' ? { ...detail, field: name } : detail)),
  };
}
