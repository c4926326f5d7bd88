// The playground: rooms, users side by side, and what the service tells about them.
import { Connection, operation, ownCall, readAttributes } from './chat.js';
import { setUpModerator, setUpRules, setUpTabs, showCounters, showRequest } from './desk.js';
import { button, copy, element, verdictCard } from './verdict.js';

const byId = (id) => document.getElementById(id);
const NAMES = ['ann', 'ben', 'cleo', 'dan'];
const BURST = 15;
const LINES = 200;
const panes = [];
const verdicts = new Map();
let state;
let room;

/** One user: a connection, its settings and what it sees. */
class Pane {
  constructor(userId) {
    this.root = byId('user-pane').content.firstElementChild.cloneNode(true);
    const find = (selector) => this.root.querySelector(selector);
    this.name = find('.name');
    this.state = find('.state');
    this.list = find('.messages');
    this.content = find('.content');
    this.attributes = find('.attributes');
    this.name.value = userId;
    this.attributes.value = `displayName=${userId}`;
    this.joinButton = find('.join');
    this.joinButton.addEventListener('click', () => (this.joinButton.textContent === 'Leave' ? this.connection.close() : this.join()));
    find('.remove').addEventListener('click', () => removePane(this));
    find('.composer').addEventListener('submit', (event) => {
      event.preventDefault();
      this.say(this.content.value);
      this.content.value = '';
    });
    find('.burst').addEventListener('click', () => {
      for (let i = 1; i <= BURST; i++) {
        this.say(`burst ${i}`);
      }
    });
    this.say = this.say.bind(this);
    this.settings = find('.settings summary');
    this.root.addEventListener('input', ({ target }) => target !== this.content && this.showSettings());
    this.showSettings();
    this.list.addEventListener('explained', ({ target }) => {
      // All of the last card, or where the pane is too low for it, its beginning.
      const line = target.closest('li');
      if (line === this.list.lastElementChild) {
        this.list.scrollTop = Math.min(this.list.scrollHeight, line.offsetTop - this.list.offsetTop);
      }
    });
    this.empty();
  }

  /** What the token says, or will say once the user joins again. */
  showSettings() {
    const may = [...this.root.querySelectorAll('fieldset input:checked')].map((box) => box.parentElement.textContent.trim());
    this.settings.textContent = `${this.attributes.value || 'no attributes'} · may ${may.join(', ') || 'only read'}`;
    this.joinButton.textContent = !this.isHere ? 'Join' : this.wanted() === this.joinedAs ? 'Leave' : 'Rejoin';
  }

  /** Everything that goes into a token, as one text. */
  wanted() {
    return JSON.stringify([this.name.value, this.attributes.value,
      ...[...this.root.querySelectorAll('fieldset input')].map((box) => box.checked)]);
  }

  get isHere() {
    return this.connection?.isOpen;
  }

  async join() {
    this.connection?.close();
    this.state.textContent = 'connecting';
    this.state.className = 'state';
    const connection = new Connection();
    this.connection = connection;
    this.joinedAs = this.wanted();
    connection.addEventListener('frame', ({ detail }) => this.receive(detail.frame, detail.remembered));
    connection.addEventListener('close', ({ detail }) => this.left(connection, detail));
    const capabilities = [...this.root.querySelectorAll('fieldset input:checked')].map((box) => box.value);
    try {
      await connection.open(room.arn, this.name.value, capabilities, readAttributes(this.attributes.value));
      this.showSettings();
    } catch (refused) {
      this.note(`could not join: ${refused.message}`, 'error');
    }
    showStates();
  }

  left(connection, { code, reason }) {
    if (connection === this.connection) {
      this.showSettings();
      this.note(`left (${code}${reason ? `, ${reason}` : ''})`);
      showStates();
    }
  }

  say(words) {
    if (!words) {
      return;
    }
    if (!this.isHere) {
      this.note('not connected', 'error');
      return;
    }
    this.connection.send({ Action: 'SEND_MESSAGE', Content: words }, { words });
  }

