import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { accessibilityFaults, openPage, startBrowser, type WatchedPage } from './browser';
import type { Actor, Scenario } from './scenario';

export interface Look {
  language?: 'en' | 'es';
  theme?: 'light' | 'dark';
  width?: number;
  /** The code of another tenant. */
  of?: string;
}

/** How long a page may take to show something; generous, since it is waited for only where it does not come. */
export const shown = { timeout: 30_000 };

const languages = ['en', 'es'] as const;
const themes = ['light', 'dark'] as const;

/** Where pictures of every screen go, in each language and theme, if anywhere. */
const pictures = process.env.CONSOLE_PICTURES;

/** Resolves once it has the focus, which comes back a moment after a dialog has gone. */
export const hasFocus = (one: Locator) => one.and(one.page().locator(':focus')).waitFor(shown);

interface ScreenToSee {
  /** Names its pictures as well. */
  name: string;
  /** Below the tenant's path, such as `activities?status=FAILED`. */
  path: () => string;
  /** What is there once the screen is. */
  sign: string;
  /** What is done before it is looked at. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** The console of one tenant in Chromium. Each page has a browser context of its own. */
export class ConsoleBrowser {
  private browser: Browser | undefined;
  private readonly sessions = new Map<string, string>();

  constructor(
    private readonly scenario: () => Scenario,
    /** The tenant's code, and the key that opens the session. */
    private readonly who: () => { code: string; key: string },
  ) {}

  /** To be called in a describe: starts the browser and ends it. */
  useBrowser(): void {
    beforeAll(async () => (this.browser = await startBrowser()));
    afterAll(() => this.browser?.close());
    afterEach(() => Promise.all(this.browser?.contexts().map((context) => context.close()) ?? []));
  }

  at(screen: string, code = this.who().code): string {
    return `${this.scenario().api.url}/console/t/${code}/${screen}`;
  }

  /** A browser of its own, which prefers this look, not signed in. */
  async context({ language = 'en', theme = 'light', width = 1280 }: Look = {}): Promise<BrowserContext> {
    if (!this.browser) throw new Error('useBrowser() comes first');
    return this.browser.newContext({
      locale: language === 'en' ? 'en-GB' : 'es-CO',
      colorScheme: theme,
      viewport: { width, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
  }

  /** A page of somebody who has signed in already, at a screen of the tenant; one session serves all pages of a key. */
  async open(screen: string, look: Look = {}, key = this.who().key): Promise<WatchedPage> {
    const context = await this.context(look);
    const { url } = this.scenario().api;
    const cookie = this.sessions.get(key) ?? (await sessionOf(url, key));
    this.sessions.set(key, cookie);
    const watched = await openPage(context, url);
    // Through the debugger: the library would name a domain, which a cookie of one host may not have.
    const debugging = await context.newCDPSession(watched.page);
    const [name = '', value = ''] = cookie.split('=');
    const rest = { url, path: '/', secure: true, httpOnly: true, sameSite: 'Strict' as const };
    await debugging.send('Network.setCookie', { name, value, ...rest });
    await watched.page.goto(this.at(screen, look.of));
    return watched;
  }

  /**
   * Each screen in each language and theme: nothing that axe finds (WCAG 2.2 A and AA), nothing that the policy refuses, no
   * error of a script, no request to another host; and it fits 320 px.
   */
  seesWell(screens: ScreenToSee[]): void {
    describe.each(languages)('in %s, light and dark', (language) => {
      it.each(screens)('$name can be read and used by everybody', async ({ name, path: screen, sign, prepare }) => {
        const { page, complaints } = await this.open(screen(), { language });
        await page.locator(sign).first().waitFor(shown);
        await prepare?.(page);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        for (const theme of themes) {
          await turnTo(page, theme);
          await takePicture(page, `${name}-${language}-${theme}`);
          expect([theme, ...(await accessibilityFaults(page))]).toEqual([theme]);
        }
        expect(complaints).toEqual([]);
      });
    });

    it.each(screens)('$name fits 320 px without scrolling sideways', async ({ path: screen, sign, prepare }) => {
      const { page } = await this.open(screen(), { width: 320, language: 'es' });
      await page.locator(sign).first().waitFor(shown);
      await prepare?.(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    });
  }
}

async function sessionOf(url: string, key: string): Promise<string> {
  const answer = await fetch(`${url}/api/console/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`no session: ${answer.status} ${await answer.text()}`);
  return cookie.split(';')[0] ?? '';
}

/** As when the system's theme changes: until the page has its colours, none half way. */
async function turnTo(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-theme=${theme}]`).waitFor(shown);
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().map((one) => one instanceof CSSTransition && one.finished))',
  );
}

async function takePicture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  fs.mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name.replaceAll(' ', '-')}.png`) });
}

/** The code of a tenant, which stands in the addresses of its screens. */
export async function codeOf(actor: Actor): Promise<string> {
  return (await actor.request<{ code: string }>('GET', '/api/tenants/me')).body.code;
}
