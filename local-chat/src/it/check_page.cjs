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
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: endpoint });
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
  assert.match(await page.locator('.user').first().locator('.messages').textContent(), /Nothing said yet/);
  await say(page, 0, 'hello everyone');
  await say(page, 1, 'hi ann!');
  const edited = await say(page, 0, 'that darn referee');
  assert.equal(await edited.locator('> .words').textContent(), 'that **** referee');
  assert.equal(await edited.locator('del').first().textContent(), 'darn');
  assert.equal(await edited.locator('.chip').first().textContent(), 'EDITED');
  // a line for each rule with its decision, its span and its microseconds; the time split into invoking and rules
  await edited.locator('.steps tr').first().waitFor();
  assert.equal(await edited.locator('.steps tr').count(), 2);
  assert.match(await edited.locator('.steps tr').first().textContent(), /^blockedEDITthat darn referee14 µs$/);
  assert.equal(await edited.locator('.steps mark').textContent(), 'darn');
  assert.match(await edited.locator('.scale').textContent(), /^invoking [\d.]+ ms +rules 0\.02 ms200 ms$/);
  assert.equal(await edited.locator('.bar i').count(), 2);

  // what is copied can be used as it is
  const copied = async (name) => {
    await edited.getByRole('button', { name, exact: true }).click();
    await edited.getByRole('button', { name: 'copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await edited.getByRole('button', { name, exact: true }).waitFor();
    return text;
  };
  const event = JSON.parse(await copied('copy as event'));
  assert.deepEqual([event.Content, event.Sender.UserId], ['that darn referee', 'ann']);
  const pair = await copied('copy as golden pair');
  assert.match(pair, /case\.event\.json\n\{[^]*case\.response\.json\n\{[^]*"that \*{4} referee"/);
  const test = await copied('copy as test');
  assert.match(test, /^@Test\nvoid editsIt\(\) throws Exception \{\n    String event = """\n +\{/);
  assert.match(test, /new MessageReviewHandler\(\)\.handleRequest\(/);
  assert.match(test, /isEqualTo\("""\n +\{.*"that \*{4} referee".*\}"""\);\n\}\n$/);
  const denied = await say(page, 1, 'buy spam at http://cheap.example');
  assert.match(await denied.locator('.error').textContent(), /^406 .*no spam, please/);
  assert.equal(await page.locator('.user').nth(0).getByText('buy spam at http://cheap.example').count(), 0, 'nobody else sees it');

  await page.click('button[data-millis="250"]');
  await page.waitForSelector('button[data-millis="250"][aria-pressed=true]');
  const late = await say(page, 0, 'is anyone there?');
  assert.equal(await late.locator('.chip').first().textContent(), 'FALLBACK DENY');
  assert.match(await late.locator('.verdict .reason').textContent(), /timed out.*fallbackResult DENY refused it/);
  assert.equal(await late.locator('.bar.over').count(), 1);
  await page.click('button[data-kind="none"]');
  await page.waitForSelector('button[data-kind="none"][aria-pressed=true]');
  await say(page, 1, 'yes');
  const rightToLeft = await say(page, 1, 'مرحبا بالجميع');
  assert.equal(await rightToLeft.locator('.words').evaluate((words) => getComputedStyle(words).direction), 'rtl');
  await say(page, 0, 'Donaudampfschifffahrt'.repeat(20));
  assert.equal(await page.locator('.messages').first().evaluate((list) => list.scrollWidth <= list.clientWidth), true,
    'a long word breaks');
  await page.screenshot({ path: `${pictures}/playground-checked.png` });

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

  // a client that tries again is seen to
  await fetch(`${endpoint}/ListRooms`, { method: 'POST', headers: { 'amz-sdk-request': 'attempt=2; max=3' }, body: '{}' });
  assert.match(await page.locator('#request-rows tr.retry').first().textContent(), /^ListRooms200 2/);

  // the rules
  await page.keyboard.press('ArrowRight');
  const rules = await page.inputValue('#rules-text');
  await page.fill('#rules-text', 'nonsense');
  await page.click('#check-rules');
  await page.locator('#rules-said .fault').waitFor();
  await page.fill('#rules-text', '{"rules": [{"words": 1}, {"words": [2]}]}');
  await page.click('#apply-rules');
  await page.waitForFunction(() => document.querySelectorAll('#rules-said .fault').length === 2);
  assert.deepEqual(await page.locator('#rules-said .path').allTextContents(), ['rules[0].words', 'rules[1].words[0]']);
  await page.locator('#rules-said .path').nth(1).click();
  assert.match(await page.evaluate(() => {
    const area = document.activeElement;
    return area.value.slice(area.selectionStart);
  }), /^"words": \[2\]/);
  assert.match(await page.locator('#rules-state').textContent(), /not in force/);
  await page.fill('#rules-text', rules.replace('darn', 'hello'));
  await page.click('#apply-rules');
  await page.locator('#rules-said').getByText('judged again').waitFor();
  const changed = await page.locator('#rules-said').textContent();
  assert.match(changed, /\*{5} everyone/);
  assert.equal(await page.locator('#rules-state').textContent(), 'In force, and not saved.');
  await page.click('#save-rules');
  await page.locator('#rules-said').getByText('Saved.').waitFor();
  assert.equal(await page.locator('#rules-state').textContent(), 'In force.');
  await page.fill('#rules-text', rules);
  await page.click('#apply-rules');
  await page.waitForFunction((before) => document.getElementById('rules-said').textContent !== before, changed);

  // four users, and a composer by key
  await page.click('#add-user');
  await page.click('#add-user');
  assert.equal(await page.locator('#add-user').isDisabled(), true);
  await page.keyboard.press('Alt+3');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.user').querySelector('.name').value), 'cleo');

  // other capabilities need another token
  const cleo = page.locator('.user').nth(2);
  await cleo.locator('summary').first().click();
  await cleo.locator('input[value=SEND_MESSAGE]').uncheck();
  assert.equal(await cleo.locator('.settings summary').textContent(), 'displayName=cleo · may only read');
  await cleo.getByRole('button', { name: 'Rejoin' }).click();
  await cleo.getByRole('button', { name: 'Leave' }).waitFor();
  await cleo.locator('.content').fill('may I?');
  await cleo.locator('.content').press('Enter');
  await cleo.locator('.error', { hasText: '403' }).waitFor();

  // a verdict card by keyboard
  await edited.locator('.verdict > summary').focus();
  const wasOpen = await edited.locator('.verdict').evaluate((card) => card.open);
  await page.keyboard.press('Space');
  assert.equal(await edited.locator('.verdict').evaluate((card) => card.open), !wasOpen);

  // a phone in the dark
  const phone = await open(browser, {
    viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, colorScheme: 'dark',
  });
  await say(phone, 0, 'that darn bus');
  await phone.evaluate(() => scrollTo(0, 0));
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), 390, 'nothing sticks out');
  for (const tab of ['counters', 'requests', 'rules', 'moderator']) {
    await phone.click(`#tab-${tab}`);
    assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), 390, `${tab}: nothing sticks out`);
  }

  await browser.close();
  assert.deepEqual(wrong, []);
  console.log(`playground in Chromium ${browser.version()}: holds`);
}

main().then(() => process.exit(0), (error) => {
  console.error(error, wrong);
  process.exit(1);
});
