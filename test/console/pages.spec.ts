import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, openPage, type WatchedPage } from '../support/browser';
import { codeOf, ConsoleBrowser, hasFocus, type Look, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';
import { secretOf } from '../support/tenants';
import { execute } from '../support/sql';

jest.setTimeout(120_000);

const built = path.join(__dirname, '../../dist/apps/console');

let scenario: Scenario;
let actor: Actor;
let key: string;
let code: string;
const ids: Record<'sent' | 'waiting' | 'failed', string> = { sent: '', waiting: '', failed: '' };

/** What a provider may answer; shown as the text that it is. */
const hostile = '<img src=x onerror="document.title=\'hit\'"> not a valid number';

beforeAll(async () => {
  scenario = await Scenario.start();
  actor = await scenario.tenant();
  await actor.yom({ name: 'field-app', settings: { failFast: true } });
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'CANCEL_ACTIVITY', 'REDRIVE_ACTIVITY');
  code = await codeOf(actor);
  ids.sent = (await actor.create({ reason: 'order_suggestion' })).id;
  await actor.untilStatus(ids.sent, 'DISPATCHED');
  scenario.sink.answerNext({ status: 400, body: { error: hostile } });
  ids.failed = (await actor.create({ reason: 'payment_reminder' })).id;
  await actor.untilStatus(ids.failed, 'FAILED');
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  ids.waiting = (await actor.create({ reason: 'collection_visit', scheduledAt: tomorrow })).id;
});
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);
const at = (screen: string) => browser.at(screen);
const signedIn = (screen: string, look?: Look, asKey?: string) => browser.open(screen, look, asKey);

/** A page that asks for a key, at a screen of the tenant unless told another address. */
async function notSignedIn(screen: string, look: Look = {}): Promise<WatchedPage> {
  const watched = await openPage(await browser.context(look), scenario.api.url);
  await watched.page.goto(screen.startsWith('http') ? screen : at(screen));
  await watched.page.locator('input[type=password]').waitFor(shown);
  return watched;
}

/** Signs in as people do. */
async function enter(page: Page, asKey: string): Promise<void> {
  await page.locator('input[type=password]').fill(asKey);
  await page.keyboard.press('Enter');
}

const rows = (page: Page) => page.locator('tbody tr');
const reasons = async (page: Page) => page.locator('tbody a').allTextContents();

describe('the built page', () => {
  interface Part {
    file: string;
    isEntry?: boolean;
    isDynamicEntry?: boolean;
    imports?: string[];
    css?: string[];
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Part>;

  /** All files that a part needs. */
  function filesOf(name: string, seen = new Set<string>()): Set<string> {
    const part = manifest[name];
    if (!part || seen.has(part.file)) return seen;
    seen.add(part.file);
    for (const file of part.css ?? []) seen.add(file);
    for (const other of part.imports ?? []) filesOf(other, seen);
    return seen;
  }
  const sizeOf = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(fs.readFileSync(path.join(built, file))).length, 0);
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';

  it('is loaded with at most 250 kB', () => {
    expect(sizeOf(filesOf(entry))).toBeLessThanOrEqual(250_000);
  });

  it('needs at most 60 kB more for another screen, 150 kB for the one with the editor', () => {
    const first = filesOf(entry);
    const others = Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry);
    expect(others.length).toBeGreaterThan(0);
    for (const name of others) {
      const most = name.endsWith('EditRulesScreen.tsx') ? 150_000 : 60_000;
      expect(sizeOf([...filesOf(name)].filter((file) => !first.has(file)))).toBeLessThanOrEqual(most);
    }
  });

  it('has smaller copies of each asset that hold the same', () => {
    const assets = path.join(built, 'assets');
    const files = fs.readdirSync(assets).filter((name) => !/\.(br|gz)$/.test(name));
    for (const name of files) {
      expect(fs.existsSync(path.join(assets, `${name}.br`))).toBe(true);
      const packed = gunzipSync(fs.readFileSync(path.join(assets, `${name}.gz`)));
      expect(packed.equals(fs.readFileSync(path.join(assets, name)))).toBe(true);
    }
  });
});

