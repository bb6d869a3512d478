import { randomUUID } from 'node:crypto';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let code: string;
let platformKey: string;

interface TenantBody {
  id: string;
  code: string;
  name: string;
  status: string;
  settings: { timezone: string; weight: number; retentionDays: number | null; country: string | null };
}

const tenant = async (id: string) => (await scenario.api.request<TenantBody>('GET', `/api/tenants/${id}`)).body;

beforeAll(async () => {
  scenario = await Scenario.start(0);
  actor = await scenario.tenant();
  await actor.create();
  code = await codeOf(actor);
  platformKey = scenario.api.adminKey;
});
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key: platformKey }),
);

describeInBrowser('the platform in the console', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'settings of a guest', path: () => 'settings', sign: 'form' },
    { name: 'the tenants', path: () => '../../', sign: 'tbody a' },
  ]);

  it('lists the tenants with what is open, and goes into one by keys alone, in a red frame with its name', async () => {
    const { page } = await browser.open('../../');
    const row = page.locator('tbody tr', { hasText: code });
    await row.waitFor(shown);
    await row.locator('td').nth(3).getByText('1', { exact: true }).waitFor(shown);
    await row.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(browser.at('overview'), shown);
    await page.getByText('Platform in').waitFor(shown);
    const border = () =>
      page.evaluate("getComputedStyle(document.querySelector('[data-platform=true]'), '::after').borderTopColor");
    expect(await border()).toBe('rgb(180, 35, 42)');
    await page.goto(browser.at('commerces'));
    await page.getByText('Platform in').waitFor(shown);
    await page.getByRole('banner').getByRole('link', { name: code }).click();
    await page.getByRole('heading', { name: 'Tenants' }).waitFor(shown);
  });

  it('makes a tenant, and pauses it once its code is typed', async () => {
    const made = `new-${randomUUID()}`;
    const { page } = await browser.open('../../');
    await page.getByRole('button', { name: 'New tenant' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('New Foods');
    await dialog.getByRole('textbox', { name: 'Code' }).fill('Not A Code');
    await dialog.getByRole('button', { name: 'Create tenant' }).click();
    await dialog
      .getByText(/small letters, digits and hyphens, the first/)
      .first()
      .waitFor(shown);
    await dialog.getByRole('textbox', { name: 'Code' }).fill(made);
    await dialog.getByRole('combobox', { name: 'Time zone' }).fill('America/Bogota');
    await dialog.getByRole('button', { name: 'Create tenant' }).click();
    const row = page.locator('tbody tr', { hasText: made });
    await row.waitFor(shown);

    await row.getByRole('button', { name: 'Pause New Foods…' }).click();
    const confirm = page.getByRole('dialog', { name: 'Pause New Foods?' });
    const pause = confirm.getByRole('button', { name: 'Pause tenant' });
    expect(await pause.isDisabled()).toBe(true);
    await confirm.getByRole('textbox').fill(made);
    await pause.click();
    await row.getByText('Paused').waitFor(shown);
    const { body } = await scenario.api.request<{ data: TenantBody[] }>('GET', '/api/tenants?perPage=100');
    const found = body.data.find((one) => one.code === made);
    expect(found).toMatchObject({ status: 'PAUSED', settings: { timezone: 'America/Bogota' } });
    await row.getByRole('button', { name: 'Resume New Foods' }).click();
    await row.getByText('Active').waitFor(shown);
    expect((await tenant(found?.id ?? '')).status).toBe('ACTIVE');
  });

  it('changes the settings of a tenant', async () => {
    const own = await scenario.tenant();
    const ownCode = await codeOf(own);
    const { page } = await browser.open(`../${ownCode}/settings`);
    const form = page.getByRole('region', { name: 'Tenant' });
    await form.getByRole('button', { name: 'Save' }).waitFor(shown);
    await form.getByRole('combobox', { name: 'Time zone' }).fill('Nowhere/Land');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('must be a valid IANA time-zone').first().waitFor(shown);
    await form.getByRole('combobox', { name: 'Time zone' }).fill('America/Santiago');
    await form.getByRole('spinbutton', { name: 'Weight' }).fill('3');
    await form.getByRole('spinbutton', { name: 'Keep finished activities' }).fill('90');
    await form.getByRole('combobox', { name: 'Country' }).selectOption('CL');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('It is saved.').waitFor(shown);
    const settings = { timezone: 'America/Santiago', weight: 3, retentionDays: 90, country: 'CL' };
    expect((await tenant(own.tenant.id)).settings).toEqual(settings);
    // The zone in which times are shown follows at once.
    await page.getByRole('button', { name: 'Preferences, America/Santiago' }).waitFor(shown);
  });
});

describeInBrowser('the settings of a tenant’s own key', () => {
  const own = new ConsoleBrowser(
    () => scenario,
    () => ({ code, key: viewer }),
  );
  let viewer = '';
  beforeAll(async () => {
    viewer = await actor.tenant.key('VIEW_ACTIVITIES');
  });
  own.useBrowser();
  own.seesWell([{ name: 'settings', path: () => 'settings', sign: 'dl' }]);

  it('are read only, and the browser’s hold at once', async () => {
    const { page } = await own.open('settings');
    await page.getByText('Only the platform key changes these.').waitFor(shown);
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    expect(await page.getByText('Platform in').count()).toBe(0);
    await page.getByText('Read activities, results and what they refer to').waitFor(shown);
    expect(await page.getByText('VIEW_ACTIVITIES').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Español');
    await page.getByRole('heading', { name: 'Ajustes' }).waitFor(shown);
    await page.getByRole('combobox', { name: 'Zona horaria' }).selectOption('UTC');
    await page.getByRole('checkbox', { name: 'Atajos de una tecla' }).uncheck();
    await page.reload();
    await page.getByRole('heading', { name: 'Ajustes' }).waitFor(shown);
    expect(await page.getByRole('checkbox', { name: 'Atajos de una tecla' }).isChecked()).toBe(false);
    await page.getByRole('heading', { name: 'Ajustes' }).click();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('lead no tenant’s key to the list of tenants', async () => {
    const { page } = await own.open('../../');
    await page.waitForURL(own.at('overview'), shown);
  });
});
