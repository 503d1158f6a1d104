import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHONE, axe, openPage } from '../harness/chromium.mjs';
import { picture } from '../harness/story.mjs';

const ACTIVITY = '社区图书角值守';
const BALLOT = '单元门换成什么颜色';

async function open(page, screen) {
  await page.goto(`/demo#/${screen}`);
  await settled(page);
}

async function settled(page) {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => !document.querySelector('main[aria-busy], .loading'));
}

const press = (scope, name) => scope.getByRole('button', { name, exact: true }).first().click();
const requests = (page, method, pattern) => {
  const seen = [];
  page.on('request', (one) => {
    if (one.method() === method && pattern.test(one.url())) seen.push(one.headers()['idempotency-key']);
  });
  return seen;
};

/** Shows the screen to axe, and keeps a picture of it. */
async function look(page, name) {
  await settled(page);
  assert.deepEqual(await axe(page), [], name);
  await picture(page, `demo-${name}`, false);
}

async function become(page, name) {
  await page.getByLabel('我是').selectOption({ label: name });
  await settled(page);
}

/** A newcomer joins, signs up and checks in by the code that the leader's phone shows. */
async function signsUpAndChecksIn(page) {
  await open(page, 'home');
  await become(page, '换成一个新来的人');
  await page.getByLabel('称呼').fill('小满');
  await press(page.locator('main'), '加入');
  await page.getByRole('heading', { name: '云桥社区' }).waitFor();
  await look(page, 'home');
  await open(page, 'activities');
  await look(page, 'activities');
  await page.getByRole('link', { name: ACTIVITY }).first().click();
  await page.getByRole('heading', { name: ACTIVITY }).waitFor();
  await settled(page);
  // The second shift: the first may begin while this goes on.
  const shift = () => page.locator('section.card').filter({ has: page.getByRole('heading', { level: 2 }) });
  const sent = requests(page, 'POST', /\/signups$/);
  const wanted = shift().nth(1);
  const title = await wanted.getByRole('heading').innerText();
  await wanted.getByRole('checkbox').check();
  await wanted.getByRole('button', { name: '报名' }).dblclick();
  const mine = page.locator('section.card').filter({ hasText: title });
  await mine.getByText('已报名').waitFor();
  assert.equal(sent.length, 1);
  for (let tries = 0; !(await mine.getByLabel('负责人出示的签到码').count()); tries++) {
    assert.ok(tries < 60, 'who is expected follows the sign-up');
    await page.waitForTimeout(500);
    await page.reload();
    await settled(page);
  }
  await press(mine, '看负责人的手机');
  const code = mine.locator('output.code');
  await page.waitForFunction((one) => one.textContent !== '', await code.elementHandle());
  await mine.getByLabel('负责人出示的签到码').fill(await code.innerText());
  await look(page, 'check-in');
  await press(mine, '签到');
  await mine.getByText(/^已签到/).waitFor();
  await look(page, 'checked-in');
}

async function votes(page) {
  await open(page, 'home');
  await become(page, '居民');
  await open(page, 'topics');
  await look(page, 'topics');
  await page.getByRole('link', { name: BALLOT }).click();
  await page.getByRole('heading', { name: BALLOT, level: 1 }).waitFor();
  await settled(page);
  await look(page, 'ballot');
  await page.getByRole('radio').nth(1).check();
  await page.locator('main').getByRole('button', { name: /^(更改)?投票$/ }).click();
  await page.locator('code.receipt').waitFor();
  await look(page, 'voted');
}

/** A lost network keeps what was typed, and a lost answer makes no second ticket. */
async function sendsTicket(page) {
  const text = `三号楼门口的井盖松了，晚上响（${Date.now() % 10_000}）。`;
  await open(page, 'tickets');
  await page.getByLabel('情况').fill(text);
  await page.getByLabel('网络').selectOption('off');
  await press(page.locator('main'), '提交');
  await page.getByRole('alert').filter({ hasText: '网络不通' }).waitFor();
  await look(page, 'no-network');
  await page.reload();
  await settled(page);
  assert.equal(await page.getByLabel('情况').inputValue(), text);
  await page.getByLabel('网络').selectOption('lose');
  const sent = requests(page, 'POST', /\/tickets$/);
  await press(page.locator('main'), '提交');
  const mine = page.getByRole('link', { name: text });
  await mine.first().waitFor();
  assert.deepEqual([sent.length, new Set(sent).size], [2, 1]);
  assert.equal(await page.getByLabel('情况').inputValue(), '');
  const own = page.locator('section.card').filter({ hasText: '我的诉求' });
  assert.equal(await own.getByRole('link', { name: text }).count(), 1);
  await own.getByRole('link', { name: text }).click();
  await press(page.locator('main'), '由社区办结');
  await page.getByRole('radio', { name: '已解决' }).check();
  await page.getByRole('radio', { name: '5' }).check();
  await look(page, 'rating');
  await press(page.locator('main'), '提交评价');
  await page.getByText('已办结').first().waitFor();
  await look(page, 'ticket');
}

/** The page that plays the mini-program: what a newcomer tries. */
export function residentsPage(tools) {
  test('a newcomer signs up, checks in, votes and sends a ticket on the page of the demo', async () => {
    const { context, page, faults } = await openPage(tools.browser, tools.base, PHONE);
    await signsUpAndChecksIn(page);
    await votes(page);
    await sendsTicket(page);
    await open(page, 'me');
    await look(page, 'me');
    await press(page, 'English');
    await page.getByRole('heading', { name: 'Service record' }).waitFor();
    await look(page, 'me-english');
    assert.deepEqual(faults, []);
    await context.close();
  });
}
