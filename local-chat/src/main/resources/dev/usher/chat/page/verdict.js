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
  return micros < 1_000 ? (micros / 1000).toFixed(2) : micros < 10_000 ? (micros / 1000).toFixed(1) : String(Math.round(micros / 1000));
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
  const made = element('dd', { dir: 'auto' });
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

/**
 * The time of a review on a bar that ends at the limit. What the rules took of it comes with the explanation, which
 * runs them once more; the rest is the way to the function and back, and what the function does besides.
 */
function timeBar(micros, limitMillis) {
  const width = (part) => `${Math.min(100, part / 10 / limitMillis)}%`;
  const part = micros / 1000 / limitMillis;
  const rest = element('i', { className: 'rest' });
  rest.style.width = width(micros);
  const bar = element('div', { className: `bar ${part >= 1 ? 'over' : part > 0.6 ? 'warm' : ''}` }, rest);
  const legend = element('span', { text: `${milliseconds(micros)} ms` });
  const show = (rulesMicros) => {
    const within = Math.min(rulesMicros, micros);
    const rules = element('i', { className: 'rules' });
    rest.style.width = width(micros - within);
    rules.style.width = width(within);
    bar.append(rules);
    legend.replaceChildren(element('b', { className: 'key rest' }), `invoking ${milliseconds(micros - within)} ms  `,
      element('b', { className: 'key rules' }), `rules ${milliseconds(within)} ms`);
  };
  return {
    show,
    parts: [bar, element('div', { className: 'scale' }, legend, element('span', { text: `${limitMillis} ms` }))],
  };
}

function spanned(text, spans) {
  const made = element('span', { dir: 'auto', className: 'spanned' });
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
  if (!steps.length) {
    return element('p', { className: 'empty', text: 'No rule looked at it.' });
  }
  const table = element('table', { className: 'steps' },
    element('caption', { className: 'hidden', text: 'What each rule said' }));
  for (const step of steps) {
    const what = element('td');
    if (step.spans?.length) {
      what.append(spanned(content, step.spans));
    }
    const said = [step.failure, step.note].filter(Boolean).join(' · ');
    if (said) {
      what.append(` ${said}`);
    }
    table.append(element('tr', {}, element('th', { text: step.rule, className: 'mono', scope: 'row' }),
      element('td', {}, element('span', { className: `chip ${step.verdict}`, text: step.verdict })), what,
      element('td', { className: 'number', text: step.micros === undefined ? '' : `${step.micros} µs` })));
  }
  return table;
}

function rulesMicros(steps) {
  return steps.reduce((sum, step) => sum + (step.micros ?? 0), 0);
}

/** How the rules came to it: the quicker of two runs, since the first may be of code that has not run for a while. */
async function explained(number) {
  const runs = [];
  for (let i = 0; i < 2; i++) {
    runs.push((await ownCall('explain', { number })).steps ?? []);
  }
  return rulesMicros(runs[0]) < rulesMicros(runs[1]) ? runs[0] : runs[1];
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

const TEST_NAMES = { ALLOW: 'allowsIt', EDITED: 'editsIt', DENY: 'deniesIt', FALLBACK: 'answersIt' };

/** A text as a Java text block, every line as far in as told. */
function textBlock(text, indent) {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""');
  return `"""\n${escaped.split('\n').map((line) => indent + line).join('\n')}"""`;
}

/** The message as a JUnit test of the handler. */
function junitTest(entry) {
  const indent = ' '.repeat(12);
  return `@Test
void ${TEST_NAMES[entry.outcome]}() throws Exception {
    String event = ${textBlock(pretty(entry.event), indent)};
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    new MessageReviewHandler().handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, null);
    assertThat(response.toString(StandardCharsets.UTF_8)).isEqualTo(${textBlock(entry.response, indent)});
}
`;
}

function actions(entry, again) {
  const row = element('div', { className: 'actions' });
  row.append(button('copy as event', '', (click) => copy(click.target, pretty(entry.event))));
  if (entry.response) {
    row.append(button('copy as golden pair', '', (click) => copy(click.target,
      `// events/case.event.json\n${pretty(entry.event)}\n// events/case.response.json\n${pretty(entry.response)}\n`)));
  }
  if (entry.response) {
    row.append(button('copy as test', '', (click) => copy(click.target, junitTest(entry))));
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
    return `${causeInWords(entry)}: ${entry.detail}, so the room's fallbackResult ${
      entry.delivered ? 'ALLOW let it through' : 'DENY refused it'}`;
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
  const steps = element('div', { className: 'scroll' });
  const bar = entry.outcome === 'UNREVIEWED' ? undefined : timeBar(entry.micros, state.reviewLimitMillis);
  let asked = false;
  card.addEventListener('toggle', async () => {
    if (card.open && state.explains && bar && !asked) {
      asked = true;
      try {
        const lines = await explained(entry.number);
        steps.replaceChildren(stepsTable(lines, entry.written.Content));
        bar.show(rulesMicros(lines));
        card.dispatchEvent(new Event('explained', { bubbles: true }));
      } catch (gone) {
        steps.textContent = `no explanation: ${gone.message}`;
      }
    }
  });
  if (bar) {
    card.append(...bar.parts);
  }
  if (why(entry)) {
    card.append(element('p', { className: 'reason', text: why(entry) }));
  }
  card.append(comparison(entry), steps, actions(entry, again), again);
  card.open = open;
  return card;
}
