// SPDX-License-Identifier: Apache-2.0
// The official chat client, unmodified, in headless Chromium on a page of another origin, against a local chat whose
// handler masks "darn" and denies "spam". Its tokens are valid for 63 seconds: the client renews after three.
// usage: check_browser_client.cjs http://127.0.0.1:PORT CHROMIUM
const { chromium } = require('playwright-core');
const { buildSync } = require('esbuild');
const assert = require('node:assert/strict');
const http = require('node:http');
const path = require('node:path');

const [endpoint, executablePath] = process.argv.slice(2);
const chatEndpoint = endpoint.replace(/^http/, 'ws');
const handler = 'arn:aws:lambda:us-west-2:123456789012:function:review';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const wrong = [];
let checks = 0;

function check(actual, expected, what) {
  assert.deepEqual(actual, expected, what);
  checks++;
}

async function call(operation, input) {
  const answer = await fetch(`${endpoint}/${operation}`, { method: 'POST', body: JSON.stringify(input) });
  assert.equal(answer.status, 200, operation);
  return answer.json();
}

/** The application: a page and its script, on a port of its own, so of another origin than the chat. */
function serve() {
  const bundle = buildSync({
    entryPoints: [path.join(__dirname, 'page_client.js')], bundle: true, write: false, format: 'iife',
    platform: 'browser', logLevel: 'error',
  }).outputFiles[0].text;
  const server = http.createServer((request, response) => {
    const isScript = request.url === '/app.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? bundle
      : '<!doctype html><link rel="icon" href="data:,"><title>app</title><script src="/app.js"></script>');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function main() {
  const server = await serve();
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (line) => line.type() === 'error' && wrong.push(line.text()));
  // How many sockets of one token's user are open at one time: the renewal has two.
  let open = 0;
  let most = 0;
  page.on('websocket', (socket) => {
    most = Math.max(most, ++open);
    socket.on('close', () => open--);
  });

  const { arn } = await call('CreateRoom', {
    maximumMessageLength: 100, maximumMessageRatePerSecond: 100, messageReviewHandler: { uri: handler, fallbackResult: 'DENY' },
  });
  await page.exposeFunction('tokenFor', (userId) => (userId === 'stranger' ? { token: 'made-up' }
    : call('CreateChatToken', {
      roomIdentifier: arn, userId, attributes: { displayName: `${userId}!` },
      capabilities: userId === 'reader' ? [] : ['SEND_MESSAGE', 'DELETE_MESSAGE', 'DISCONNECT_USER'],
    })));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);

  const join = (userId) => page.evaluate(([who, url]) => window.join(who, url), [userId, chatEndpoint]);
  const say = (...given) => page.evaluate((a) => window.say(...a), given);
  const heard = (userId, kind) => page.evaluate((who) => window.heard(who), userId)
    .then((all) => all.filter(([one]) => one === kind));
  const until = (userId, kind, count) => page.waitForFunction(([who, what, many]) =>
    window.heard(who).filter(([one]) => one === what).length >= many, [userId, kind, count]);

  check(await join('ann'), true, 'ann connects');
  check(await join('ben'), true, 'ben connects');

  const sent = await say('ann', 'hi 😀 مرحبا', { k: 'v' });
  check([sent.content, sent.attributes.k], ['hi 😀 مرحبا', 'v'], 'sent');
  await until('ben', 'message', 1);
  check((await heard('ben', 'message'))[0], ['message', 'hi 😀 مرحبا', sent.id, 'ann'], 'seen by the other');
  check((await say('ann', 'darn it')).content, '**** it', 'edited');

  const denied = await say('ann', 'spam');
  check(denied.errorCode, 406, 'denied');
  assert.match(denied.errorMessage, /no spam, please/);
  check((await say('ann', '😀'.repeat(101))).errorCode, 400, 'too long');
  check(await join('reader'), true, 'reader connects');
  check((await say('reader', 'a')).errorCode, 403, 'may not');

  await page.evaluate(([id]) => window.unsay('ann', id, 'rude'), [sent.id]);
  await until('ben', 'messageDelete', 1);
  check((await heard('ben', 'messageDelete'))[0], ['messageDelete', sent.id, 'rude'], 'deleted');
  await call('SendEvent', { roomIdentifier: arn, eventName: 'goal', attributes: { by: '7' } });
  await until('ben', 'event', 1);
  check((await heard('ben', 'event'))[0], ['event', 'goal', { by: '7' }], 'event');

  // Renewal: while three users' second connections open and their first ones close, nothing is lost and nothing twice.
  const before = (await heard('ben', 'message')).length;
  const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
  for (const word of words) {
    check((await say('ann', word)).content, word, 'sent while renewing');
    await page.waitForTimeout(120);
  }
  await until('ben', 'message', before + words.length);
  check((await heard('ben', 'message')).slice(before).map(([, content]) => content), words, 'once each, in order');
  check((await heard('ben', 'token')).length >= 2, true, 'ben renewed');
  check(await page.evaluate(() => window.stateOf('ben')), 'connected', 'still connected');
  check(most > 3, true, `more sockets than users at one time: ${most}`);
  check((await heard('ben', 'disconnect')).length, 0, 'and never disconnected');

  await page.evaluate(() => window.putOut('ann', 'ben', 'rude'));
  await until('ben', 'disconnect', 1);
  check((await heard('ben', 'disconnect'))[0], ['disconnect', 'serverDisconnect'], 'disconnected');
  check((await heard('ann', 'userDisconnect'))[0], ['userDisconnect', 'ben', 'rude'], 'and the others are told');
  check(await page.evaluate(() => window.stateOf('ben')), 'disconnected', 'for good');
  check(wrong, [], 'nothing in the console');
  check(await join('stranger'), false, 'a token that nobody made');

  const version = browser.version();
  await browser.close();
  server.close();
  console.log(`amazon-ivs-chat-messaging 1.1.1 in Chromium ${version}: ${checks} checks hold`);
}

main().then(() => process.exit(0), (error) => {
  console.error(error, wrong);
  process.exit(1);
});
