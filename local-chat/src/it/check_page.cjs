// SPDX-License-Identifier: Apache-2.0
// The playground in headless Chromium, by keyboard and by mouse, at a desk's and at a phone's width.
// usage: check_page.cjs http://127.0.0.1:PORT DIRECTORY_FOR_PICTURES CHROMIUM
const { chromium } = require('playwright-core');
const assert = require('node:assert/strict');

const [endpoint, pictures, executablePath] = process.argv.slice(2);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const wrong = [];

async function open(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && wrong.push(line.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => request.url().startsWith(endpoint) || wrong.push(`asked for ${request.url()}`));
  await page.goto(endpoint);
  await page.waitForSelector('body[data-ready]');
  return page;
}

/** Says something by keyboard and gives the last line of the sender's pane once its verdict is there. */
async function say(page, user, words) {
  const pane = page.locator('.user').nth(user);
  await pane.locator('.content').fill(words);
  await pane.locator('.content').press('Enter');
  const line = pane.locator('.messages > li[data-own]').last();
  await line.locator(`.verdict`, { has: page.locator(`dd`).first() }).waitFor({ state: 'attached' });
  await page.waitForFunction(([index, text]) => [...document.querySelectorAll('.user')[index]
    .querySelectorAll('li[data-own] .compare dd')].some((dd) => dd.textContent === text), [user, words]);
  return line;
}

async function main() {
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await open(browser, { viewport: { width: 1440, height: 900 } });

  const before = await page.inputValue('#room');
  await page.click('#new-room');
  await page.waitForFunction((room) => document.getElementById('room').value !== room
    && document.body.dataset.ready, before);
  await say(page, 0, 'hello everyone');
  await say(page, 1, 'hi ann!');
  const edited = await say(page, 0, 'that darn referee');
  assert.equal(await edited.locator('> .words').textContent(), 'that **** referee');
  assert.equal(await edited.locator('del').first().textContent(), 'darn');
  assert.equal(await edited.locator('.chip').first().textContent(), 'EDITED');
  await edited.locator('.steps tr').first().waitFor();
  const denied = await say(page, 1, 'buy spam at http://cheap.example');
  assert.match(await denied.locator('.error').textContent(), /^406 .*no spam, please/);
  assert.equal(await page.locator('.user').nth(0).getByText('buy spam at http://cheap.example').count(), 0, 'nobody else sees it');

  await page.click('button[data-millis="250"]');
  await page.waitForSelector('button[data-millis="250"][aria-pressed=true]');
  const late = await say(page, 0, 'is anyone there?');
  assert.equal(await late.locator('.chip').first().textContent(), 'FALLBACK DENY');
  assert.match(await late.locator('.verdict .reason').textContent(), /timed out/);
  await page.click('button[data-kind="none"]');
  await page.waitForSelector('button[data-kind="none"][aria-pressed=true]');
  await say(page, 1, 'yes');
  await page.screenshot({ path: `${pictures}/playground.png` });

  // the moderator
  await page.locator('#conversation li', { hasText: 'hi ann!' }).getByRole('button', { name: 'Delete' }).click();
  await page.waitForSelector('.user .struck');
  await page.click('#event button');
  await page.getByText('event goal').first().waitFor();
  await page.locator('#people li', { hasText: 'ben' }).getByRole('button').click();
  await page.locator('.user').nth(1).getByText('left (1000').waitFor();
  await page.locator('.user').nth(1).getByRole('button', { name: 'Join' }).click();
  await page.locator('.user').nth(1).locator('.state.connected').waitFor();

  // the tabs by keyboard, the counters, the requests
  await page.focus('#tab-moderator');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('#counters').isVisible(), true);
  await page.locator('#counters').getByText('InvocationErrors').waitFor();
  await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('#request-rows').textContent(), /DisconnectUser/);

  // the rules
  await page.keyboard.press('ArrowRight');
  const rules = await page.inputValue('#rules-text');
  await page.fill('#rules-text', 'nonsense');
  await page.click('#check-rules');
  await page.locator('#rules-said .fault').waitFor();
  await page.fill('#rules-text', rules.replace('darn', 'hello'));
  await page.click('#apply-rules');
  await page.locator('#rules-said').getByText('judged again').waitFor();
  const changed = await page.locator('#rules-said').textContent();
  assert.match(changed, /\*{5} everyone/);
  await page.fill('#rules-text', rules);
  await page.click('#apply-rules');
  await page.waitForFunction((before) => document.getElementById('rules-said').textContent !== before, changed);

  // four users, and a composer by key
  await page.click('#add-user');
  await page.click('#add-user');
  assert.equal(await page.locator('#add-user').isDisabled(), true);
  await page.keyboard.press('Alt+3');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.user').querySelector('.name').value), 'cleo');

  // a phone in the dark
  const phone = await open(browser, {
    viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, colorScheme: 'dark',
  });
  await say(phone, 0, 'that darn bus');
  await phone.evaluate(() => scrollTo(0, 0));
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), 390, 'nothing sticks out');
  await phone.screenshot({ path: `${pictures}/playground-phone.png` });

  await browser.close();
  assert.deepEqual(wrong, []);
  console.log(`playground in Chromium ${browser.version()}: holds`);
}

main().then(() => process.exit(0), (error) => {
  console.error(error, wrong);
  process.exit(1);
});
