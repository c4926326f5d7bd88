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
        element('span', { className: 'words', text: `${entry.userId}: ${entry.seen.Content}` }));
      if (entry.delivered) {
        line.append(button('Delete', '', () => operation('DeleteMessage', {
          roomIdentifier: entry.roomArn, id: entry.messageId, reason: 'by the moderator',
        }).catch(fail)));
      }
      byId('conversation').prepend(line);
      while (byId('conversation').children.length > MESSAGES) {
        byId('conversation').lastChild.remove();
      }
    },
    clear() {
      byId('conversation').replaceChildren();
    },
  };
}

/** Everything that is counted, by namespace. */
export function showCounters(counters) {
  const parts = [];
  for (const [namespace, counts] of Object.entries(counters)) {
    const table = element('table');
    for (const [name, count] of Object.entries(counts)) {
      const text = typeof count === 'object'
        ? Object.entries(count).map(([key, value]) => `${key} ${value.toFixed(1)}`).join(' · ') : String(count);
      table.append(element('tr', {}, element('td', { text: name }), element('td', { className: 'number', text })));
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

/** The rules: check, apply and judge the conversation again, save. */
export async function setUpRules(messages) {
  byId('tab-rules').hidden = false;
  byId('rules-text').value = (await ownCall('rules')).rules;
  const said = byId('rules-said');
  const call = async (name, done) => {
    try {
      const { faults } = await ownCall(name, { rules: byId('rules-text').value });
      if (faults.length) {
        said.replaceChildren(...faults.map((fault) => element('p', { className: 'fault' },
          element('code', { text: fault.path }), `${fault.path ? ': ' : ''}${fault.message}`)));
      } else {
        said.replaceChildren(await done());
      }
    } catch (problem) {
      said.replaceChildren(element('p', { className: 'fault', text: problem.message }));
    }
  };
  byId('check-rules').addEventListener('click', () => call('checkRules', async () => 'Nothing is wrong with them.'));
  byId('save-rules').addEventListener('click', () => call('saveRules', async () => 'Saved.'));
  byId('apply-rules').addEventListener('click', () => call('applyRules', () => judgeAgain(messages())));
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
        element('span', { className: 'words', text: now.delivered ? now.seen.Content : entry.written.Content })));
    }
  }
  const changed = list.children.length;
  list.prepend(element('li', { text: `In force. ${judged} messages judged again, ${changed} with another end.` }));
  return list;
}
