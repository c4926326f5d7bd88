// The verdict card of a message: what was written against what the room saw, why, how long, and by which rule.
import { ownCall } from './chat.js';

/** An element with classes, text and children; text is never read as HTML. */
export function element(name, { className = '', text, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) {
    made.textContent = text;
  }
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export function button(text, className, act) {
  const made = element('button', { className, text, type: 'button' });
  made.addEventListener('click', act);
  return made;
}

/** Puts text into the clipboard, and says so on the button. */
export async function copy(from, text) {
  const before = from.textContent;
  try {
    await navigator.clipboard.writeText(text);
    from.textContent = 'copied';
  } catch {
    from.textContent = 'not allowed';
  }
  setTimeout(() => { from.textContent = before; }, 1200);
}

export function milliseconds(micros) {
  return micros < 10_000 ? (micros / 1000).toFixed(1) : String(Math.round(micros / 1000));
}

/** The pieces that two texts share and do not: [kind, piece], kind being '=', '-' or '+'. */
export function difference(before, after) {
  const a = [...before];
  const b = [...after];
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const pieces = [];
  const add = (kind, character) => {
    const last = pieces.at(-1);
    if (last && last[0] === kind) {
      last[1] += character;
    } else {
      pieces.push([kind, character]);
    }
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('=', a[i++]);
      j++;
    } else if (i < a.length && (j === b.length || common[i + 1][j] >= common[i][j + 1])) {
      add('-', a[i++]);
    } else {
      add('+', b[j++]);
    }
  }
  return pieces;
}

function shown(pieces, without) {
  const made = element('dd');
  for (const [kind, text] of pieces) {
    if (kind !== without) {
      made.append(kind === '=' ? text : element(kind === '-' ? 'del' : 'ins', { text }));
    }
  }
  return made;
}

function attributesText(attributes) {
  return Object.entries(attributes ?? {}).map(([key, value]) => `${key}=${value}`).join(', ');
}

function comparison(entry) {
  const list = element('dl', { className: 'compare' });
  const compare = (label, written, seen) => {
    const pieces = difference(written, seen);
    list.append(element('dt', { text: `${label} written` }), shown(pieces, '+'));
    if (entry.delivered) {
      list.append(element('dt', { text: `${label} seen` }), shown(pieces, '-'));
    }
  };
  compare('', entry.written.Content, entry.delivered ? entry.seen.Content : entry.written.Content);
  const before = attributesText(entry.written.Attributes);
  const after = attributesText(entry.seen.Attributes);
  if (before !== after) {
    compare('attributes', before, after);
  }
  return list;
}

function timeBar(micros, limitMillis) {
  const part = micros / 1000 / limitMillis;
  const fill = element('i');
  fill.style.width = `${Math.min(100, part * 100)}%`;
  const bar = element('div', { className: `bar ${part >= 1 ? 'over' : part > 0.6 ? 'warm' : ''}` }, fill);
  return [bar, element('div', { className: 'scale' }, element('span', { text: `${milliseconds(micros)} ms` }),
    element('span', { text: `${limitMillis} ms` }))];
}

function spanned(text, spans) {
  const made = element('span');
  let at = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start >= at) {
      made.append(text.slice(at, start), element('mark', { text: text.slice(start, end) }));
      at = end;
    }
  }
  made.append(text.slice(at));
  return made;
}

function stepsTable(steps, content) {
  const table = element('table', { className: 'steps' });
  for (const step of steps) {
    const what = element('td');
    if (step.spans?.length) {
      what.append(spanned(content, step.spans));
    }
    const said = [step.failure, step.note].filter(Boolean).join(' · ');
    if (said) {
      what.append(` ${said}`);
    }
    table.append(element('tr', {}, element('td', { text: step.rule, className: 'mono' }),
      element('td', {}, element('span', { className: `chip ${step.verdict}`, text: step.verdict })), what,
      element('td', { className: 'number', text: step.micros === undefined ? '' : `${step.micros} µs` })));
  }
  return table;
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

function actions(entry, again) {
  const row = element('div', { className: 'actions' });
  row.append(button('copy as event', '', (click) => copy(click.target, pretty(entry.event))));
  if (entry.response) {
    row.append(button('copy as golden pair', '', (click) => copy(click.target,
      `// events/case.event.json\n${pretty(entry.event)}\n// events/case.response.json\n${pretty(entry.response)}\n`)));
  }
  if (entry.outcome !== 'UNREVIEWED') {
    row.append(button('run again', '', async (click) => {
      click.target.disabled = true;
      try {
        const now = await ownCall('replay', { number: entry.number });
        again.replaceChildren(`again: `, element('span', { className: `chip ${now.outcome}`, text: now.outcome }),
          ` ${milliseconds(now.micros)} ms ${now.delivered ? `“${now.seen.Content}”` : now.reason}`);
      } catch (gone) {
        again.textContent = gone.message;
      }
      click.target.disabled = false;
    }));
  }
  return row;
}

function causeInWords(entry) {
  return entry.cause.toLowerCase().replaceAll('_', ' ');
}

/** Why, in words: the handler's reason, or what went wrong. */
function why(entry) {
  if (entry.cause !== 'NONE') {
    return `${causeInWords(entry)}: ${entry.detail}`;
  }
  return entry.reason;
}

/** The card of a journal entry of type "message". */
export function verdictCard(entry, state, open) {
  const words = entry.outcome === 'FALLBACK' ? `FALLBACK ${entry.delivered ? 'ALLOW' : 'DENY'}` : entry.outcome;
  const card = element('details', { className: 'verdict' },
    element('summary', {}, element('span', { className: `chip ${entry.outcome}`, text: words }),
      element('span', { text: entry.outcome === 'UNREVIEWED' ? 'no handler' : `${milliseconds(entry.micros)} ms` }),
      element('span', { text: entry.cause === 'NONE' ? '' : causeInWords(entry) })));
  const again = element('div', { className: 'again', role: 'status' });
  const steps = element('div');
  let explained = false;
  card.addEventListener('toggle', async () => {
    if (card.open && state.explains && !explained) {
      explained = true;
      try {
        const explanation = await ownCall('explain', { number: entry.number });
        steps.replaceChildren(stepsTable(explanation.steps ?? [], entry.written.Content));
      } catch (gone) {
        steps.textContent = `no explanation: ${gone.message}`;
      }
    }
  });
  if (entry.outcome !== 'UNREVIEWED') {
    card.append(...timeBar(entry.micros, state.reviewLimitMillis));
  }
  if (why(entry)) {
    card.append(element('p', { className: 'reason', text: why(entry) }));
  }
  card.append(comparison(entry), steps, actions(entry, again), again);
  card.open = open;
  return card;
}
