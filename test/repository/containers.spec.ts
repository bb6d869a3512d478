import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { loadSettings, settingDefinitions } from '@errand/config';
import { dispatchErrorCatalog } from '@errand/errors';
import { parse } from 'yaml';

interface Service {
  image: string;
  command?: string[];
  environment: Record<string, string | null>;
  ports?: string[];
  healthcheck?: { test: string[] };
  stop_grace_period: string;
  restart: string;
  read_only: boolean;
  cap_drop: string[];
  security_opt: string[];
  mem_limit: string;
  pids_limit: number;
}

const root = path.join(__dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const dockerfile = read('Dockerfile');
const composeFile = read('docker-compose.yml');
const { services } = parse(composeFile, { merge: true }) as { services: Record<string, Service> };
const ours = Object.values(services).filter(({ image }) => image === 'errand');
const variables = Object.values(settingDefinitions).map(({ variable }) => variable);
const defaults = loadSettings({});

function service(name: string): Service {
  const found = services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

function imageCommand(): string[] {
  return JSON.parse(/^CMD (.*)$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
}

describe('the containers', () => {
  it('are the api, the dispatcher and the migration, of one image', () => {
    expect(ours).toHaveLength(3);
    expect(ours).toEqual([service('migrate'), service('api'), service('dispatcher')]);
  });

  it('can be given every setting but those that the image and npm start decide', () => {
    const given = ours.flatMap(({ environment }) => Object.keys(environment));
    const decided = ['NODE_ENV', 'PORT', 'DISPATCHER_PORT', 'HOST', 'DATA_DIR', 'SEED_DEMO'];
    expect([...new Set(given)].sort()).toEqual(variables.filter((name) => !decided.includes(name)).sort());
    expect(Object.keys(service('api').environment)).toContain('ADMIN_API_KEY');
  });

  it('are described with no variable that does not exist', () => {
    const words = [...read('docs/deployment.md').matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, word = '']) => word);
    const known = [...variables, ...Object.keys(dispatchErrorCatalog), 'POSTGRES_PASSWORD', 'POSTGRES_APP_PASSWORD'];
    expect(words.filter((word) => !known.includes(word))).toEqual([]);
    expect(words).toEqual(expect.arrayContaining(['DATABASE_URL', 'ENCRYPTION_KEYS', 'ADMIN_API_KEY']));
  });

  it('do not start without their secrets', () => {
    const used = [...composeFile.matchAll(/\$\{(\w+)(:[?-])/g)].map(([, name, kind]) => `${name}${kind}`);
    const secrets = ['POSTGRES_PASSWORD:?', 'POSTGRES_APP_PASSWORD:?', 'ENCRYPTION_KEYS:?', 'ADMIN_API_KEY:?'];
    expect(new Set(used)).toEqual(new Set([...secrets, 'PORT:-']));
    expect(dockerfile).toMatch(/^ENV NODE_ENV=production$/m);
  });

  it('know the password of the owner of the tables where tables are made, and nowhere else', () => {
    for (const name of ['api', 'dispatcher']) {
      expect(JSON.stringify(service(name).environment)).not.toContain('POSTGRES_PASSWORD');
      expect(service(name).environment.DATABASE_URL).toContain('//errand_app:${POSTGRES_APP_PASSWORD');
    }
    expect(service('migrate').environment.DATABASE_OWNER_URL).toContain('//errand:${POSTGRES_PASSWORD');
    expect(service('migrate').environment.DATABASE_URL).toBe(service('api').environment.DATABASE_URL);
  });

  it('run files that the build makes, and commands that the cli has', () => {
    const commands = [imageCommand(), ...ours.flatMap(({ command }) => (command ? [command] : []))];
    expect(commands).toHaveLength(3);
    for (const [program, file = ''] of commands) {
      expect(program).toBe('node');
      expect(fs.existsSync(path.join(root, file))).toBe(true);
    }
    const [, cli = '', command] = service('migrate').command ?? [];
    expect(usageOf(cli).split(/[\s|]+/)).toContain(command);
  });

  it('are made of images that nobody can exchange for others', () => {
    const pinned = /^[a-z]+:[\w.-]+@sha256:[0-9a-f]{64}$/;
    expect(/^ARG BASE=(.*)$/m.exec(dockerfile)?.[1]).toMatch(pinned);
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set(['${BASE}']));
    for (const { image } of Object.values(services)) if (image !== 'errand') expect(image).toMatch(pinned);
  });

  it.each(Object.entries(services))(
    '%s writes no file of its own, gains no right, and takes no more than its share',
    (_, limits) => {
      expect(limits).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      expect(limits.mem_limit).toMatch(/^\d+[mg]$/);
      expect(limits.pids_limit).toBeGreaterThan(0);
    },
  );

  it.each(Object.entries(services).filter(([, { restart }]) => restart !== 'no'))(
    '%s, which stays, is probed',
    (_, { healthcheck }) => {
      expect(healthcheck?.test.length).toBeGreaterThan(1);
    },
  );

  it('are built from what .dockerignore lets in', () => {
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    const letIn = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect([...sources].sort()).toEqual(letIn.sort());
    for (const source of sources) expect(fs.existsSync(path.join(root, source))).toBe(true);
  });

  it('are probed, published and stopped as the defaults of the settings say', () => {
    const { port, dispatcherPort, shutdownGraceMs } = defaults;
    expect(service('api').ports).toEqual([`\${PORT:-${port}}:${port}`]);
    expect(service('dispatcher').ports).toBeUndefined();
    expect(service('api').healthcheck?.test.at(-1)).toContain(`http://127.0.0.1:${port}/health/ready`);
    expect(service('dispatcher').healthcheck?.test.at(-1)).toContain(`http://127.0.0.1:${dispatcherPort}/health/ready`);
    for (const { stop_grace_period: grace } of ours) {
      expect(grace).toMatch(/^\d+s$/);
      expect(parseInt(grace) * 1000).toBeGreaterThan(shutdownGraceMs);
    }
  });
});

function usageOf(cli: string): string {
  try {
    return execFileSync(process.execPath, [path.join(root, cli)], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return String((error as { stderr: unknown }).stderr);
  }
}
