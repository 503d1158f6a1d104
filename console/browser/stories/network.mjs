import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from '../harness/chromium.mjs';
import { choose, fill, logIn, press, settled } from '../harness/story.mjs';

const POSTED = /\/activities$/;

/** Fills in what a new activity must have. */
export async function fillActivity(page, title) {
  // The list from which one comes has a field with 名称 in its label, too.
  await page.getByRole('heading', { name: '新建活动' }).waitFor();
  await fill(page, '名称', title);
  await fill(page, '一句话介绍', '一起打扫楼前的花坛，工具由社区准备。');
  await fill(page, '地点', '听风楼前花坛');
  await fill(page, '组织单位', '云桥社区居委会');
  await fill(page, '咨询方式', '云桥社区服务站窗口');
  await fill(page, '风险说明', '注意地面湿滑，使用工具时戴手套。');
}

async function atNewActivity(tools) {
  const opened = await openPage(tools.browser, tools.base);
  const posts = [];
  opened.page.on('request', (request) => {
    if (request.method() === 'POST' && POSTED.test(request.url())) posts.push(request.headers()['idempotency-key']);
  });
  await logIn(opened.page, 'yunqiao-worker');
  await choose(opened.page, '活动');
  await press(opened.page, '新建活动');
  await settled(opened.page);
  return { ...opened, posts };
}

export function network(tools) {
  test('a double click sends once', async () => {
    const { context, page, faults, posts } = await atNewActivity(tools);
    await fillActivity(page, '花坛清扫（双击）');
    await page.getByRole('button', { name: '新建活动', exact: true }).last().dblclick();
    await page.getByRole('heading', { name: '花坛清扫（双击）' }).waitFor();
    assert.equal(posts.length, 1);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('a lost network keeps a half-filled form, and what was sent again is done once', async () => {
    const { context, page, posts } = await atNewActivity(tools);
    await fillActivity(page, '花坛清扫（断网）');
    await page.reload();
    await page.getByText('已恢复您上次没有提交的内容').waitFor();
    assert.equal(await page.getByLabel('名称').last().inputValue(), '花坛清扫（断网）');

    await context.setOffline(true);
    await press(page, '新建活动');
    await page.getByText('连不上服务').first().waitFor({ timeout: 60_000 });
    assert.equal(await page.getByLabel('地点').last().inputValue(), '听风楼前花坛');

    await context.setOffline(false);
    await page.getByRole('button', { name: '新建活动', exact: true }).last().click();
    await page.getByRole('heading', { name: '花坛清扫（断网）' }).waitFor();
    assert.equal(new Set(posts).size, 1, 'one key for one activity');
    await context.close();
  });
}
