import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let key: string;
let code: string;

const hostile = '<img src=x onerror="document.title=\'hit\'">';

interface StoreBody {
  id: string;
  name: string;
  users: { id: string; firstName: string; contacts: { id: string; type: string; value: string }[] }[];
}

const store = async (id: string) => (await actor.request<StoreBody>('GET', `/api/commerces/${id}`)).body;
const makeStore = async (fields: object) => {
  const made = await actor.request<StoreBody>('POST', '/api/commerces', { body: fields });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
};

beforeAll(async () => {
  scenario = await Scenario.start();
  actor = await scenario.tenant();
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'MANAGE_COMMERCES');
  code = await codeOf(actor);
  await actor.yom();
  const { id } = await actor.create({ reason: 'order_suggestion' });
  await actor.untilStatus(id, 'DISPATCHED');
  await actor.result({ activityId: id, taskResult: { comment: 'ordered twelve' } });
});
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);

describeInBrowser('stores in the console', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'stores', path: () => 'commerces', sign: 'tbody a' },
    { name: 'a store', path: () => `commerces/${actor.commerceId}`, sign: 'article td' },
    { name: 'a new store', path: () => 'commerces/new', sign: 'form select' },
    { name: 'the import of stores', path: () => 'commerces/import', sign: 'input[type=file]' },
  ]);

  it('finds a store and opens it by keys alone', async () => {
    await makeStore({ externalId: 'BAKERY-7', name: `Bakery ${hostile}`, taxId: '900-1' });
    const { page, complaints } = await browser.open('commerces');
    await page.locator('tbody a').first().waitFor(shown);
    await page.keyboard.press('/');
    await page.keyboard.type('900-1');
    await page.keyboard.press('Enter');
    await page.waitForURL(browser.at('commerces?search=900-1'), shown);
    await page.getByText('BAKERY-7').waitFor(shown);
    await page.keyboard.press('Escape');
    await page
      .locator('tbody tr')
      .nth(1)
      .waitFor({ ...shown, state: 'detached' });
    await page.getByRole('searchbox').evaluate((field: { blur(): void }) => field.blur());
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Bakery <img' }).waitFor(shown);
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('makes a store, and says at the field what the api refuses', async () => {
    const { page } = await browser.open('commerces/new');
    await page.getByRole('textbox', { name: 'Name' }).fill('Corner Two');
    await page.getByRole('textbox', { name: 'Your id' }).fill('STORE-1');
    await page.getByRole('combobox', { name: 'Country' }).selectOption('CO');
    await page.getByRole('textbox', { name: 'Metadata' }).fill('[1]');
    await page.getByRole('button', { name: 'Create store' }).click();
    await page.getByText('This is not an object of JSON.').waitFor(shown);
    await page.getByRole('textbox', { name: 'Metadata' }).fill('{"zone": 4}');
    await page.getByRole('button', { name: 'Create store' }).click();
    await page.getByRole('alert').getByText('CONFLICT').waitFor(shown);
    await page.getByRole('textbox', { name: 'Your id' }).fill('STORE-2');
    await page.getByRole('button', { name: 'Create store' }).click();
    await page.getByRole('heading', { level: 1, name: 'Corner Two' }).waitFor(shown);
    const id = page.url().split('/').at(-1) ?? '';
    expect(await store(id)).toMatchObject({ externalId: 'STORE-2', country: 'CO', metadata: { zone: 4 } });
  });

  it('gives a store a person and contacts, and tells whom each channel reaches', async () => {
    const { id } = await makeStore({ externalId: 'STORE-3', name: 'Empty Store' });
    const { page } = await browser.open(`commerces/${id}`);
    const reach = page.getByRole('region', { name: 'Would be reached by' });
    await reach.getByText('Nobody').first().waitFor(shown);
    await page.getByRole('button', { name: 'Add person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'First name' }).fill('Bruno');
    await dialog.getByRole('checkbox', { name: 'Orders' }).check();
    await dialog.getByRole('button', { name: 'Add person' }).click();
    // Behind a dialog too, where roles are hidden.
    const person = page.getByRole('article', { name: 'Bruno', includeHidden: true });
    await person.getByText('No contacts').waitFor(shown);
    await person.getByRole('button', { name: 'Add contact' }).click();
    await dialog.getByRole('textbox', { name: 'Address' }).fill('12');
    await dialog.getByRole('button', { name: 'Add contact' }).click();
    await dialog.getByText('must be a phone number with at least 5 digits', { exact: true }).waitFor(shown);
    expect(await dialog.getByRole('textbox', { name: 'Address' }).getAttribute('aria-invalid')).toBe('true');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('+573001234567');
    await dialog.getByRole('button', { name: 'Add contact' }).click();
    await person.getByText('+573001234567').waitFor(shown);
    await reach.getByText('Bruno').first().waitFor(shown);
    expect((await store(id)).users).toMatchObject([
      { firstName: 'Bruno', roles: ['ORDERS'], contacts: [{ type: 'WHATSAPP', value: '+573001234567' }] },
    ]);
    await person.getByRole('button', { name: 'Delete' }).last().click();
    await page.getByRole('dialog', { name: 'Delete +573001234567?' }).getByRole('button', { name: 'Delete' }).click();
    await person.getByText('No contacts').waitFor(shown);
    await person.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog', { name: 'Delete Bruno?' }).getByRole('button', { name: 'Delete' }).click();
    await person.waitFor({ ...shown, state: 'detached' });
    expect((await store(id)).users).toEqual([]);
  });

  it('changes and deletes a store, unless activities are of it', async () => {
    const { id } = await makeStore({ externalId: 'STORE-4', name: 'Old Name' });
    const { page } = await browser.open(`commerces/${id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('New Name');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'New Name' }).waitFor(shown);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog', { name: 'Delete New Name?' }).getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(browser.at('commerces'), shown);
    expect((await actor.request('GET', `/api/commerces/${id}`)).status).toBe(404);

    await page.goto(browser.at(`commerces/${actor.commerceId}`));
    await page.getByRole('link', { name: 'order_suggestion' }).waitFor(shown);
    await page.getByText('ordered twelve').waitFor(shown);
    await page.getByRole('button', { name: 'Delete' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText('CONFLICT').waitFor(shown);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'All its activities' }).click();
    await page.getByRole('button', { name: 'Remove the filter Store (your id): STORE-1' }).waitFor(shown);
  });

  it('imports a file, and says of each line that was not why', async () => {
    const { page } = await browser.open('commerces/import');
    const choose = (name: string, text: string) =>
      page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose('wrong.csv', 'externalId,colour\nA,red\n');
    await page.getByRole('alert').getByText('unknown column colour').waitFor(shown);
    const users = JSON.stringify([{ firstName: 'Eva', roles: ['OWNER'] }]).replaceAll('"', '""');
    const lines = [
      'External ID;Name;country;users',
      `CSV-1;"Tienda; Uno";CO;"${users}"`,
      'CSV-2;Tienda Dos;Colombia;',
      'CSV-3;Tienda Tres;;not json',
      'CSV-4;Tienda Cuatro;;',
    ];
    await choose('stores.csv', `\uFEFF${lines.join('\r\n')}\r\n`);
    await page.getByText('3 stores can be read from the file.').waitFor(shown);
    await page.getByRole('button', { name: 'Import 3 stores' }).click();
    await page.getByText('2 stores created, 0 changed.').waitFor(shown);
    const told = page.getByRole('region', { name: '2 lines were not imported' }).first();
    expect(await told.locator('tbody tr').first().textContent()).toMatch(/^3CSV-2.*country/);
    expect(await told.locator('tbody tr').nth(1).textContent()).toMatch(/^4.*users is not JSON/);
    const { body } = await actor.request<{ data: StoreBody[] }>('GET', '/api/commerces?externalId=CSV-1');
    expect(body.data).toMatchObject([{ name: 'Tienda; Uno', country: 'CO', users: [{ firstName: 'Eva' }] }]);
  });

  it('masks contacts from a key that may not see them, and disables what it may not do', async () => {
    const viewer = await actor.tenant.key('VIEW_ACTIVITIES');
    const { page } = await browser.open(`commerces/${actor.commerceId}`, {}, viewer);
    await page.getByText('+56 ••• 2222').waitFor(shown);
    expect(await page.getByText('+56911112222').count()).toBe(0);
    const add = page.getByRole('button', { name: 'Add person' });
    expect(await add.isDisabled()).toBe(true);
    expect(await add.getAttribute('title')).toBe('Needs the permission MANAGE_COMMERCES');
  });

  it('finds nothing of another tenant, and says what to do where there is nothing', async () => {
    const other = await scenario.tenant();
    const { page } = await browser.open(`commerces/${other.commerceId}`);
    await page.getByText('or it belongs to another tenant').waitFor(shown);
    await page.goto(browser.at('commerces?search=nothing-has-this'));
    await page.getByRole('heading', { name: 'No store matches.' }).waitFor(shown);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('tbody a').first().waitFor(shown);
  });
});
