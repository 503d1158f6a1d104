import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from '../harness/chromium.mjs';
import { choose, fill, logIn, picture, press, settled } from '../harness/story.mjs';
import { fillActivity } from './network.mjs';

const TITLE = '花坛清扫（社区工作者的一天）';
const DAY_MS = 86_400_000;

/** What a field of a date and time takes, so many days from now at this hour in the community. */
function localTime(days, hour) {
  const day = new Date(Date.now() + days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, '0')}:00`;
}

const dialog = (page) => page.getByRole('dialog').last();

async function confirm(page, name) {
  await dialog(page).getByRole('button', { name, exact: true }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}

/** Opens the things of a list one after the other until one offers the act. */
async function findOneWith(page, act, status) {
  if (status) await page.goto(`${page.url()}?status=${status}`);
  await settled(page);
  const links = await page.locator('main tbody a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  for (const link of [...new Set(links)].slice(0, 12)) {
    await page.goto(link);
    await settled(page);
    if ((await page.getByRole('button', { name: act, exact: true }).count()) > 0) return;
  }
  assert.fail(`nothing in the list may be done: ${act}`);
}

/** The day of a community worker, by hand: one page follows from the other. */
export function workersDay(tools) {
  let opened;
  let hasFailed = false;
  const step = (name, run) =>
    test(`a worker's day: ${name}`, async (t) => {
      if (hasFailed) return t.skip('the step before it has failed');
      hasFailed = true;
      opened ??= await openPage(tools.browser, tools.base);
      await run(opened.page).catch(async (error) => {
        await picture(opened.page, 'failed');
        throw error;
      });
      assert.deepEqual(opened.faults, []);
      hasFailed = false;
    });

  step('sees what waits', async (page) => {
    await logIn(page, 'yunqiao-worker');
    await settled(page);
    await page.getByRole('heading', { name: '待办' }).first().waitFor();
  });

  step('drafts an activity', async (page) => {
    await choose(page, '活动');
    await press(page, '新建活动');
    await settled(page);
    await fillActivity(page, TITLE);
    await press(page, '新建活动');
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await settled(page);
    assert.equal(await page.getByRole('button', { name: '发布', exact: true }).count(), 0);
  });

  step('adds a shift and publishes', async (page) => {
    await press(page, '添加班次');
    await settled(page);
    await fill(page, '开始时间', localTime(40, 9));
    await fill(page, '结束时间', localTime(40, 11));
    await fill(page, '名额', '6');
    await press(page, '添加班次');
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await press(page, '发布');
    await confirm(page, '发布');
    await page.getByText('已发布').first().waitFor();
  });

  step('signs a resident up who has come to the desk', async (page) => {
    await page.locator('.card .data-table tbody a').first().click();
    await settled(page);
    await press(page, '代居民报名');
    await dialog(page).getByRole('combobox').first().fill('邻居');
    const options = page.getByRole('option');
    await options.first().waitFor();
    // A demo that is used again has signed up the first of them already.
    await options.nth(Date.now() % (await options.count())).click();
    await dialog(page).getByLabel('见证人').fill('张敏');
    await confirm(page, '代居民报名');
    await page.locator('.data-table tbody tr').first().waitFor();
    await page.getByText('1 / 6 人').waitFor();
  });

  step('looks at the roster for a reason', async (page) => {
    await press(page, '查看名单');
    await dialog(page).getByLabel('原因').fill('核对集合人数');
    await confirm(page, '查看名单');
    await page.getByRole('table', { name: '志愿者名单' }).locator('tbody tr').first().waitFor();
    await picture(page, '12-shift-with-roster');
  });

  step('opens the attendance sheet', async (page) => {
    await press(page, '签到表');
    await settled(page);
    await page.locator('.data-table tbody tr').first().waitFor();
    await picture(page, '13-attendance');
  });

  step('reviews the hours of an occasion', async (page) => {
    await choose(page, '服务时长');
    await page.locator('tbody td a').nth(1).click();
    await settled(page);
    await picture(page, '14-hours-of-an-occasion');
    await page.getByRole('button', { name: /^全部(审核|公示)$/ }).first().click();
    await page.getByText(/已办理 \d+ 条/).first().waitFor();
  });

  step('reviews where somebody lives', async (page) => {
    await choose(page, '居住核验');
    await findOneWith(page, '通过', 'submitted');
    await press(page, '通过');
    await confirm(page, '通过');
    await page.getByText('通过：已完成').first().waitFor();
  });

  step('takes a ticket and answers it', async (page) => {
    await choose(page, '诉求');
    await findOneWith(page, '受理', 'submitted');
    await press(page, '受理');
    await page.getByRole('button', { name: '直接答复办结', exact: true }).waitFor();
    await picture(page, '15-ticket');
    await press(page, '直接答复办结');
    await dialog(page).getByLabel('答复').last().fill('路灯已经报修，后天更换灯泡，换好后再告诉您。');
    await confirm(page, '直接答复办结');
    await page.getByText('直接答复办结：已完成').first().waitFor();
  });

  step('begins to screen a topic', async (page) => {
    await choose(page, '议题');
    await findOneWith(page, '开始审核');
    await press(page, '开始审核');
    await dialog(page).getByLabel('说明').fill('已收到，请物业一周内说明情况。');
    await confirm(page, '开始审核');
    await page.getByText('开始审核：已完成').first().waitFor();
    await picture(page, '16-topic');
    await opened.context.close();
  });
}
