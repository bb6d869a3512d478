import type { Page } from 'playwright-core';
import { Recurring } from '../gateway/recurring';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let recurring: Recurring;
let code: string;
let key: string;
let reminder: string;

/** What somebody may call a recurring action; shown as the text that it is. */
const hostile = '<img src=x onerror="document.title=\'hit\'">';
const hourMs = 3_600_000;
const hour = (ago: number) => new Date(Math.floor(Date.now() / hourMs) * hourMs - ago * hourMs).toISOString();

beforeAll(async () => {
  scenario = await Scenario.start();
  actor = await scenario.tenant();
  await actor.yom({ name: 'email', settings: { failFast: true } });
  recurring = new Recurring(scenario, actor);
  code = await codeOf(actor);
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'CREATE_ACTIVITY');
  reminder = await made({ name: 'Morning reminder', cron_expression: '0 9 * * MON-FRI', timezone: 'America/Santiago' });
  await made({ name: 'Monthly report', cron_expression: '0 6 1 * *', enabled: false });
  const ended = await made({ name: 'Campaign', cron_expression: '0 0 * * *' });
  await execute(scenario.api, `UPDATE recurring_actions SET next_at = NULL, ends_at = now() WHERE id = $1`, [ended]);
  await made({ name: hostile, cron_expression: '@daily' });
  const stock = await made({ name: 'Stock count', cron_expression: '0 * * * *' });
  scenario.sink.answerNext({ status: 400 });
  await backfilled(stock, hour(12), hour(12), 'FAILED');
  await backfilled(stock, hour(11), hour(4), 'DISPATCHED');
  await execute(
    scenario.api,
    `INSERT INTO recurring_occurrences (tenant_id, recurring_id, occurs_at, kind, status, reason, created_at)
     SELECT $1, $2, $3::timestamptz, 'scheduled', 'skipped', 'missed', now()`,
    [actor.tenant.id, stock, hour(3)],
  );
});
afterAll(() => scenario.close());

async function made(fields: Record<string, unknown>): Promise<string> {
  return (await recurring.create(fields)).id;
}

async function backfilled(id: string, from: string, to: string, status: string): Promise<void> {
  await recurring.at('POST', id, '/backfill', { from, to });
  for (const { activity_id } of await recurring.occurrences(id)) {
    if (activity_id !== null) await actor.until(activity_id, ({ status: now }) => now === status || now === 'FAILED');
  }
}

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);
const row = (page: Page, name: string) => page.locator('tbody tr').filter({ hasText: name });

