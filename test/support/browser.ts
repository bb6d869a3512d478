import fs from 'node:fs';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const executable = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isThere = fs.existsSync(executable);

/**
 * Where there is no Chromium, the tests in it are skipped, and say so; where CI is set they fail.
 * @example describeInBrowser('the list', () => { … })
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (isThere || process.env.CI) return describe(name, tests);
  process.stderr.write(`skipped: ${name}: no Chromium at ${executable} (CHROMIUM_PATH)\n`);
  describe.skip(name, tests);
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: flags });
}

/** A page, and what went wrong on it: errors of its scripts, refusals of its policy, requests to another host. */
export interface WatchedPage {
  page: Page;
  /** Empty where all is well. */
  complaints: string[];
}

/** @param own where every request has to go */
export async function openPage(context: BrowserContext, own: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Chromium tells of every answer that is an error; what the page makes of it is what counts.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isAnswer) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith('data:')) complaints.push(`request to ${url}`);
  });
  return { page, complaints };
}

/** What of the page is not as WCAG 2.2 A and AA want it, as `rule: element`. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Through the debugger, which the page's policy does not bind.
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    // What is well is neither described nor carried over here, which takes longer than to find it.
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}
