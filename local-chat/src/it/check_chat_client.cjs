// SPDX-License-Identifier: Apache-2.0
// The official chat client, unmodified, against a local chat whose handler masks "darn", denies "spam" and sleeps on
// "slow". The tokens of that chat are valid for 63 seconds, so the client renews its connection after three.
const { ChatRoom, SendMessageRequest, DeleteMessageRequest, DisconnectUserRequest } =
  require('amazon-ivs-chat-messaging');
globalThis.WebSocket = globalThis.WebSocket || require('ws');
const assert = require('node:assert/strict');

const endpoint = process.argv[2];
const chatEndpoint = endpoint.replace(/^http/, 'ws');
const capabilities = ['SEND_MESSAGE', 'DELETE_MESSAGE', 'DISCONNECT_USER'];
const handler = 'arn:aws:lambda:us-west-2:123456789012:function:review';
const silence = { debug() {}, info() {}, error() {} };
let checks = 0;

async function call(operation, input) {
  const answer = await fetch(`${endpoint}/${operation}`, { method: 'POST', body: JSON.stringify(input) });
  assert.equal(answer.status, 200, operation);
  return answer.json();
}

function within(promise, what, seconds = 20) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function next(room, event, filter = () => true) {
  return within(new Promise((resolve) => {
    const off = room.addListener(event, (...given) => {
      if (filter(...given)) {
        off();
        resolve(given.length > 1 ? given : given[0]);
      }
    });
  }), event);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function refused(promise) {
  try {
    await within(promise, 'refusal');
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
}

function check(actual, expected, what) {
  assert.deepEqual(actual, expected, what);
  checks++;
}

/** Joins a room as a user; counts how often it asks for a token. */
async function join(roomArn, userId, allowed = capabilities) {
  const room = new ChatRoom({
    regionOrUrl: chatEndpoint,
    tokenProvider: async () => {
      room.tokens = (room.tokens || 0) + 1;
      const token = await call('CreateChatToken', {
        roomIdentifier: roomArn, userId, capabilities: allowed, attributes: { displayName: `${userId}!` },
      });
      return {
        token: token.token,
        sessionExpirationTime: new Date(token.sessionExpirationTime),
        tokenExpirationTime: new Date(token.tokenExpirationTime),
      };
    },
  });
  room.logger = silence;
  const connected = next(room, 'connect');
  room.connect();
  await connected;
  checks++;
  return room;
}

async function main() {
  const make = (fallbackResult) => call('CreateRoom', {
    maximumMessageLength: 100, maximumMessageRatePerSecond: 100, messageReviewHandler: { uri: handler, fallbackResult },
  });
  const { arn } = await make('ALLOW');
  const ann = await join(arn, 'ann');
  const ben = await join(arn, 'ben');

  // sent, and seen by the other
  const seen = next(ben, 'message');
  const sent = await within(ann.sendMessage(new SendMessageRequest('hi 😀', { k: 'v' })), 'delivery');
  check([sent.content, sent.attributes, sent.sender.userId, sent.sender.attributes],
    ['hi 😀', { k: 'v' }, 'ann', { displayName: 'ann!' }], 'sent');
  check((await seen).id, sent.id, 'the same message');

  // edited
  check((await within(ann.sendMessage(new SendMessageRequest('darn it')), 'edit')).content, '**** it', 'edited');

  // denied with the reason
  const denied = await refused(ann.sendMessage(new SendMessageRequest('spam')));
  check(denied.errorCode, 406, 'denied');
  assert.match(denied.errorMessage, /no spam, please/);

  // the handler too slow: the fallback delivers, and in a strict room denies
  check((await within(ann.sendMessage(new SendMessageRequest('slow')), 'fallback')).content, 'slow', 'fallback');
  const strict = await join((await make('DENY')).arn, 'ann');
  check((await refused(strict.sendMessage(new SendMessageRequest('slow')))).errorCode, 406, 'strict');
  strict.disconnect();

  // limits
  check((await refused(ann.sendMessage(new SendMessageRequest('😀'.repeat(101))))).errorCode, 400, 'too long');
  check((await within(ann.sendMessage(new SendMessageRequest('😀'.repeat(100))), 'delivery')).content.length, 200);
  check((await refused(ann.sendMessage(new SendMessageRequest('a', { k: 'v'.repeat(1024) })))).errorCode, 413);
  const reader = await join(arn, 'reader', []);
  check((await refused(reader.sendMessage(new SendMessageRequest('a')))).errorCode, 403, 'reader');
  const many = await Promise.allSettled(Array.from({ length: 14 }, (_, i) =>
    within(ben.sendMessage(new SendMessageRequest(`m${i}`)), 'answer')));
  check(many.filter((one) => one.status === 'rejected').every((one) => one.reason.errorCode === 429), true, 'rate');
  check(many.filter((one) => one.status === 'fulfilled').length, 10, 'ten a second');
  await pause(1100);

  // deleted, by a client and by the control plane
  const deleted = next(ben, 'messageDelete');
  await within(ann.deleteMessage(new DeleteMessageRequest(sent.id, 'rude')), 'deletion');
  check([(await deleted).messageId, (await deleted).reason], [sent.id, 'rude'], 'deleted');
  const deletedAgain = next(ben, 'messageDelete');
  await call('DeleteMessage', { roomIdentifier: arn, id: sent.id });
  check((await deletedAgain).messageId, sent.id, 'deleted by the control plane');
  const goal = next(ben, 'event', (event) => event.eventName === 'goal');
  await call('SendEvent', { roomIdentifier: arn, eventName: 'goal', attributes: { by: '7' } });
  check((await goal).attributes, { by: '7' }, 'event');

  // renewal: a second connection with a second token, nothing twice and nothing lost
  const said = [];
  ann.addListener('message', (message) => said.push(message.content));
  const words = Array.from({ length: 50 }, (_, i) => `w${i}`);
  for (const word of words) {
    await within(ben.sendMessage(new SendMessageRequest(word)), 'delivery');
    await pause(120);
  }
  check(said, words, 'every message once, over renewals');
  check(ann.tokens >= 2, true, `renewed: ${ann.tokens} tokens`);
  check(ann.state, 'connected', 'connected after renewal');

  // disconnected: told, closed for good, no return
  const told = next(ann, 'userDisconnect');
  const gone = next(ben, 'disconnect');
  await within(ann.disconnectUser(new DisconnectUserRequest('ben', 'rude')), 'disconnection');
  check([(await told).userId, (await told).reason], ['ben', 'rude'], 'told');
  check(await gone, 'serverDisconnect', 'gone');
  await pause(500);
  check(ben.state, 'disconnected', 'does not come back');

  // a token that nobody made, and a room that is deleted
  const stranger = new ChatRoom({ regionOrUrl: chatEndpoint, tokenProvider: async () => ({ token: 'made-up' }) });
  stranger.logger = silence;
  const refusedEntry = next(stranger, 'disconnect');
  stranger.connect();
  check(await refusedEntry, 'socketError', 'refused entry');
  const closed = next(reader, 'disconnect');
  await fetch(`${endpoint}/DeleteRoom`, { method: 'POST', body: JSON.stringify({ identifier: arn }) });
  check(await closed, 'serverDisconnect', 'room deleted');
  console.log(`amazon-ivs-chat-messaging 1.1.1 in Node ${process.version}: ${checks} checks hold`);
}

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
