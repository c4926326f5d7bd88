// The desk beside the chat: moderator, counters, requests, rules.
import { operation, ownCall, readAttributes } from './chat.js';
import { button, element, milliseconds } from './verdict.js';

const byId = (id) => document.getElementById(id);
const REQUESTS = 100;
const MESSAGES = 100;

/** Tabs that the arrow keys move between. */
export function setUpTabs() {
  const tabs = [...document.querySelectorAll('[role=tab]')];
  const select = (wanted) => {
    for (const tab of tabs) {
      const selected = tab === wanted;
      tab.setAttribute('aria-selected', selected);
      tab.tabIndex = selected ? 0 : -1;
      byId(tab.getAttribute('aria-controls')).hidden = !selected;
    }
  };
  for (const tab of tabs) {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const there = tabs.filter((other) => !other.hidden);
        const next = there[(there.indexOf(tab) + step + there.length) % there.length];
        select(next);
        next.focus();
      }
    });
  }
}

/** What a moderator does: through the control plane, as an application's own server would. */
export function setUpModerator(currentRoom, fail) {
  byId('event').addEventListener('submit', (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    operation('SendEvent', {
      roomIdentifier: currentRoom(), eventName: form.get('eventName'), attributes: readAttributes(form.get('attributes')),
    }).catch(fail);
  });
  return {
    showPeople(connections) {
      const people = Object.entries(connections).map(([userId, count]) => element('li', {},
        element('span', { className: 'words', text: count > 1 ? `${userId} (${count} connections)` : userId }),
        button('Disconnect', '', () => operation('DisconnectUser', {
          roomIdentifier: currentRoom(), userId, reason: 'by the moderator',
        }).catch(fail))));
      // Only where it changed, so that the focus stays where it is.
      const before = people.map((person) => person.textContent).join('\n');
      if (before !== this.people) {
        this.people = before;
        byId('people').replaceChildren(...people.length ? people
          : [element('li', { className: 'empty', text: 'Nobody is here.' })]);
      }
    },
    showMessage(entry) {
      const line = element('li', {},
        element('span', { className: `chip ${entry.outcome}`, text: entry.outcome === 'UNREVIEWED' ? '—' : entry.outcome }),
        element('span', { className: 'words', dir: 'auto', text: `${entry.userId}: ${entry.seen.Content}` }));
      if (entry.delivered) {
        line.append(button('Delete', '', () => operation('DeleteMessage', {
          roomIdentifier: entry.roomArn, id: entry.messageId, reason: 'by the moderator',
        }).catch(fail)));
      }
      byId('conversation').querySelector('.empty')?.remove();
      byId('conversation').prepend(line);
      while (byId('conversation').children.length > MESSAGES) {
        byId('conversation').lastChild.remove();
      }
    },
    clear() {
      byId('conversation').replaceChildren(element('li', { className: 'empty', text: 'No message yet.' }));
    },
  };
}

const NO_REVIEWS = 'Nothing has been counted yet.';

/** Everything that is counted, by namespace. */
export function showCounters(counters) {
  const parts = Object.keys(counters).length ? [] : [element('p', { className: 'empty', text: NO_REVIEWS })];
  for (const [namespace, counts] of Object.entries(counters)) {
    const table = element('table');
    const line = (name, text) => table.append(element('tr', {}, element('td', { text: name }),
      element('td', { className: 'number', text })));
    for (const [name, count] of Object.entries(counts)) {
      if (typeof count === 'object') {
        const unit = /Milliseconds$/;
        Object.entries(count).forEach(([key, value]) => line(`${name.replace(unit, '')} ${key}`,
          `${value.toFixed(1)}${unit.test(name) ? ' ms' : ''}`));
      } else {
        line(name, count.toLocaleString('en'));
      }
    }
    parts.push(element('h3', { text: namespace }), table);
  }
  byId('counters').replaceChildren(...parts);
}