  receive(frame, remembered) {
    if (frame.Type === 'MESSAGE') {
      this.add(frame.Id, frame.Sender.UserId, frame.Content, '', Boolean(remembered));
    } else if (frame.Type === 'ERROR') {
      const refused = this.add(frame.Id, this.name.value, remembered?.words ?? '', 'refused', true);
      refused.querySelector('.words').after(
        element('div', { className: 'error', text: `${frame.ErrorCode} ${frame.ErrorMessage}` }));
    } else if (frame.EventName === 'aws:DELETE_MESSAGE') {
      this.list.querySelector(`[data-id="${frame.Attributes.MessageID}"]`)?.classList.add('struck');
      this.note(`message deleted${frame.Attributes.Reason ? `: ${frame.Attributes.Reason}` : ''}`);
    } else if (frame.EventName === 'aws:DISCONNECT_USER') {
      this.note(`${frame.Attributes.UserId} was disconnected`);
    } else {
      this.note(`event ${frame.EventName} ${JSON.stringify(frame.Attributes)}`);
    }
    this.list.scrollTop = this.list.scrollHeight;
  }

  add(id, from, words, className, own) {
    const line = element('li', { className, 'data-id': id },
      element('span', { className: 'from', text: from }), element('span', { className: 'words', text: words, dir: 'auto' }));
    if (own) {
      line.dataset.own = 'true';
    }
    if (className !== 'refused' && this.may('DELETE_MESSAGE')) {
      line.append(' ', button('delete', 'quiet tiny', () => this.isHere
        && this.connection.send({ Action: 'DELETE_MESSAGE', Id: id, Reason: `by ${this.name.value}` })));
    }
    this.append(line);
    const entry = verdicts.get(id);
    if (entry) {
      this.judge(entry);
    }
    return line;
  }

  may(capability) {
    return this.root.querySelector(`input[value=${capability}]`).checked;
  }

  /** Puts the verdict beside its message; the sender's is open where something was done to it. */
  judge(entry) {
    const line = this.list.querySelector(`[data-id="${entry.messageId}"]`);
    if (line && !line.querySelector('.verdict')) {
      const open = Boolean(line.dataset.own) && !['ALLOW', 'UNREVIEWED'].includes(entry.outcome);
      line.append(verdictCard(entry, state, open));
      this.list.scrollTop = this.list.scrollHeight;
    }
  }

  note(text, className = 'note') {
    this.append(element('li', { className, text }));
    this.list.scrollTop = this.list.scrollHeight;
  }

  /** The last lines only: a page that is left open under load stays quick. */
  append(line) {
    this.list.querySelector('.empty')?.remove();
    this.list.append(line);
    while (this.list.children.length > LINES) {
      this.list.firstChild.remove();
    }
  }

  empty() {
    this.list.replaceChildren(element('li', { className: 'empty', text: 'Nothing said yet. Each message gets a card here with its verdict.' }));
  }

  showState() {
    const minutes = this.isHere ? Math.max(0, Math.round((this.connection.until - Date.now()) / 60_000)) : 0;
    this.state.textContent = this.isHere ? `${minutes} min left` : 'not connected';
    this.state.className = `state ${this.isHere ? 'connected' : this.connection ? 'gone' : ''}`;
  }
}

function showStates() {
  panes.forEach((pane) => pane.showState());
  if (room) {
    ownCall('people', { roomArn: room.arn }).then(({ connections }) => moderator.showPeople(connections)).catch(fail);
  }
}

function addPane() {
  const taken = new Set(panes.map((pane) => pane.name.value));
  const pane = new Pane(NAMES.find((name) => !taken.has(name)) ?? `user${panes.length + 1}`);
  panes.push(pane);
  layOut();
  return pane;
}

function removePane(pane) {
  if (panes.length > 1) {
    pane.connection?.close();
    panes.splice(panes.indexOf(pane), 1);
    layOut();
    showStates();
  }
}

