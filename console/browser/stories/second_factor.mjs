import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from '../harness/chromium.mjs';
import { PASSWORD } from '../harness/demo.mjs';
import { logIn, open, press } from '../harness/story.mjs';
import { codeOf } from '../harness/totp.mjs';

const STEP_MS = 30_000;

/** A second factor is enrolled on one's own account, and the next login takes its code. */
export function secondFactor(tools) {
  test('a second factor is enrolled, and the login takes its code', async () => {
    const { context, page, faults } = await openPage(tools.browser, tools.base);
    await logIn(page, 'xipan-worker');
    await open(page, '/account');
    const form = page.locator('section.card').last();
    await form.getByLabel('密码').fill(PASSWORD);
    await form.getByRole('button', { name: '更换动态验证码' }).click();
    const secret = await form.locator('code.secret').innerText();
    await form.getByLabel('新的动态验证码').fill(codeOf(secret));
    await form.locator('button[type="submit"]').click();
    await page.getByText('动态验证码已更换').first().waitFor();
    await press(page, '退出');
    await page.waitForURL('**/login');

    await page.locator('input[autocomplete="username"]').fill('xipan-worker');
    await page.locator('input[type="password"]').fill(PASSWORD);
    await press(page, '登录');
    await page.getByRole('alert').first().waitFor();
    assert.match(page.url(), /login/);

    // A code is good once: the login takes that of the next half minute, which is good already.
    const next = codeOf(secret, (Date.now() + STEP_MS) / 1000);
    await page.locator('input[autocomplete="one-time-code"]').fill(next);
    await press(page, '登录');
    await page.waitForURL((url) => !url.pathname.endsWith('/login'));
    assert.deepEqual(faults, []);
    await context.close();
  });
}
