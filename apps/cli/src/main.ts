import fs from 'node:fs';
import { auditPurge } from './audit-purge.command';
import { importMasterData } from './import.command';
import { migrate } from './migrate.command';
import { rotateKeys } from './rotate-keys.command';
import { rules } from './rules.command';
import { start } from './start.command';
import { UsageError } from './usage-error';

/** Each command resolves when it is done; what it throws is printed and makes the exit status 1, or 2 for its usage. */
const commands: Record<string, () => Promise<void>> = {
  start: () => start(process.env),
  migrate: () => migrate(process.env),
  'rotate-keys': () => rotateKeys(process.env),
  import: () => importMasterData(process.env, process.argv.slice(3)),
  'audit:purge': () => auditPurge(process.env),
  rules: () => rules(process.env, process.argv.slice(3)),
};

async function main(name: string | undefined): Promise<number> {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`usage: errand ${Object.keys(commands).join(' | ')}\n`);
    return 2;
  }
  try {
    if (fs.existsSync('.env')) process.loadEnvFile('.env'); // the environment itself goes before it
    await command();
    return 0;
  } catch (error) {
    process.stderr.write(`errand ${name}: ${describe(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** An expected failure says it all in its message; the stack is there for the others. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (process.env.LOG_LEVEL === 'debug' ? error.stack : undefined) ?? error.message;
}

void main(process.argv[2]).then((status) => process.exit(status));