describe('the server', () => {
  const get = (where: string, headers = {}) => fetch(scenario.api.url + where, { headers, redirect: 'manual' });

  it('answers the page at every path below, with a policy and a nonce of its own each time', async () => {
    const [one, two] = await Promise.all([get('/console/'), get('/console/t/x/activities?status=FAILED')]);
    const nonces = [one, two].map((answer) => {
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script';trusted-types 'none'");
      expect(policy).not.toContain('unsafe');
      return /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    });
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(await one.text()).toContain(`nonce="${nonces[0]}"`);
    const page = await two.text();
    expect(page).toContain(`nonce="${nonces[1]}"`);
    expect(page).not.toContain('%NONCE%');
  });

  it('leads to the page, and has nothing else there', async () => {
    const short = await get('/console');
    expect([short.status, short.headers.get('location')]).toEqual([308, '/console/']);
    const posted = await fetch(`${scenario.api.url}/console/`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('keeps assets for good, compressed where the browser takes that, and tells of missing ones', async () => {
    const page = await (await get('/console/')).text();
    const [, script = ''] = /src="([^"]+\.js)"/.exec(page) ?? [];
    const answer = await get(script, { 'accept-encoding': 'br' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    for (const where of ['/console/assets/none.js', '/console/assets/..%2findex.html', '/console/assets/']) {
      const missing = await get(where);
      expect(missing.status).toBe(404);
      expect(await missing.json()).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describeInBrowser('the console in a browser', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'activities', path: () => 'activities', sign: 'tbody a' },
    { name: 'a failed activity', path: () => `activities/${ids.failed}`, sign: 'ol > li' },
    { name: 'a waiting activity', path: () => `activities/${ids.waiting}`, sign: 'ol > li' },
    { name: 'an activity beside the list', path: () => `activities?row=${ids.failed}`, sign: 'aside ol > li' },
    { name: 'an empty list', path: () => 'activities?search=nothing-has-this', sign: 'h2' },
    { name: 'what does not exist', path: () => 'activities/019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a', sign: 'h1' },
  ]);

  describe.each(['light', 'dark'] as const)('in %s', (theme) => {
    it('the sign-in and the dialogs too', async () => {
      const { page, complaints } = await notSignedIn('activities', { theme });
      expect(await accessibilityFaults(page)).toEqual([]);
      await enter(page, key);
      await page.locator('tbody a').first().waitFor(shown);
      for (const shortcut of ['?', 'Control+k']) {
        await page.keyboard.press(shortcut);
        await page.getByRole('dialog').waitFor(shown);
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ ...shown, state: 'detached' });
      }
      expect(complaints).toEqual([]);
    });
  });

  it('opens a session with a key, of which nothing stays in the page, in storage or in the address', async () => {
    const { page } = await notSignedIn('activities');
    await enter(page, key);
    await page.waitForURL(at('activities'), shown);
    await page.locator('tbody a').first().waitFor(shown);
    const kept = await page.evaluate(
      'JSON.stringify([document.documentElement.outerHTML, { ...localStorage }, { ...sessionStorage }])',
    );
    expect(String(kept)).not.toContain(secretOf(key));
    expect(page.url()).not.toContain(secretOf(key));
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('says of a wrong key that it is none, and keeps the focus in the field', async () => {
    const { page } = await notSignedIn('activities');
    await enter(page, 'erk_wrong');
    await page.getByRole('alert').waitFor(shown);
    await hasFocus(page.locator('#key'));
  });

  it('goes from the list to a row and back by keys alone', async () => {
    const { page } = await signedIn('activities');
    await rows(page).first().waitFor(shown);
    expect(await reasons(page)).toEqual(['collection_visit', 'payment_reminder', 'order_suggestion']);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL(at(`activities/${ids.failed}`), shown);
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.waitForURL(at('activities'), shown);
    await page.keyboard.press('/');
    await page.keyboard.type('collection_visit');
    await page.keyboard.press('Enter');
    await page.waitForURL(at('activities?search=collection_visit'), shown);
    await page.getByText('Found by their reason.').waitFor(shown);
    expect(await reasons(page)).toEqual(['collection_visit']);
  });

  it('shows the same list to whoever opens its address', async () => {
    const { page } = await signedIn('activities');
    await page.getByRole('button', { name: /^Failed/ }).click();
    await page.getByRole('combobox', { name: 'Created' }).selectOption('30d');
    await page.getByRole('button', { name: '+ Filter' }).click();
    await page.getByRole('checkbox', { name: 'WhatsApp' }).check();
    await page.getByRole('checkbox', { name: 'SMS' }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Remove the filter Channel: WhatsApp, SMS' }).waitFor(shown);
    const address = page.url();
    expect(address).toBe(at('activities?status=FAILED&range=30d&channel=WHATSAPP,SMS'));
    const other = await signedIn('activities?status=FAILED&range=30d&channel=WHATSAPP,SMS', { language: 'es' });
    await other.page.getByRole('button', { name: 'Quitar el filtro Canal: WhatsApp, SMS' }).waitFor(shown);
    await rows(other.page).first().waitFor(shown);
    expect(await reasons(other.page)).toEqual(['payment_reminder']);
    expect(await other.page.getByRole('button', { name: /^Fallida/ }).getAttribute('aria-pressed')).toBe('true');
    expect(await other.page.getByRole('combobox', { name: 'Creada' }).inputValue()).toBe('30d');
  });

  it('shows one beside the list, and what was sent to who is shown addresses', async () => {
    const seeing = await actor.tenant.key('VIEW_ACTIVITIES', 'VIEW_CONTACTS');
    const { page } = await signedIn('activities?search=payment_reminder', {}, seeing);
    await page.getByText('1 attempt · HTTP 400').click();
    await page.waitForURL(at(`activities?search=payment_reminder&row=${ids.failed}`), shown);
    const panel = page.getByRole('complementary', { name: 'Details of payment_reminder' });
    await hasFocus(panel);
    await panel.getByText('Request', { exact: true }).click();
    await panel.locator('pre').getByText('"payment_reminder"').waitFor(shown);
    await page.keyboard.press('Escape');
    await page.waitForURL(at('activities?search=payment_reminder'), shown);
    await hasFocus(page.getByRole('link', { name: 'payment_reminder' }));
    await page.goBack();
    await panel.getByRole('link', { name: 'Open its page' }).click();
    await page.waitForURL(at(`activities/${ids.failed}`), shown);
  });

  it('says beside the list that there is none of that id', async () => {
    const { page } = await signedIn('activities?row=019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a');
    await page.getByRole('complementary', { name: 'Details' }).getByText('This does not exist').waitFor(shown);
  });

  it('keeps views under names in this browser', async () => {
    const { page } = await signedIn('activities?status=FAILED&channel=WHATSAPP');
    const views = page.getByRole('button', { name: 'Views' });
    await views.click();
    await page.getByRole('textbox', { name: 'Name of this view' }).fill('Failed messages');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Failed messages' }).waitFor(shown);
    await page.goto(at('activities'));
    await views.click();
    await page.getByRole('link', { name: 'Failed messages' }).click();
    await page.waitForURL(at('activities?status=FAILED&channel=WHATSAPP'), shown);
    await views.click();
    await page.getByRole('button', { name: 'Remove the view Failed messages' }).click();
    await page.getByText('Views are kept in this browser.').waitFor(shown);
    await page.reload();
    await views.click();
    await page.getByText('Views are kept in this browser.').waitFor(shown);
  });

  it('has the further columns that a reader chose', async () => {
    const { page } = await signedIn('activities');
    await page.getByRole('columnheader', { name: 'Why' }).waitFor(shown);
    expect(await page.getByRole('columnheader', { name: 'Attempts' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Columns' }).click();
    for (const name of ['Score', 'Attempts']) await page.getByRole('checkbox', { name }).check();
    await page.keyboard.press('Escape');
    await page.reload();
    const heads = page.getByRole('columnheader');
    await heads.nth(8).waitFor(shown);
    expect(await heads.allTextContents()).toEqual([
      ...['', 'Status', 'Reason', 'Channel · account', 'Store', 'Why', 'Attempts', 'Score', 'Created'],
    ]);
    expect(await rows(page).nth(1).locator('td').nth(6).textContent()).toBe('1');
  });

  it('is as wide with a scroll bar as without, and under a dialog', async () => {
    const { page } = await signedIn('routes');
    const widthOf = async (sign: string) => {
      await page.locator(sign).first().waitFor(shown);
      return page.evaluate('document.querySelector("#content").getBoundingClientRect().width');
    };
    const width = await widthOf('tbody a');
    expect(await page.evaluate('document.documentElement.scrollHeight > innerHeight')).toBe(false);
    await page.keyboard.press('?');
    expect(await widthOf('[role=dialog]')).toBe(width);
    await page.goto(at('activities/new'));
    expect(await widthOf('form')).toBe(width);
    expect(await page.evaluate('document.documentElement.scrollHeight > innerHeight')).toBe(true);
  });

  it('says how many there are of what a filter may be', async () => {
    const { page } = await signedIn('activities?search=payment_reminder');
    await page.getByRole('button', { name: '+ Filter' }).click();
    await page.getByText('WhatsApp1', { exact: true }).waitFor(shown);
    await page.getByText('SMS0', { exact: true }).waitFor(shown);
    await page.getByRole('combobox', { name: 'Filter' }).selectOption('origin');
    await page.getByText('API1', { exact: true }).waitFor(shown);
  });

  it('names the filters of an address that it does not know', async () => {
    const { page } = await signedIn('activities?colour=blue');
    await page.getByText('colour').waitFor(shown);
  });

  it('tells why an activity failed, with the provider’s answer as text', async () => {
    const { page, complaints } = await signedIn(`activities/${ids.failed}`);
    await page
      .getByRole('alert')
      .getByText(/It failed after 1 attempt: .*HTTP 400/)
      .waitFor(shown);
    await page.getByText('Answer').click();
    await page.locator('pre').getByText('<img src=x onerror=').waitFor(shown);
    expect(await page.locator('pre').first().textContent()).toMatch(/^\{\n {2}"/);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('hit');
    expect(complaints).toEqual([]);
  });

  it('redrives a failed one and shows the new one', async () => {
    const again = await actor.create({ reason: 'to_redrive' });
    scenario.sink.answerNext({ status: 400 });
    const failed = await actor.until(again.id, ({ status }) => status !== 'READY');
    if (failed.status !== 'FAILED') throw new Error('the answer was for another');
    // As if it had failed a minute ago.
    const earlier = `UPDATE activity_events SET created_at = created_at - interval '1 minute' WHERE activity_id = $1`;
    await execute(scenario.api, earlier, [again.id]);
    const { page } = await signedIn(`activities/${again.id}`);
    await page.getByRole('button', { name: 'Redrive' }).click();
    await page.waitForURL((url) => !url.pathname.includes(again.id), shown);
    const { redrivenAs } = await actor.get(again.id);
    expect(page.url()).toBe(at(`activities/${redrivenAs}`));
    await page.getByText('Repeats').first().waitFor(shown);
    await page.goto(at(`activities/${again.id}`));
    const timeline = page.getByRole('list').filter({ hasText: 'Repeated as' });
    await timeline.waitFor(shown);
    // It was over by then, so nothing waited.
    expect(await timeline.getByText('waited').count()).toBe(0);
  });

  it('asks before it cancels, and gives the focus back when one thinks better of it', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const { id } = await actor.create({ reason: 'to_cancel', scheduledAt: tomorrow });
    const { page } = await signedIn(`activities/${id}`);
    const cancel = page.getByRole('button', { name: 'Cancel' });
    await cancel.click();
    await page.getByRole('dialog', { name: 'Cancel “to_cancel”?' }).waitFor(shown);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ ...shown, state: 'detached' });
    await hasFocus(cancel);
    expect((await actor.get(id)).status).toBe('READY');
    await cancel.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('It was canceled.').first().waitFor(shown);
    expect((await actor.get(id)).status).toBe('CANCELED');
  });

  it('shows what the key may not do, with the permission that it needs', async () => {
    const { page } = await signedIn(`activities/${ids.failed}`, {}, await actor.tenant.key('VIEW_ACTIVITIES'));
    const redrive = page.getByRole('button', { name: 'Redrive' });
    await redrive.waitFor(shown);
    expect(await redrive.isDisabled()).toBe(true);
    expect(await redrive.getAttribute('title')).toBe('Needs the permission REDRIVE_ACTIVITY');
  });

  it('patches a row in place, and lets new ones wait behind a button', async () => {
    const own = await scenario.tenant();
    await own.yom();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const first = await own.create({ reason: 'first', scheduledAt: tomorrow });
    const { page } = await notSignedIn(`${scenario.api.url}/console/t/${await codeOf(own)}/activities`);
    await enter(page, await own.tenant.key('VIEW_ACTIVITIES'));
    await rows(page).first().waitFor(shown);
    await own.request('PATCH', `/api/activities/${first.id}/cancel`);
    await own.create({ reason: 'second', scheduledAt: tomorrow });
    await rows(page).getByText('Canceled').first().waitFor(shown);
    await page.getByRole('button', { name: '1 new' }).waitFor(shown);
    expect(await reasons(page)).toEqual(['first']);
    await page.getByRole('button', { name: '1 new' }).click();
    await rows(page).getByText('second').waitFor(shown);
    expect(await reasons(page)).toEqual(['second', 'first']);
  });

  it('says when it lost the api, and goes on by itself when that is back', async () => {
    const { page } = await signedIn('activities');
    await page.getByRole('button', { name: 'Live' }).waitFor(shown);
    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Reconnecting' }).waitFor({ timeout: 60_000 });
    expect(await rows(page).count()).toBeGreaterThan(0);
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Live' }).waitFor({ timeout: 60_000 });
  });

  it('says that a list took too long, and keeps its filters to be narrowed', async () => {
    const { page } = await signedIn('overview');
    const client = new Client({ connectionString: scenario.api.settings.databaseUrl });
    await client.connect();
    try {
      await client.query('BEGIN; LOCK TABLE activities IN ACCESS EXCLUSIVE MODE');
      await page.goto(at('activities'));
      const fault = page.getByRole('alert');
      await fault.getByText('SEARCH_TOO_BROAD').waitFor(shown);
      await fault.getByText('It took too long. Narrow the range, then try again.').waitFor(shown);
      await page.getByRole('searchbox').fill('payment_reminder');
      await client.query('ROLLBACK');
      await fault.getByRole('button', { name: 'Try again' }).click();
      await rows(page).first().waitFor(shown);
      expect(await fault.count()).toBe(0);
    } finally {
      await client.end();
    }
  });

  it('asks for a key again when that of the session ends, and comes back to where one was', async () => {
    const made = await actor.request<{ id: string; plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'short', permissions: ['VIEW_ACTIVITIES'] },
    });
    const { page } = await signedIn('activities?status=FAILED', {}, made.body.plaintextKey);
    await rows(page).first().waitFor(shown);
    await actor.request('POST', `/api/api-keys/${made.body.id}/revoke`);
    await page.locator('input[type=password]').waitFor({ timeout: 60_000 });
    await page.getByText('The session has ended.').waitFor(shown);
    await enter(page, key);
    await page.waitForURL(at('activities?status=FAILED'), shown);
  });

  it('finds nothing of another tenant', async () => {
    const other = await scenario.tenant();
    const otherKey = await other.tenant.key('VIEW_ACTIVITIES');
    const { page } = await notSignedIn(`activities/${ids.failed}`);
    await enter(page, otherKey);
    await page.getByText('or it belongs to another tenant').waitFor(shown);
    expect(await page.getByText('payment_reminder').count()).toBe(0);
  });

  it('tells what to do where there is nothing yet', async () => {
    const fresh = await scenario.tenant();
    const { page } = await notSignedIn(`${scenario.api.url}/console/t/${await codeOf(fresh)}/activities`);
    await enter(page, await fresh.tenant.key('VIEW_ACTIVITIES'));
    await page.getByRole('heading', { name: 'No activities yet' }).waitFor(shown);
    await page.getByText('curl ').waitFor(shown);
  });

  it('opens its menu at 320 px', async () => {
    const { page } = await signedIn('activities', { width: 320, language: 'es' });
    await page.getByRole('button', { name: 'Menú' }).click();
    await page.getByRole('link', { name: 'Actividades' }).first().waitFor(shown);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
