import fs from 'node:fs';
import { RuleHits } from '@errand/rules';
import type { Page } from 'playwright-core';
import { Gateway } from '../gateway/gateway';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, hasFocus, shown } from '../support/console';
import { eventually } from '../support/eventually';
import { Scenario } from '../support/scenario';

jest.setTimeout(120_000);

/** What a person may write into a rule; shown as the text that it is. */
const hostile = `<img src=x onerror="document.title='hit'">`;

const stored = `rules:
  - name: nobody at night
    priority: -5
    timezone: America/Bogota
    description: ${JSON.stringify(hostile)}
    condition:
      all:
        - field: action.provider
          in:
            - sms
            - push
        - any:
            - field: time.hour
              lt: 8
            - field: time.hour
              gte: 21
    action:
      type: schedule
      delay_seconds: 28800
  - name: reminders
    priority: 10
    condition:
      field: action.action_type
      eq: remind
    action:
      type: schedule
      delay_seconds: 3600
  - name: big orders
    priority: 20
    enabled: false
    condition: 'action.payload.total > 1000 ? modify({"queue": "express"}) : false'
  - name: ${JSON.stringify(hostile)}
    priority: 30
    condition:
      field: action.payload.text
      contains: ${JSON.stringify(hostile)}
    action:
      type: deny
`;

let scenario: Scenario;
let gateway: Gateway;
let key: string;
let viewer: string;
let code: string;
let reminders = '';

interface RuleBody {
  id: string;
  name: string;
  enabled: boolean;
  version: number;
}

const rules = async () => (await gateway.actor.request<{ data: RuleBody[] }>('GET', '/api/rules?sort=asked')).body.data;
const ruleNamed = async (name: string) => (await rules()).find((rule) => rule.name === name);
const change = async (id: string, body: object) => gateway.actor.request('PATCH', `/api/rules/${id}`, { body });
const exported = async () => (await gateway.actor.request<string>('GET', '/api/rules/export')).body;
/** Sent tomorrow, so that nothing is sent. */
const dispatch = async (fields: object) => gateway.dispatch({ delay_seconds: 86_400, ...fields });

beforeAll(async () => {
  scenario = await Scenario.start(0);
  gateway = await Gateway.open(scenario);
  key = await gateway.actor.tenant.key('MANAGE_RULES', 'VIEW_ACTIVITIES');
  viewer = await gateway.actor.tenant.key('VIEW_ACTIVITIES');
  code = await codeOf(gateway.actor);
  await gateway.rules(stored);
  for (const id of ['1', '2']) await dispatch({ id, action_type: 'remind', payload: { amount: 5 } });
  await dispatch({ id: '3', action_type: 'other', payload: { text: hostile.slice(1) } });
  await scenario.api.app.get(RuleHits).flush();
  reminders = (await ruleNamed('reminders'))?.id ?? '';
});
afterAll(() => scenario.close());
beforeEach(() => gateway.rules(stored));

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);
const rows = (page: Page) => page.locator('tbody tr');
const row = (page: Page, name: string) => rows(page).filter({ has: page.getByRole('link', { name, exact: true }) });
const editor = (page: Page) => page.getByRole('textbox', { name: 'Rules as YAML' });
const problems = (page: Page) => page.getByRole('list', { name: 'Problems' }).getByRole('button');

async function openEditor(search = '', asKey = key): Promise<Page> {
  const { page } = await browser.open(`rules/edit?view=yaml${search}`, {}, asKey);
  await page.getByText('No problems').waitFor(shown);
  return page;
}

