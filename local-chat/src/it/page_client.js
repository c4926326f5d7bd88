// SPDX-License-Identifier: Apache-2.0
// The official chat client in a browser, as a web application has it: bundled, and used by check_browser_client.cjs.
import { ChatRoom, SendMessageRequest, DeleteMessageRequest, DisconnectUserRequest } from 'amazon-ivs-chat-messaging';

const silence = { debug() {}, info() {}, error() {} };
const rooms = new Map();
const heard = new Map();

/** Joins as a user; tokens come from the application's own server, here from the test. */
window.join = (userId, url) => new Promise((resolve) => {
  const told = [];
  const room = new ChatRoom({
    regionOrUrl: url,
    tokenProvider: async () => {
      told.push(['token']);
      const token = await window.tokenFor(userId);
      return {
        token: token.token,
        sessionExpirationTime: new Date(token.sessionExpirationTime),
        tokenExpirationTime: new Date(token.tokenExpirationTime),
      };
    },
  });
  room.logger = silence;
  room.addListener('connect', () => resolve(true));
  room.addListener('message', (message) => told.push(['message', message.content, message.id, message.sender.userId]));
  room.addListener('messageDelete', (event) => told.push(['messageDelete', event.messageId, event.reason]));
  room.addListener('userDisconnect', (event) => told.push(['userDisconnect', event.userId, event.reason]));
  room.addListener('event', (event) => told.push(['event', event.eventName, event.attributes]));
  room.addListener('disconnect', (reason) => {
    told.push(['disconnect', reason]);
    resolve(false);
  });
  rooms.set(userId, room);
  heard.set(userId, told);
  room.connect();
});

async function settled(promise) {
  try {
    const { id, content, attributes } = await promise;
    return { id, content, attributes };
  } catch (refusal) {
    return { errorCode: refusal.errorCode, errorMessage: refusal.errorMessage };
  }
}

window.say = (userId, content, attributes) =>
  settled(rooms.get(userId).sendMessage(new SendMessageRequest(content, attributes)));
window.unsay = (userId, id, reason) =>
  settled(rooms.get(userId).deleteMessage(new DeleteMessageRequest(id, reason)));
window.putOut = (userId, other, reason) =>
  settled(rooms.get(userId).disconnectUser(new DisconnectUserRequest(other, reason)));
window.heard = (userId) => heard.get(userId);
window.stateOf = (userId) => rooms.get(userId).state;