describeInBrowser('recurring actions', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'recurring', path: () => 'recurring', sign: 'svg[role=img]' },
    { name: 'a recurring action', path: () => `recurring/${reminder}`, sign: 'aside ol li' },
    { name: 'changing one', path: () => `recurring/${reminder}?view=change`, sign: 'aside ol li' },
    { name: 'a new one', path: () => 'recurring/new', sign: 'aside ol li' },
    { name: 'none of a status', path: () => 'recurring?status=none', sign: 'tbody tr' },
  ]);

  it('tells at first sight when each is done next, and what became of the last times', async () => {
    const { page } = await browser.open('recurring');
    await row(page, 'Morning reminder').getByText('At 09:00, Monday through Friday').waitFor(shown);
    const { next_execution_at: next } = await recurring.get(reminder);
    await row(page, 'Morning reminder').locator(`time[datetime="${next}"]`).waitFor(shown);
    await row(page, 'Morning reminder').locator('time').nth(2).waitFor(shown);
    await row(page, 'Monthly report').getByText('Paused').waitFor(shown);
    await row(page, 'Campaign').getByText('Over: there is no further time').waitFor(shown);
    const stock = row(page, 'Stock count');
    await stock.getByRole('img', { name: 'Of the last 10: 8 fired, 1 failed, 1 skipped' }).waitFor(shown);
    await stock.getByText('Skipped: no dispatcher ran then', { exact: true }).waitFor(shown);
  });

  it('says expressions in the language of who reads', async () => {
    const { page } = await browser.open('recurring', { language: 'es' });
    await row(page, 'Morning reminder').getByText('A las 09:00, de lunes a viernes').waitFor(shown);
  });

  it('shows those of a status, as its address says', async () => {
    const { page } = await browser.open('recurring');
    await page.getByRole('button', { name: 'Paused', exact: true }).click();
    await page.waitForURL(browser.at('recurring?status=paused'), shown);
    await row(page, 'Morning reminder').waitFor({ ...shown, state: 'detached' });
    await row(page, 'Monthly report').waitFor(shown);
  });

  it('pauses at once, and takes it back', async () => {
    const id = await made({ name: 'To pause', cron_expression: '0 3 * * *' });
    const { page } = await browser.open('recurring');
    await page.getByRole('button', { name: 'Pause To pause' }).click();
    await page.getByText('“To pause” is paused.').waitFor(shown);
    await row(page, 'To pause').getByText('Paused').waitFor(shown);
    expect((await recurring.get(id)).status).toBe('paused');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('“To pause” goes on with its next time.').waitFor(shown);
    expect((await recurring.get(id)).status).toBe('active');
  });

  it('goes from the list to one and to what became of its times by keys alone', async () => {
    const { page } = await browser.open('recurring');
    await row(page, 'Stock count').waitFor(shown);
    const names = await page.locator('a[data-row]').allTextContents();
    for (let presses = 0; presses <= names.indexOf('Stock count'); presses += 1) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Stock count' }).waitFor(shown);
    await page.getByRole('heading', { name: 'What became of each time' }).waitFor(shown);
    await page.locator('a[data-row]').first().waitFor(shown);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/activities\/[0-9a-f-]{36}$/, shown);
  });

  it('is made by a preset, with the next times from the server', async () => {
    const { page } = await browser.open('recurring/new');
    await page.getByLabel('Name optional', { exact: true }).fill('Evening report');
    await page.getByLabel('Account or provider').fill('email');
    await page.getByLabel('Action type').fill('report');
    await page.getByLabel('Payload (JSON)').fill('{"to": ');
    await page.getByLabel('How often', { exact: true }).selectOption('weekdays');
    await page.getByLabel('At', { exact: true }).fill('18:30');
    await page.getByLabel('Time zone').fill('America/Bogota');
    const preview = page.getByRole('complementary', { name: 'The next times would be' });
    await preview.getByText('in America/Bogota').first().waitFor(shown);
    await preview
      .getByRole('listitem')
      .filter({ hasText: /^(Mon|Tue|Wed|Thu|Fri), .* 18:30 -05:00/ })
      .nth(9)
      .waitFor(shown);
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('This is not JSON.').waitFor(shown);
    await page.getByLabel('Payload (JSON)').fill('{"to": "ana"}');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Evening report' }).waitFor(shown);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await recurring.get(id)).toMatchObject({
      ...{ name: 'Evening report', cron_expr: '30 18 * * MON-FRI', timezone: 'America/Bogota', payload: { to: 'ana' } },
      ...{ overlap_policy: 'allow_all', missed_policy: 'fire_once', namespace: 'default' },
    });
  });

  it('tells what the clocks do to a time, and why an expression is refused', async () => {
    const { page } = await browser.open('recurring/new');
    await page.getByLabel('How often', { exact: true }).selectOption('expression');
    await page.getByLabel('Cron expression').fill('30 2 28 3 *');
    await page.getByLabel('Time zone').fill('Europe/Madrid');
    await page.getByText('Clocks do not show 02:30 that day').first().waitFor(shown);
    await page.getByLabel('Cron expression').fill('0 0 31 2 *');
    await page.getByText('never occurs').waitFor(shown);
    await page.getByLabel('Account or provider').fill('email');
    await page.getByLabel('Action type').fill('report');
    await page.keyboard.press('Enter');
    await page.getByLabel('Cron expression').and(page.locator('[aria-invalid=true]')).waitFor(shown);
  });

  it('is changed in what was changed', async () => {
    const id = await made({ name: 'To change', cron_expression: '0 3 * * *', labels: { team: 'a' } });
    const { page } = await browser.open(`recurring/${id}?view=change`);
    await page.getByLabel('At', { exact: true }).fill('04:15');
    await page.getByLabel('If the one before is still to be sent').selectOption({ label: 'it is skipped' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('It is saved.').waitFor(shown);
    await page.waitForURL(browser.at(`recurring/${id}`), shown);
    expect(await recurring.get(id)).toMatchObject({
      ...{
        name: 'To change',
        cron_expr: '15 4 * * *',
        overlap_policy: 'skip',
        labels: { team: 'a' },
        payload: { to: 'ana' },
      },
    });
    await page.getByText('What must not overlap cannot be fired all at once.').waitFor(shown);
  });

  it('fires times of the past once they are counted', async () => {
    const id = await made({ name: 'To backfill', cron_expression: '0 * * * *' });
    const { page } = await browser.open(`recurring/${id}`);
    const [from, to] = [hour(5), hour(3)].map((at) => at.slice(0, 16));
    await page.getByLabel('From, in UTC').fill(from ?? '');
    await page.getByLabel('To, in UTC').fill(to ?? '');
    await page.getByRole('button', { name: 'Count them' }).click();
    const dialog = page.getByRole('dialog', { name: 'Fire 3 times of “To backfill”?' });
    await dialog.waitFor(shown);
    expect(await recurring.occurrences(id)).toEqual([]);
    await dialog.getByRole('button', { name: 'Fire 3' }).click();
    await page.getByText('3 times were fired.').waitFor(shown);
    await page.locator('tbody tr').nth(2).waitFor(shown);
    expect(await recurring.occurrences(id)).toHaveLength(3);
    await page.getByRole('button', { name: 'Count them' }).click();
    await page.getByText('There is no time there that was not fired already.').waitFor(shown);
  });

  it('is deleted once that is confirmed', async () => {
    const id = await made({ name: 'To delete', cron_expression: '0 3 * * *' });
    const { page } = await browser.open(`recurring/${id}`);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete “To delete”?' });
    await dialog.waitFor(shown);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ ...shown, state: 'detached' });
    expect((await recurring.at('GET', id)).status).toBe(200);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(browser.at('recurring'), shown);
    expect((await recurring.at('GET', id)).status).toBe(404);
  });

  it('shows what the key may not do, with the permission that it needs', async () => {
    const { page } = await browser.open(`recurring/${reminder}`, {}, await actor.tenant.key('VIEW_ACTIVITIES'));
    for (const name of ['Pause Morning reminder', 'Delete', 'Count them']) {
      const button = page.getByRole('button', { name });
      await button.waitFor(shown);
      expect(await button.isDisabled()).toBe(true);
      expect(await button.getAttribute('title')).toBe('Needs the permission CREATE_ACTIVITY');
    }
  });

  it('takes a name for text', async () => {
    const { page, complaints } = await browser.open('recurring');
    await page.getByText(hostile).first().click();
    await page.getByRole('heading', { name: hostile }).waitFor(shown);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('hit');
    expect(complaints).toEqual([]);
  });

  it('finds nothing of another tenant, and tells a new one what they are for', async () => {
    const other = await scenario.tenant();
    const otherKey = await other.tenant.key('VIEW_ACTIVITIES');
    const look = { of: await codeOf(other) };
    const { page } = await browser.open(`recurring/${reminder}`, look, otherKey);
    await page.getByText('or it belongs to another tenant').waitFor(shown);
    const list = await browser.open('recurring', look, otherKey);
    await list.page.getByRole('heading', { name: 'Nothing recurs yet' }).waitFor(shown);
  });
});
