import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openPage, startBrowser, type WatchedPage } from '../support/browser';
import { shown } from '../support/console';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { killRemainingProcesses } from '../support/processes';

const root = path.join(__dirname, '../..');
/** Where the pictures of the documentation go, when `npm run console:pictures` asks for them. */
const pictures = process.env.DOCS_PICTURES;

jest.setTimeout(120_000);

let folder: string;
let database: TestDatabase;
let started: ChildProcess;
let output = '';
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let home: string;

/** Opens a screen of the demo's tenant. */
const see = (screen: string) => page.goto(`${home}/${screen}`);

/** A screen, and what of the demo's history it shows. */
const screens: { name: string; path: string; shows: string | RegExp }[] = [
  { name: 'overview', path: 'overview', shows: 'Refused by the provider' },
  { name: 'activities', path: 'activities', shows: 'The device token is not registered any more' },
  { name: 'scheduled', path: 'scheduled', shows: 'Call center' },
  { name: 'recurring', path: 'recurring', shows: 'Stock check' },
  { name: 'results', path: 'results', shows: 'Minimercado El Sol' },
  { name: 'accounts', path: 'configs', shows: 'call-center' },
  { name: 'providers', path: 'providers', shows: /^1 · 100/ },
  { name: 'rules', path: 'rules', shows: 'opted-out' },
  { name: 'webhooks', path: 'webhooks', shows: /\/events$/ },
  { name: 'stores', path: 'commerces', shows: 'La Esquina' },
  { name: 'people', path: 'people', shows: 'Ana López' },
  { name: 'operators', path: 'operators', shows: 'Sam Salesman' },
  { name: 'routes', path: 'routes', shows: 'North' },
  { name: 'keys', path: 'keys', shows: /^demo 20/ },
  { name: 'audit', path: 'audit', shows: 'Rule' },
];

describeInBrowser('the console of npm start, to who opens its link', () => {
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-demo-'));
    database = await createTestDatabase({ empty: true });
    started = spawn(process.execPath, [path.join(root, 'dist/apps/cli/src/main.js'), 'start'], {
      cwd: root,
      env: {
        ...{ PATH: process.env.PATH ?? '', HOME: folder, DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'silent' },
        ...{ DATABASE_URL: database.url, DATABASE_POOL_SIZE: '5', PORT: '0', DISPATCHER_PORT: '0' },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const link = await new Promise<string>((resolve, reject) => {
      for (const stream of [started.stdout, started.stderr]) {
        stream?.on('data', (chunk: Buffer) => {
          output += String(chunk);
          const [, there] = /^ {2}Console +(\S+)$[^]*^errand ready/m.exec(output) ?? [];
          if (there !== undefined) resolve(there);
        });
      }
      started.once('close', () => reject(new Error(`it ended before it was ready:\n${output}`)));
    });
    browser = await startBrowser();
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    watched = await openPage(context, new URL(link).origin);
    ({ page } = watched);
    await page.goto(link);
    await page.waitForURL('**/console/t/demo/**', shown);
    home = page.url().replace(/\/t\/demo\/.*/, '/t/demo');
  });
  afterAll(async () => {
    await browser.close();
    const closed = new Promise((resolve) => started.once('close', resolve));
    started.kill('SIGTERM');
    await Promise.all([closed, killRemainingProcesses()]);
    await database.drop();
    fs.rmSync(folder, { recursive: true });
  });

  it.each(screens)('shows something true as $name', async ({ name, path: screen, shows }) => {
    await see(screen);
    await page.locator('main').getByText(shows).filter({ visible: true }).first().waitFor(shown);
    await takePicture(name);
    expect(watched.complaints).toEqual([]);
  });

  it('tells why an activity failed', async () => {
    await see('activities');
    await page.getByRole('link', { name: 'payment_reminder' }).click();
    await page.getByText(/It failed after 1 attempt: .*HTTP 400/).waitFor(shown);
    await page.getByText('Webhook activity.failed').waitFor(shown);
    await takePicture('activity');
  });

  it('has a rule that has decided, and a webhook that was told', async () => {
    await see('webhooks');
    await page
      .locator('main')
      .getByRole('link', { name: /\/events$/ })
      .click();
    await page.getByRole('row', { name: /activity\.failed.*Delivered/ }).waitFor(shown);
    await see('rules');
    await page.getByRole('row', { name: /opted-out.*Suppress 1 / }).waitFor(shown);
    await see('rules/edit');
    await page.getByText('opted-out').first().waitFor(shown);
    await takePicture('rules-editor');
  });
});

/** Those that the documentation shows; the first also in the dark. */
const pictured = ['overview', 'activities', 'activity', 'scheduled', 'providers', 'rules-editor'];

async function takePicture(name: string): Promise<void> {
  if (pictures === undefined || !pictured.includes(name)) return;
  for (const theme of name === 'overview' ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`html[data-theme=${theme}]`).waitFor(shown);
    await page.mouse.move(0, 0);
    const file = `${name}${theme === 'dark' ? '-dark' : ''}.png`;
    await page.screenshot({ path: path.join(root, pictures, file), animations: 'disabled' });
  }
}