function layOut() {
  byId('users').replaceChildren(...panes.map((pane) => pane.root));
  panes.forEach((pane) => { pane.list.scrollTop = pane.list.scrollHeight; });
  byId('add-user').disabled = panes.length >= NAMES.length;
  byId('users').classList.toggle('many', panes.length > 2);
}

function fail(problem) {
  panes[0].note(problem.message, 'error');
}

async function listRooms() {
  const { rooms } = await operation('ListRooms', {});
  byId('room').replaceChildren(...rooms.map((one) => element('option', {
    value: one.arn, text: `${one.name || 'no name'} · ${one.id}`,
  })));
  return rooms;
}

async function makeRoom() {
  const made = await operation('CreateRoom', {
    name: `playground-${new Date().toISOString().slice(11, 19).replaceAll(':', '')}`,
    messageReviewHandler: { uri: state.functionArn, fallbackResult: byId('fallback').value },
  });
  await listRooms();
  return made.arn;
}

async function enter(arn) {
  delete document.body.dataset.ready;
  room = await operation('GetRoom', { identifier: arn });
  byId('room').value = arn;
  byId('reviewed').checked = Boolean(room.messageReviewHandler);
  byId('fallback').value = room.messageReviewHandler?.fallbackResult ?? byId('fallback').value;
  moderator.clear();
  panes.forEach((pane) => pane.empty());
  await Promise.all(panes.map((pane) => pane.join()));
  [...verdicts.values()].filter((entry) => entry.roomArn === arn).forEach((entry) => moderator.showMessage(entry));
  document.body.dataset.ready = 'true';
}

async function changeHandler() {
  room = await operation('UpdateRoom', {
    identifier: room.arn,
    messageReviewHandler: {
      uri: byId('reviewed').checked ? room.messageReviewHandler?.uri ?? state.functionArn : '',
      fallbackResult: byId('fallback').value,
    },
  });
}

function showFault(fault) {
  for (const choice of byId('faults').children) {
    const { kind, millis } = choice.dataset;
    choice.setAttribute('aria-pressed', fault === (kind === 'none' ? '' : millis ? `delay ${millis}` : kind));
  }
}

function tell(entry) {
  if (entry.type === 'request') {
    showRequest(entry);
  } else {
    verdicts.set(entry.messageId, entry);
    panes.forEach((pane) => pane.judge(entry));
    if (entry.roomArn === room.arn) {
      moderator.showMessage(entry);
    }
  }
}

/** Follows the journal for ever: every answer comes when there is something new. */
async function follow() {
  let after = 0;
  for (;;) {
    try {
      const { entries, counters, fault } = await ownCall('journal', { after });
      entries.forEach(tell);
      after = entries.at(-1)?.number ?? after;
      showCounters(counters);
      showFault(fault);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

setUpTabs();
const moderator = setUpModerator(() => room.arn, fail);
state = await ownCall('state');
byId('endpoint').textContent = location.origin;
byId('copy-endpoint').addEventListener('click', (click) => copy(click.target, location.origin));
addPane();
addPane();
const rooms = await listRooms();
byId('room').addEventListener('change', () => enter(byId('room').value).catch(fail));
byId('new-room').addEventListener('click', () => makeRoom().then(enter).catch(fail));
byId('add-user').addEventListener('click', () => addPane().join());
byId('reviewed').addEventListener('change', () => changeHandler().catch(fail));
byId('fallback').addEventListener('change', () => changeHandler().catch(fail));
byId('faults').addEventListener('click', ({ target }) => {
  if (target.dataset.kind) {
    ownCall('fault', { kind: target.dataset.kind, millis: Number(target.dataset.millis ?? 0) })
      .then((now) => showFault(now.fault)).catch(fail);
  }
});
document.addEventListener('keydown', (event) => {
  const pane = event.altKey && panes[Number(event.key) - 1];
  if (pane) {
    event.preventDefault();
    pane.content.focus();
  }
});
if (state.rules) {
  await setUpRules(() => [...verdicts.values()].filter((entry) => entry.roomArn === room.arn));
}
await enter(rooms[0]?.arn ?? await makeRoom());
setInterval(showStates, 5_000);
follow();