/** Puts a text in the place of all. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

describeInBrowser('the rules in a browser', () => {
  browser.useBrowser();
  const wrong = async (page: Page) => {
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('  - name: wrong\n    condition: { field: action.colour, equals: 1 }\n');
    await page.locator('.cm-lint-marker-error').first().waitFor(shown);
  };
  const tryIt = async (page: Page) => {
    await page.locator('form button[type=submit]').click();
    await page.locator('[role=status] ol > li').first().waitFor(shown);
    await page.locator('section button:not(form button)').last().click();
    await page.locator('[role=status] p').last().waitFor(shown);
  };
  const save = async (page: Page) => {
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('  - name: new\n    condition: "deny()"\n');
    await page.locator('button', { hasText: /^(Save|Guardar)…$/ }).click();
    await page.getByRole('dialog').locator('strong').first().waitFor(shown);
  };
  browser.seesWell([
    { name: 'rules', path: () => 'rules', sign: 'tbody a' },
    {
      name: 'the import of rules',
      path: () => 'rules',
      sign: 'tbody a',
      prepare: async (page) => {
        await page.locator('button', { hasText: /^Import/ }).click();
        await page.getByRole('dialog').waitFor(shown);
      },
    },
    { name: 'the rule editor', path: () => 'rules/edit?view=yaml', sign: '.cm-line', prepare: tryIt },
    { name: 'the rule editor with a problem', path: () => 'rules/edit', sign: '.cm-line', prepare: wrong },
    { name: 'saving rules', path: () => 'rules/edit', sign: '.cm-line', prepare: save },
    { name: 'a rule', path: () => `rules/${reminders}?version=1`, sign: 'tbody a' },
  ]);

  describe('the list', () => {
    it('has the rules in their order, in words, with what they decided', async () => {
      const { page, complaints } = await browser.open('rules');
      // What they decided within a day and within a month are two questions.
      await row(page, 'reminders').getByText('2', { exact: true }).waitFor(shown);
      await row(page, 'nobody at night').getByText('None in 30 days').waitFor(shown);
      const cells = async (name: string) => row(page, name).locator('td').allTextContents();
      expect(await page.locator('tbody a').allTextContents()).toEqual([
        ...['nobody at night', 'reminders', 'big orders', hostile],
      ]);
      expect(await cells('nobody at night')).toEqual([
        ...['-5', '', 'nobody at night'],
        ...['provider is one of sms, push and (hour < 8 or hour ≥ 21)', 'Send 8 h later', '0', ' None in 30 days'],
      ]);
      expect((await cells('reminders')).slice(3, 6)).toEqual(['type is remind', 'Send 1 h later', '2']);
      expect((await cells('reminders'))[6]).toMatch(/^\d\d:\d\d:\d\d$/);
      expect((await cells('big orders')).slice(4)).toEqual(['As the expression says', '0', '—']);
      expect(await page.locator('img').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('switches a rule at once by the keyboard, and takes it back', async () => {
      const { page } = await browser.open('rules');
      const toggle = page.getByRole('switch', { name: 'reminders is on' });
      await toggle.focus();
      await page.keyboard.press('Space');
      await page.getByText('“reminders” is off.').waitFor(shown);
      expect(await ruleNamed('reminders')).toMatchObject({ enabled: false });
      await eventually(
        () => page.locator('input[role=switch]:checked').count(),
        (on) => on === 2,
      );
      await page.getByRole('button', { name: 'Undo' }).press('Enter');
      await eventually(
        () => page.locator('input[role=switch]:checked').count(),
        (on) => on === 3,
      );
      expect(await ruleNamed('reminders')).toMatchObject({ enabled: true });
    });

    it('leads to a rule and to the editor by keys', async () => {
      const { page } = await browser.open('rules');
      await rows(page).first().waitFor(shown);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(browser.at(`rules/${reminders}`), shown);
      await page.getByRole('heading', { name: 'reminders', level: 1 }).waitFor(shown);
      await page.getByRole('button', { name: 'Edit rules' }).press('Enter');
      await editor(page).waitFor(shown);
      await hasFocus(editor(page));
      expect(await page.locator('.cm-activeLine').textContent()).toContain('- name: reminders');
    });

    it('gives a file, which the same page takes', async () => {
      const { page } = await browser.open('rules');
      const downloading = page.waitForEvent('download', shown);
      await page.getByRole('button', { name: 'Export' }).click();
      const file = await downloading;
      expect(file.suggestedFilename()).toBe(`rules-${code}.yaml`);
      const text = fs.readFileSync(await file.path(), 'utf8');
      expect(text).toBe(await exported());

      await page.getByRole('button', { name: 'Import…' }).click();
      const dialog = page.getByRole('dialog');
      const choose = (content: string) =>
        dialog.getByLabel('A YAML file, as an export gives it').setInputFiles({
          ...{ name: 'my rules.yaml', mimeType: 'application/yaml', buffer: Buffer.from(content) },
        });
      await choose(text);
      await dialog.getByText('It changes nothing.').waitFor(shown);
      await choose('rules: [{ name: bad, condition: schedule(0) }]');
      await dialog.getByText('rules[0].condition').waitFor(shown);
      await choose('rules: [{ name: reminders, condition: "deny()" }]');
      await dialog.getByText('1 changed').waitFor(shown);
      await dialog.getByLabel('Delete the rules that are not in the file').check();
      await dialog.getByText('3 deleted').waitFor(shown);
      await dialog.getByRole('button', { name: 'Save 4 changes' }).click();
      await page.getByText('The file is imported.').waitFor(shown);
      expect((await rules()).map(({ name }) => name)).toEqual(['reminders']);
    });

    it('of a tenant without rules says what they are for, and leads to the first', async () => {
      const other = await scenario.tenant();
      const { page } = await browser.open('rules', {}, await other.tenant.key('MANAGE_RULES'));
      await page.goto(`${scenario.api.url}/console/t/${await codeOf(other)}/rules`);
      await page.getByRole('heading', { name: 'No rules yet' }).waitFor(shown);
      await page.getByRole('button', { name: 'Write the first rule' }).click();
      await editor(page).getByText('rules: []').waitFor(shown);
      const example = page.getByRole('button', { name: 'Begin with an example' });
      await example.click();
      await editor(page).getByText('name: promotions-wait-an-hour').waitFor(shown);
      await page.getByText('No problems').waitFor(shown);
      expect(await example.count()).toBe(0);
      await page.getByRole('button', { name: 'Save…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save all' }).click();
      await page.getByText('The rules are saved.').waitFor(shown);
      const { body } = await other.request<{ data: { name: string }[] }>('GET', '/api/rules');
      expect(body.data.map(({ name }) => name)).toEqual(['promotions-wait-an-hour']);
    });
  });

  describe('the editor', () => {
    it('tells what is wrong at its line, and leads there', async () => {
      const page = await openEditor();
      await write(page, stored.replace('28800', '9999999').replace('eq: remind', 'equals: remind'));
      await page.getByText('2 problems').waitFor(shown);
      await page.locator('.cm-lint-marker-error').nth(1).waitFor(shown);
      expect(await page.locator('.cm-lint-marker-error').count()).toBe(2);
      expect(await problems(page).allTextContents()).toEqual([
        expect.stringMatching(/^Line 19 nobody at night action\.delay_seconds must be a whole number/),
        expect.stringMatching(/^Line 24 reminders condition\.equals is no operator/),
      ]);
      const button = page.getByRole('button', { name: 'Save…' });
      expect([await button.isDisabled(), await button.getAttribute('title')]).toEqual([
        true,
        'Mend the problems first',
      ]);
      await problems(page).first().press('Enter');
      await hasFocus(editor(page));
      expect(await page.locator('.cm-activeLine').textContent()).toContain('delay_seconds: 9999999');
      await page.keyboard.press('Control+z');
      await page.getByText('No problems').waitFor(shown);
      expect(await problems(page).count()).toBe(0);
    });

    it('indents with Tab, and is left with Escape and Tab', async () => {
      const page = await openEditor();
      const isInside = () => page.evaluate('document.activeElement.classList.contains("cm-content")');
      await editor(page).focus();
      await page.keyboard.press('Tab');
      expect(await isInside()).toBe(true);
      expect(await page.locator('.cm-line').first().textContent()).toBe('  rules:');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await isInside()).toBe(false);
      await page.keyboard.press('Shift+Tab');
      expect(await isInside()).toBe(true);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+Tab');
      expect(await isInside()).toBe(false);
    });

    it('completes what the server knows, and nothing else', async () => {
      const page = await openEditor();
      const refusal = async (rule: object) => {
        const body = { name: 'x', condition: 'true', action: { type: 'deny' }, ...rule };
        const answer = await gateway.actor.request<{ details: { message: string }[] }>('POST', '/api/rules', { body });
        return answer.body.details[0]?.message ?? '';
      };
      const offered = async (text: string) => {
        await write(page, `rules:\n  - name: x\n    ${text}`);
        await page.keyboard.press('Control+Space');
        await page.locator('.cm-tooltip-autocomplete li').first().waitFor(shown);
        const names = await page.locator('.cm-completionLabel').allTextContents();
        await page.keyboard.press('Escape');
        await page.locator('.cm-tooltip-autocomplete').waitFor({ ...shown, state: 'detached' });
        return names.sort();
      };
      const listed = (message: string, from: RegExp) => (from.exec(message)?.[1] ?? '').split(/, (?:or )?/).sort();

      const operators = listed(await refusal({ condition: { field: 'action.id', x: 1 } }), /there are (.*)$/);
      expect(await offered('condition: { ')).toEqual([...operators, 'field', 'all', 'any', 'not'].sort());
      const fields = listed(await refusal({ condition: { field: 'x', eq: 1 } }), /one of (.*?); /);
      expect(await offered('condition: { field: ')).toEqual(fields);
      const verdicts = listed(await refusal({ action: { type: 'x' } }), /one of (.*)$/);
      expect(await offered('action: { type: ')).toEqual(verdicts);
    });

    it('shows what a draft changes, and saves all of it', async () => {
      const page = await openEditor();
      const aside = page.getByText('As stored');
      await aside.waitFor(shown);
      await write(
        page,
        `${stored.replace('delay_seconds: 3600', 'delay_seconds: 60').replace(/ {2}- name: big orders[^]*?(?= {2}- name)/, '')}  - name: new one\n    condition: "deny()"\n`,
      );
      await page.getByText('No problems').waitFor(shown);
      await page.getByRole('button', { name: 'Save…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Save the rules?' });
      await dialog.getByText('1 new').waitFor(shown);
      expect(await dialog.getByRole('listitem').allTextContents()).toEqual([
        ...['1 new new one', '1 changed reminders', '1 deleted big orders'],
      ]);
      const lines = await dialog.locator('pre').allTextContents();
      expect(lines).toContain('− Removed:       delay_seconds: 3600');
      expect(lines).toContain('+ Added:       delay_seconds: 60');
      await page.keyboard.press('Escape');
      expect(await ruleNamed('new one')).toBeUndefined();

      await page.getByRole('button', { name: 'Save…' }).press('Enter');
      await dialog.getByText('1 new').waitFor(shown);
      await dialog.getByRole('button', { name: 'Save all' }).press('Enter');
      await page.getByText('The rules are saved.').waitFor(shown);
      expect((await rules()).map(({ name }) => name)).toEqual(['nobody at night', 'new one', 'reminders', hostile]);
      expect(await exported()).toContain('delay_seconds: 60\n');
      await page.getByText('As stored').waitFor(shown);
    });

    it('refuses to save over what somebody else has changed meanwhile, and shows that', async () => {
      const page = await openEditor();
      await write(page, stored.replace('delay_seconds: 3600', 'delay_seconds: 60'));
      await page.getByText('No problems').waitFor(shown);
      const other = await ruleNamed('big orders');
      await change(other?.id ?? '', { enabled: true });
      await page.getByRole('button', { name: 'Save…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Nothing was saved, and your draft is still here.').waitFor(shown);
      expect(await dialog.getByRole('button', { name: 'Save all' }).isDisabled()).toBe(true);
      await dialog.getByRole('button', { name: 'Compare with what is stored now' }).click();
      await dialog.getByText('2 changed').waitFor(shown);
      expect(await dialog.locator('pre').allTextContents()).toContain('+ Added:     enabled: false');
      await dialog.getByRole('button', { name: 'Save all' }).click();
      await page.getByText('The rules are saved.').waitFor(shown);
      expect(await exported()).toBe((await exported()).replace('delay_seconds: 3600', 'delay_seconds: 60'));
      expect(await ruleNamed('big orders')).toMatchObject({ enabled: false });
    });

    it('refuses it also where that happens while one looks at the changes', async () => {
      const page = await openEditor();
      await write(page, stored.replace('delay_seconds: 3600', 'delay_seconds: 60'));
      await page.getByText('No problems').waitFor(shown);
      await page.getByRole('button', { name: 'Save…' }).click();
      await page.getByRole('dialog').getByText('1 changed').waitFor(shown);
      await change(reminders, { priority: 11 });
      await page.getByRole('button', { name: 'Save all' }).click();
      await page.getByText('Nothing was saved, and your draft is still here.').waitFor(shown);
      expect(await exported()).toContain('delay_seconds: 3600\n');
    });

    it('discards a draft, and brings it back', async () => {
      const page = await openEditor();
      await write(page, 'rules: []\n');
      await page.getByRole('button', { name: 'Discard' }).click();
      await editor(page).getByText('- name: reminders').waitFor(shown);
      await page.getByRole('button', { name: 'Undo' }).click();
      await editor(page).getByText('rules: []').waitFor(shown);
      await page.getByText(/^Draft, /).waitFor(shown);
    });

    it('asks before a draft is left, and not without one', async () => {
      const page = await openEditor();
      await write(page, 'rules: []\n');
      const back = page.getByRole('link', { name: '‹ Rules' });
      await back.click();
      const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ ...shown, state: 'detached' });
      await editor(page).getByText('rules: []').waitFor(shown);
      await back.click();
      await dialog.getByRole('button', { name: 'Leave' }).click();
      await page.waitForURL(browser.at('rules'), shown);
      expect(await rules()).toHaveLength(4);
      await page.getByRole('button', { name: 'Edit rules' }).click();
      await page.getByText('As stored').waitFor(shown);
      await back.click();
      await page.waitForURL(browser.at('rules'), shown);
    });
  });

  describe('the playground', () => {
    const action = (page: Page) => page.getByRole('textbox', { name: 'Action as JSON' });

    it('says what the draft would do with an action, now or at a time, and why', async () => {
      const page = await openEditor();
      await write(page, stored.replace('delay_seconds: 3600', 'delay_seconds: 120'));
      await action(page).fill('{ "action_type": "remind", "provider": "email" }');
      await page.getByRole('button', { name: 'Try', exact: true }).press('Enter');
      await page.getByText('Decision: Send 2 min later').waitFor(shown);
      const said = page.getByRole('list', { name: 'What each rule said' }).getByRole('listitem');
      expect(await said.allTextContents()).toEqual([
        expect.stringMatching(/^nobody at night -5not matched.*action\.provider in \["sms", "push"\]/),
        expect.stringMatching(/^reminders 10matched.*action\.action_type == "remind"/),
      ]);
      await action(page).fill('{ "action_type": "remind", "provider": "sms" }');
      await page.getByRole('combobox', { name: 'At' }).selectOption('time');
      await page.getByLabel(/^Time, in /).fill('2026-03-03T02:00');
      await page.getByRole('button', { name: 'Try', exact: true }).click();
      await page.getByText('Decision: Send 8 h later').waitFor(shown);
      expect(await said.count()).toBe(1);
      expect((await page.getByText(/^Sent at /).count()) + (await page.getByText(/ Sent at /).count())).toBeGreaterThan(
        0,
      );
    });

    it('tells of a text that is no action, and of a draft that is wrong', async () => {
      const page = await openEditor();
      await action(page).fill('{ "action_type": ');
      await page.getByText('This is no JSON object.').waitFor(shown);
      await action(page).fill('{ "payload": 5, "provider": 7 }');
      await page.getByRole('button', { name: 'Try', exact: true }).click();
      await page.getByRole('alert').getByText('action.provider').waitFor(shown);
      await write(page, 'rules: 5');
      await action(page).fill('{}');
      await page.getByRole('button', { name: 'Try', exact: true }).click();
      await page.getByRole('alert').getByText('must be a list of rules').waitFor(shown);
    });

    it('takes the last real action', async () => {
      await dispatch({ id: 'real', action_type: 'remind', payload: { amount: 7 }, metadata: { urgent: 'yes' } });
      const page = await openEditor();
      await page.getByRole('button', { name: 'Take the last real one' }).click();
      await page.getByText('The last one, as it came.').waitFor(shown);
      expect(JSON.parse(await action(page).inputValue())).toMatchObject({
        ...{
          id: 'real',
          provider: 'email',
          action_type: 'remind',
          payload: { amount: 7 },
          metadata: { urgent: 'yes' },
        },
      });
      await page.getByRole('button', { name: 'Try', exact: true }).click();
      await page.getByText('Decision: Send 1 h later').waitFor(shown);
    });

    it('judges the last actions by the draft, and leads to those that change', async () => {
      const page = await openEditor();
      await page.getByRole('button', { name: 'Run the backtest' }).click();
      await page.getByText(/^Of the last \d+ actions none changes\.$/).waitFor(shown);
      await write(page, stored.replace('delay_seconds: 3600', 'delay_seconds: 120'));
      await page.getByRole('button', { name: 'Run the backtest' }).press('Enter');
      await page.getByText(/^Of the last \d+ actions [23] change\.$/).waitFor(shown);
      expect(await rows(page).last().locator('td').allTextContents()).toEqual([
        ...[expect.any(String) as string, 'Send 1 h later (reminders)', 'Send 2 min later (reminders)'],
      ]);
      await page.locator('tbody a').last().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
      await page.getByRole('heading', { name: 'remind', level: 1 }).waitFor(shown);
    });
  });

  describe('a rule', () => {
    it('is told in words and as text, with what it decided on each day', async () => {
      const { page } = await browser.open(`rules/${reminders}`);
      await page.getByRole('heading', { name: 'reminders', level: 1 }).waitFor(shown);
      await page.getByText('type is remind').waitFor(shown);
      expect(await page.locator('section pre').first().textContent()).toBe(
        `name: reminders
priority: 10
condition:
  field: action.action_type
  eq: remind
action:
  type: schedule
  delay_seconds: 3600`,
      );
      const days = page.getByRole('region', { name: 'Hits a day' }).getByRole('listitem');
      expect(await days.count()).toBe(14);
      await days.last().getByText('0', { exact: true }).waitFor(shown);
      // Each day is asked for by itself: `…` until its answer is there.
      const counts = await eventually(
        () => days.locator(':scope > :last-child').allTextContents(),
        (told) => !told.includes('…'),
        shown.timeout,
      );
      // Whether the day has changed since they came is not ours to tell.
      expect(counts.map(Number).reduce((sum, n) => sum + n)).toBeGreaterThanOrEqual(2);
    });

    it('shows what each version changed, and becomes one of them again', async () => {
      const first = (await ruleNamed('reminders'))?.version ?? 0;
      await change(reminders, { action: { type: 'deny' } });
      const { page } = await browser.open(`rules/${reminders}`);
      await page.getByRole('link', { name: `Version ${first + 1}` }).click();
      await page.waitForURL(browser.at(`rules/${reminders}?version=${first + 1}`), shown);
      const section = page.getByRole('region', { name: `What version ${first + 1} changed` });
      expect(await section.locator('pre').allTextContents()).toContain('+ Added:   type: deny');
      expect(await section.getByRole('button', { name: 'Restore' }).isDisabled()).toBe(true);

      await page.getByRole('link', { name: `Version ${first}`, exact: true }).press('Enter');
      await page.getByRole('button', { name: 'Restore' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: `Restore version ${first} of “reminders”?` });
      expect(await dialog.locator('pre').allTextContents()).toContain('− Removed:   type: deny');
      await dialog.getByRole('button', { name: 'Restore' }).press('Enter');
      await page.getByText(`Version ${first} is restored.`).waitFor(shown);
      expect(await exported()).toContain('delay_seconds: 3600\n');
      await page.getByRole('link', { name: `Version ${first + 2}` }).waitFor(shown);
    });

    it('is switched, and deleted only when that is meant', async () => {
      await gateway.actor.request('POST', '/api/rules', { body: { name: 'to go', condition: 'deny()' } });
      const id = (await ruleNamed('to go'))?.id ?? '';
      const { page } = await browser.open(`rules/${id}`);
      await page.getByRole('button', { name: 'Switch off' }).click();
      await page.getByRole('button', { name: 'Switch on' }).waitFor(shown);
      expect(await ruleNamed('to go')).toMatchObject({ enabled: false });
      const remove = page.getByRole('button', { name: 'Delete' });
      await remove.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Delete “to go”?' });
      await dialog.waitFor(shown);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ ...shown, state: 'detached' });
      await hasFocus(remove);
      expect(await ruleNamed('to go')).toBeDefined();
      await remove.press('Enter');
      await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
      await page.waitForURL(browser.at('rules'), shown);
      expect(await ruleNamed('to go')).toBeUndefined();
    });

    it('of another tenant is not there', async () => {
      const other = await scenario.tenant();
      const { body } = await other.request<RuleBody>('POST', '/api/rules', {
        body: { name: 'secret rule', condition: 'deny()' },
      });
      const { page } = await browser.open(`rules/${body.id}`);
      await page.getByText('or it belongs to another tenant').waitFor(shown);
      expect(await page.getByText('secret rule').count()).toBe(0);
    });

    it('shows what people wrote as text', async () => {
      const { page, complaints } = await browser.open(`rules/${(await ruleNamed(hostile))?.id}`);
      await page.getByRole('heading', { name: hostile, level: 1 }).waitFor(shown);
      await page.getByRole('link', { name: 'Version 1' }).click();
      await page.locator('pre').getByText('<img src=x').last().waitFor(shown);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.title()).not.toBe('hit');
      expect(complaints).toEqual([]);
    });
  });

  it('shows whoever may only look what they may not do, with the permission it needs', async () => {
    const needed = 'Needs the permission MANAGE_RULES';
    const { page } = await browser.open('rules', {}, viewer);
    await rows(page).first().waitFor(shown);
    expect(await page.getByRole('switch').first().isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Import…' }).getAttribute('title')).toBe(needed);
    await page.getByRole('link', { name: 'reminders' }).click();
    for (const name of ['Switch off', 'Delete']) {
      const button = page.getByRole('button', { name });
      await button.waitFor(shown);
      expect([await button.isDisabled(), await button.getAttribute('title')]).toEqual([true, needed]);
    }
    const own = await openEditor('', viewer);
    await write(own, 'rules: []\n');
    await own.getByText('No problems').waitFor(shown);
    expect(await own.getByRole('button', { name: 'Save…' }).getAttribute('title')).toBe(needed);
    await own.getByRole('button', { name: 'Try', exact: true }).click();
    await own.getByText('Decision: Send at once').waitFor(shown);
  });

  it('tells whoever may not see rules which permission that needs', async () => {
    const { page } = await browser.open('rules', {}, await gateway.actor.tenant.key('MANAGE_COMMERCES'));
    await page.getByText('You may not see this').waitFor(shown);
    await page.getByText(/MANAGE_RULES/).waitFor(shown);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });
});
