import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, DESK, openPage, PHONE } from '../harness/chromium.mjs';
import { logIn, picture, settled } from '../harness/story.mjs';

/** Pages that are kept as pictures, by the name of the file. */
const PICTURED = new Map([
  ['/', '01-todo'],
  ['/people', '02-people'],
  ['/activities', '03-activities'],
  ['/activities/calendar', '04-calendar'],
  ['/tickets', '05-tickets'],
  ['/topics', '06-topics'],
  ['/service-entries', '07-hours'],
  ['/figures', '08-figures'],
  ['/unit-registrations', '09-units'],
]);

/** Every page of the menu, and the first thing of each list, for these people. */
const READERS = [
  { username: 'yunqiao-admin', viewport: DESK, opensFirst: true },
  { username: 'yunqiao-party', viewport: DESK, opensFirst: false },
  { username: 'yunqiao-grid', viewport: PHONE, opensFirst: true },
  { username: 'platform', viewport: DESK, opensFirst: false },
];

const shortOf = (path) => path.replace(/^\/console/, '').replace(/^\/c\/[^/]+/, '') || '/';

async function judged(page, what) {
  const found = (await axe(page)).map((fault) => `${what}: ${fault}`);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  if (scrollWidth > clientWidth) found.push(`${what}: wider than the screen (${scrollWidth} > ${clientWidth})`);
  return found;
}

async function menuPaths(page) {
  const links = await page.locator('.side-menu a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  return [...new Set(links)];
}

/** Pages that were judged at a width; another reader does not look at them again. */
const judgedBefore = new Set();

function isNew(what, { width }) {
  const key = `${width} ${what}`;
  return !judgedBefore.has(key) && judgedBefore.add(key);
}

async function goThrough(page, { opensFirst, viewport }) {
  const found = [];
  if (viewport === PHONE) await page.locator('.menu-button').click();
  const paths = await menuPaths(page);
  if (viewport === PHONE) await page.keyboard.press('Escape');
  for (const path of paths.filter((one) => isNew(shortOf(one), viewport))) {
    await page.goto(path);
    await settled(page);
    const what = shortOf(path);
    found.push(...(await judged(page, what)));
    const name = PICTURED.get(what);
    if (name && viewport === DESK && opensFirst) await picture(page, name);
    const first = page.locator('main tbody a').first();
    if (!opensFirst || (await first.count()) === 0) continue;
    await first.click();
    await settled(page);
    found.push(...(await judged(page, `the first of ${what}`)));
    if (name && viewport === DESK) await picture(page, `${name}-one`);
  }
  return { found, count: paths.length };
}

export function pages(tools) {
  test('the login has no faults, in both languages', async () => {
    const { context, page, faults } = await openPage(tools.browser, tools.base);
    await page.goto('/console/login');
    await settled(page);
    assert.deepEqual(await judged(page, 'login'), []);
    await picture(page, '00-login');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Log in', exact: true }).waitFor();
    assert.deepEqual(await judged(page, 'login in English'), []);
    assert.deepEqual(faults, []);
    await context.close();
  });

  for (const reader of READERS) {
    const width = reader.viewport.width;
    test(`each page of ${reader.username} at ${width} px: axe, policy, width`, async (t) => {
      const { context, page, faults } = await openPage(tools.browser, tools.base, reader.viewport);
      await logIn(page, reader.username);
      await settled(page);
      const { found, count } = await goThrough(page, reader);
      t.diagnostic(`${count} pages of the menu`);
      if (reader.viewport === PHONE) {
        await page.goto('/console/');
        await settled(page);
        await picture(page, '10-phone-todo', false);
      }
      await context.close();
      assert.deepEqual([...faults, ...found], []);
    });
  }

  test('a page for which one has no permission says so', async () => {
    const { context, page, faults } = await openPage(tools.browser, tools.base);
    await logIn(page, 'yunqiao-party');
    await settled(page);
    const here = await page.locator('.side-menu a[href^="/console/c/"]').first().getAttribute('href');
    await page.goto(`${here.match(/^\/console\/c\/[^/]+/)[0]}/guardianships`);
    await settled(page);
    await page.getByText('您没有这一页的权限').first().waitFor();
    assert.deepEqual(await judged(page, 'no permission'), []);
    await picture(page, '11-no-permission');
    assert.deepEqual(faults, []);
    await context.close();
  });
}
