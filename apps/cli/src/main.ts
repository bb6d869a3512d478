import { SettingsError } from '@errand/config';
import { migrate } from './migrate.command';
import { start } from './start.command';

/** Each command resolves when it is done; what it throws is printed and makes the exit status 1. */
const commands: Record<string, () => Promise<void>> = {
  start: () => start(process.env),
  migrate: () => migrate(process.env),
};

async function main(name: string | undefined): Promise<number> {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`usage: errand ${Object.keys(commands).join(' | ')}\n`);
    return 2;
  }
  try {
    await command();
    return 0;
  } catch (error) {
    process.stderr.write(`errand ${name}: ${describe(error)}\n`);
    return 1;
  }
}

/** The stack only where it helps: an expected failure says it all in its message. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SettingsError || process.env.LOG_LEVEL !== 'debug') return error.message;
  return error.stack ?? error.message;
}

void main(process.argv[2]).then((status) => process.exit(status));
