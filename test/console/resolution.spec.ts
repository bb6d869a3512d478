import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let key: string;
let code: string;

const config = (path: string) => `/api/activity-config/${path}`;
const list = async (path: string) => (await actor.request<{ data: unknown[] }>('GET', config(path))).body.data;
const make = async (path: string, body: object) => {
  const made = await actor.request('POST', config(path), { body });
  if (made.status >= 300) throw new Error(JSON.stringify(made.body));
};

beforeAll(async () => {
  scenario = await Scenario.start(0);
  actor = await scenario.tenant();
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG');
  code = await codeOf(actor);
  await make('target-resolution', { strategy: 'ON_DISPATCH', priority: 9, fallbackToCommerceRep: false });
  await make('target-resolution', {
    strategy: 'ON_CREATION',
    channels: ['WHATSAPP', 'SMS'],
    priority: 1,
    criteria: [
      { type: 'LAST_CONTACTED_SAME_CHANNEL', config: { withinDays: 30 } },
      { type: 'ROLE_MATCH', config: { role: 'FINANCE' } },
    ],
  });
  await make('attribute-keys', { key: 'shelf', label: 'Shelf', description: 'Where it stands' });
  await make('attribute-policies', { key: 'discount', strategy: 'CALLER_PROVIDED', resolver: 'CALLER_PROVIDED' });
  await make('result-types', { code: 'COME_BACK', label: 'Come back', requiresFutureScheduledAt: true });
});
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);

describeInBrowser('targets, attributes and result types in the console', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'targets', path: () => 'resolution', sign: 'tbody td' },
    {
      name: 'targets being edited',
      path: () => 'resolution',
      sign: 'tbody td',
      prepare: async (page) => {
        await page.locator('tbody tr').first().locator('button').first().click();
        await page.locator('[role=dialog] form').waitFor(shown);
      },
    },
    { name: 'attributes', path: () => 'resolution?view=attributes', sign: 'tbody td' },
    { name: 'sources', path: () => 'resolution?view=sources', sign: 'tbody td' },
    { name: 'result types', path: () => 'resolution?view=results', sign: 'tbody td' },
  ]);

  it('tells in order and in sentences whom activities reach, and changes it', async () => {
    const { page } = await browser.open('resolution');
    await page.locator('tbody td').first().waitFor(shown);
    const sentences = () => page.locator('tbody tr td:nth-child(2)').allTextContents();
    expect(await sentences()).toEqual([
      'Who was contacted last on the channel, within 30 days, else everybody who is “Finance”, else the representative, else the owner',
      'The owner',
    ]);
    await page.getByRole('button', { name: 'Edit The owner' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add criterion' }).click();
    await dialog.getByRole('combobox', { name: 'Role' }).selectOption('Customer care');
    await dialog.getByRole('button', { name: 'Add criterion' }).click();
    await dialog.getByRole('combobox', { name: 'Criterion 2' }).selectOption('Who was contacted last');
    await dialog.getByRole('spinbutton', { name: 'Within days' }).fill('0');
    await dialog.getByRole('spinbutton', { name: 'Order' }).fill('1');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').waitFor(shown);
    expect(await dialog.getByRole('spinbutton', { name: 'Within days' }).getAttribute('aria-invalid')).toBe('true');
    await dialog.getByRole('spinbutton', { name: 'Within days' }).fill('7');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('CONFLICT').waitFor(shown);
    await dialog.getByRole('spinbutton', { name: 'Order' }).fill('0');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const now = 'Everybody who is “Customer care”, else who was contacted last, within 7 days, else the owner';
    await page.getByText(now).first().waitFor(shown);
    expect((await sentences())[0]).toBe(now);
    expect(await list('target-resolution')).toContainEqual(
      expect.objectContaining({
        priority: 0,
        criteria: [
          { type: 'ROLE_MATCH', config: { role: 'ATTENTION' }, priority: 0 },
          { type: 'LAST_CONTACTED_ALL_CHANNELS', config: { withinDays: 7 }, priority: 1 },
        ],
      }),
    );
    await page.getByRole('button', { name: `Delete ${now}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page
      .getByText(now)
      .first()
      .waitFor({ ...shown, state: 'detached' });
    expect(await list('target-resolution')).toHaveLength(1);
  });

  it('names an attribute by keys alone', async () => {
    const { page } = await browser.open('resolution?view=attributes');
    await page.locator('tbody td').first().waitFor(shown);
    await page.getByRole('button', { name: 'New attribute key' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Key' }).focus();
    await page.keyboard.type('credit_limit');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Credit limit');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Edit credit_limit' }).waitFor(shown);
    expect(await list('attribute-keys')).toContainEqual(expect.objectContaining({ label: 'Credit limit' }));
  });

  it('sets the source of a value, and shows the secret of its endpoint this once', async () => {
    const { page } = await browser.open('resolution?view=sources');
    await page.locator('tbody td').first().waitFor(shown);
    await page.getByRole('button', { name: 'New source' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Key' }).fill('credit_limit');
    await dialog.getByRole('textbox', { name: 'Endpoint' }).fill(`${scenario.sink.url}/attributes`);
    await dialog.getByRole('textbox', { name: 'Else' }).fill('five');
    await dialog.getByRole('button', { name: 'Save source' }).click();
    await dialog.getByText('This is not JSON.').waitFor(shown);
    await dialog.getByRole('textbox', { name: 'Else' }).fill('0');
    await dialog.getByRole('button', { name: 'Save source' }).click();
    const once = page.getByRole('dialog', { name: 'The secret of credit_limit' });
    const secret = (await once.locator('code').textContent(shown)) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await once.getByRole('checkbox').check();
    await once.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Edit credit_limit' }).waitFor(shown);
    expect(await page.content()).not.toContain(secret);
    expect(await list('attribute-policies')).toContainEqual(
      expect.objectContaining({ key: 'credit_limit', resolver: 'CLIENT_HOOK', fallback: 0 }),
    );
  });

  it('changes a result type', async () => {
    const { page } = await browser.open('resolution?view=results');
    await page.getByRole('button', { name: 'Edit COME_BACK' }).click(shown);
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Makes a follow-up' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ ...shown, state: 'detached' });
    expect(await list('result-types')).toMatchObject([{ code: 'COME_BACK', createsFollowUp: true }]);
  });

  it('shows what the key may not do, and what to do first where there is nothing', async () => {
    const other = await scenario.tenant();
    const viewer = await other.tenant.key('VIEW_ACTIVITIES');
    const { page } = await browser.open(`../${await codeOf(other)}/resolution`, {}, viewer);
    await page.getByRole('heading', { name: 'No targets yet' }).waitFor(shown);
    await page.getByText('goes to the representatives of its store, else to its owners').waitFor(shown);
    await page
      .getByText('Your key may not make the first one. Needs the permission MANAGE_ACTIVITY_CONFIG.')
      .waitFor(shown);
    const create = page.getByRole('button', { name: 'New targets' });
    expect(await create.getAttribute('title')).toBe('Needs the permission MANAGE_ACTIVITY_CONFIG');
  });
});
