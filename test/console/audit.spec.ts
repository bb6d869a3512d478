import fs from 'node:fs';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let key: string;
let code: string;
let configId: string;

const hostile = '<img src=x onerror="document.title=\'hit\'">';
const secret = 'a-secret-of-the-provider';

beforeAll(async () => {
  scenario = await Scenario.start(0);
  actor = await scenario.tenant();
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'VIEW_AUDIT', 'MANAGE_ACTIVITY_CONFIG');
  code = await codeOf(actor);
  configId = await actor.yom({ name: 'field-app', credentials: { apiKey: secret } });
  await actor.request('PATCH', `/api/dispatch-configs/${configId}`, { body: { name: hostile } });
  const shelf = { key: 'shelf', label: 'Shelf' };
  await actor.request('POST', '/api/activity-config/attribute-keys', { body: shelf });
  const viewer = await actor.tenant.key('VIEW_ACTIVITIES');
  await actor.request('POST', '/api/operators', { key: viewer, body: {} });
});
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);

interface EntryBody {
  id: string;
  action: string;
}
const entries = async (query: string) =>
  (await actor.request<{ data: EntryBody[] }>('GET', `/api/audit?${query}`)).body.data;

describeInBrowser('the audit log in the console', () => {
  browser.useBrowser();
  let changed: string;
  beforeAll(async () => {
    changed = (await entries('action=dispatch_config.changed'))[0]?.id ?? '';
  });
  browser.seesWell([
    { name: 'the audit log', path: () => 'audit', sign: 'tbody a' },
    { name: 'an entry of it', path: () => `audit?row=${changed}`, sign: '[role=dialog] tbody td' },
  ]);

  it('tells what a change was before and after, as text, and leads to what was changed', async () => {
    const { page, complaints } = await browser.open('audit?subjectType=dispatch_config');
    await page.locator('tbody a').first().waitFor(shown);
    expect(await page.locator('tbody a').allTextContents()).toEqual(['Account: changed', 'Account: created']);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Account: changed' });
    const row = dialog.locator('tbody tr');
    await row.first().waitFor(shown);
    expect(await row.locator('td').allTextContents()).toEqual(['name', 'field-app', hostile]);
    expect(await dialog.getByRole('link', { name: configId }).getAttribute('href')).toBe(
      `/console/t/${code}/configs/${configId}`,
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ ...shown, state: 'detached' });
    await page.getByRole('link', { name: 'Account: created' }).click();
    const credentials = page.getByRole('dialog').locator('tr', { hasText: 'credentials' });
    await credentials.waitFor(shown);
    expect(await credentials.textContent()).toContain('set');
    expect(await page.content()).not.toContain(secret);
    expect(complaints).toEqual([]);
  });

  it('holds its filters in the address', async () => {
    const { page } = await browser.open('audit');
    await page.locator('tbody a').first().waitFor(shown);
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Refused');
    await page.waitForURL(browser.at('audit?outcome=refused'), shown);
    await page.getByRole('link', { name: 'Operation: refused' }).waitFor(shown);
    await page
      .locator('tbody tr')
      .nth(1)
      .waitFor({ ...shown, state: 'detached' });
    await page.getByRole('combobox', { name: 'When' }).selectOption('All time');
    await page.getByRole('searchbox', { name: 'Who, such as key:erk_a1B2c3' }).fill('platform');
    await page.keyboard.press('Enter');
    await page.waitForURL(browser.at('audit?outcome=refused&range=all&actor=platform'), shown);
    await page.getByRole('heading', { name: 'No entry matches these filters.' }).waitFor(shown);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.waitForURL(browser.at('audit?range=all'), shown);

    await page.getByRole('link', { name: 'Attribute key: created' }).click();
    await page.getByRole('link', { name: 'All that was done to it' }).click();
    await page.waitForURL(browser.at('audit?subjectId=shelf&range=all'), shown);
    await page
      .locator('tbody tr')
      .nth(1)
      .waitFor({ ...shown, state: 'detached' });
    expect(await page.getByRole('searchbox', { name: 'Id of the subject' }).inputValue()).toBe('shelf');
  });

  it('exports what the filters find, an entry a line', async () => {
    const { page } = await browser.open('audit?subjectType=dispatch_config&range=all');
    const coming = page.waitForEvent('download', shown);
    await page.getByRole('button', { name: 'Export NDJSON' }).click();
    const saved = await coming;
    expect(saved.suggestedFilename()).toBe(`audit-${code}.ndjson`);
    const lines = fs
      .readFileSync(await saved.path(), 'utf8')
      .trim()
      .split('\n');
    const actions = lines.map((line) => (JSON.parse(line) as EntryBody).action);
    expect(actions).toEqual(['dispatch_config.changed', 'dispatch_config.created']);
  });

  it('is not for keys without the permission', async () => {
    const { page } = await browser.open('audit', {}, await actor.tenant.key('VIEW_ACTIVITIES'));
    await page.getByText('Your key lacks the permission VIEW_AUDIT.').waitFor(shown);
    await page.getByText('You may not see this').waitFor(shown);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Export NDJSON' }).isDisabled()).toBe(true);
  });

  it('shows nothing of another tenant', async () => {
    const other = await scenario.tenant();
    await other.yom({ name: 'of-another-tenant' });
    const { page } = await browser.open('audit?range=all');
    await page.locator('tbody a').first().waitFor(shown);
    expect(await page.getByText('of-another-tenant').count()).toBe(0);
  });
});