/** One call of the control plane. */
export function showRequest(entry) {
  const attempt = /attempt=(\d+)/.exec(entry.attempt)?.[1] ?? '';
  const classes = `${entry.status >= 400 ? 'bad' : ''} ${Number(attempt) > 1 ? 'retry' : ''}`;
  const client = /Mozilla/.test(entry.client) ? 'a browser' : entry.client;
  byId('request-rows').prepend(element('tr', { className: classes },
    element('td', { text: entry.operation }), element('td', { text: `${entry.status} ${entry.error}` }),
    element('td', { text: attempt }), element('td', { className: 'number', text: milliseconds(entry.micros) }),
    element('td', { className: 'client', text: client, title: entry.client })));
  while (byId('request-rows').children.length > REQUESTS) {
    byId('request-rows').lastChild.remove();
  }
}

/** Goes to the place of a fault, as far as its path's last name or number leads there. */
function goTo(path) {
  const area = byId('rules-text');
  let at = 0;
  for (const [, name, index] of path.matchAll(/([A-Za-z][\w-]*)|\[(\d+)\]/g)) {
    if (name) {
      const found = area.value.indexOf(`"${name}"`, at);
      at = found < 0 ? at : found;
    } else {
      for (let i = 0; i <= Number(index); i++) {
        const found = area.value.indexOf('{', at + 1);
        at = found < 0 ? at : i < Number(index) ? endOfObject(area.value, found) : found;
      }
    }
  }
  area.focus();
  const end = area.value.indexOf('\n', at);
  area.setSelectionRange(at, end < 0 ? area.value.length : end);
  area.scrollTop = area.scrollHeight * (area.value.slice(0, at).split('\n').length - 4) / area.value.split('\n').length;
}

function endOfObject(text, from) {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    depth += text[i] === '{' ? 1 : text[i] === '}' ? -1 : 0;
    if (!depth) {
      return i;
    }
  }
  return from;
}

function faultLine(fault) {
  const line = element('li', { className: 'fault' });
  if (fault.path) {
    line.append(button(fault.path, 'path', () => goTo(fault.path)), ' ');
  }
  line.append(fault.message);
  return line;
}

/** The rules: check, apply and judge the conversation again, save. */
export async function setUpRules(messages) {
  byId('tab-rules').hidden = false;
  const area = byId('rules-text');
  const said = byId('rules-said');
  let inForce = (await ownCall('rules')).rules;
  let saved = inForce;
  area.value = inForce;
  const showState = () => {
    byId('rules-state').textContent = area.value !== inForce ? 'Changed, and not in force yet.'
      : inForce !== saved ? 'In force, and not saved.' : 'In force.';
  };
  const call = async (name, done) => {
    const rules = area.value;
    said.replaceChildren('…');
    try {
      const { faults } = await ownCall(name, { rules });
      said.replaceChildren(faults.length
        ? element('ul', { className: 'plain faults' }, ...faults.map(faultLine)) : await done(rules));
    } catch (problem) {
      said.replaceChildren(element('p', { className: 'fault', text: problem.message }));
    }
    showState();
  };
  area.addEventListener('input', showState);
  byId('check-rules').addEventListener('click', () => call('checkRules', async () => 'Nothing is wrong with them.'));
  byId('save-rules').addEventListener('click', () => call('saveRules', async (rules) => {
    saved = rules;
    return 'Saved.';
  }));
  byId('apply-rules').addEventListener('click', () => call('applyRules', async (rules) => {
    inForce = rules;
    return judgeAgain(messages());
  }));
  showState();
}

async function judgeAgain(entries) {
  const list = element('ul', { className: 'plain' });
  let judged = 0;
  for (const entry of entries) {
    let now;
    try {
      now = await ownCall('replay', { number: entry.number });
    } catch {
      continue; // it is kept no longer, or had no handler
    }
    judged++;
    if (now.outcome !== entry.outcome || now.seen.Content !== entry.seen.Content) {
      list.append(element('li', {}, element('span', { className: `chip ${entry.outcome}`, text: entry.outcome }), '→',
        element('span', { className: `chip ${now.outcome}`, text: now.outcome }),
        element('span', { className: 'words', dir: 'auto', text: now.delivered ? now.seen.Content : entry.written.Content })));
    }
  }
  const changed = list.children.length;
  list.prepend(element('li', { text: `In force. ${judged} messages judged again, ${changed} with another end.` }));
  return list;
}
