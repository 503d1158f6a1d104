// A browser goes through the console of one demo: `npm test`. LINLI_DEMO=http://… uses one that runs.
import { after, before, describe } from 'node:test';
import { launch } from './harness/chromium.mjs';
import { startDemo } from './harness/demo.mjs';
import { network } from './stories/network.mjs';
import { pages } from './stories/pages.mjs';
import { residentsPage } from './stories/residents_page.mjs';
import { secondFactor } from './stories/second_factor.mjs';
import { speed } from './stories/speed.mjs';
import { workersDay } from './stories/workers_day.mjs';

const tools = { base: '', browser: undefined };
let demo;

before(async () => {
  [demo, tools.browser] = await Promise.all([startDemo(), launch()]);
  tools.base = demo.base;
});
after(async () => {
  await tools.browser?.close();
  await demo?.stop();
});

describe('the console in a browser', { concurrency: false }, () => {
  speed(tools);
  pages(tools);
  network(tools);
  workersDay(tools);
  residentsPage(tools);
  // The last story: who has a second factor needs it from then on.
  secondFactor(tools);
});
