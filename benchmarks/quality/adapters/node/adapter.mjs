// SPDX-License-Identifier: Apache-2.0
// One npm peer behind the harness's protocol: JSON lines {"text": ...} in, a line 0 or 1 out for each.
// usage: node adapter.mjs ENGINE FOLDER_WITH_NODE_MODULES BLOCK_LIST [--time SECONDS]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [engine, folder, blockList, flag, seconds] = process.argv.slice(2);
const load = createRequire(join(resolve(folder), 'package.json'));
// bad-words-next and deep-profanity-filter are CommonJS, the rest are modules: import() takes both.
const use = async (name) => import(load.resolve(name));

// Each peer as its own readme sets it up for English; "max" turns on every switch against evasion.
const engines = {
  '@2toad/profanity': async () => {
    const { Profanity } = await use('@2toad/profanity');
    const profanity = new Profanity();
    return (text) => profanity.exists(text);
  },
  allprofanity: async () => {
    const { AllProfanity } = await use('allprofanity');
    const filter = new AllProfanity({ silent: true });
    return (text) => filter.check(text);
  },
  'bad-words': async () => {
    const { Filter } = await use('bad-words');
    const filter = new Filter();
    return (text) => filter.isProfane(text);
  },
  'bad-words-next': async () => {
    const BadWordsNext = load('bad-words-next');
    const filter = new BadWordsNext({ data: load('bad-words-next/lib/en') });
    return (text) => filter.check(text);
  },
  'deep-profanity-filter': async () => {
    const { preprocessWordLists, doesContainBadWords, textToLatin } = load('deep-profanity-filter');
    const terms = readFileSync(blockList, 'utf8').split('\n').map((line) => line.trim()).filter(Boolean);
    const filter = preprocessWordLists(terms, []);
    return (text) => doesContainBadWords(textToLatin(text), filter);
  },
  'glin-profanity': async () => {
    const { Filter } = await use('glin-profanity');
    const filter = new Filter();
    return (text) => filter.isProfane(text);
  },
  'glin-profanity-max': async () => {
    const { Filter } = await use('glin-profanity');
    const filter = new Filter({
      detectLeetspeak: true, leetspeakLevel: 'aggressive', normalizeUnicode: true, allowObfuscatedMatch: true,
    });
    return (text) => filter.isProfane(text);
  },
  'leo-profanity': async () => {
    const filter = load('leo-profanity');
    return (text) => filter.check(text);
  },
  obscenity: async () => {
    const { RegExpMatcher, englishDataset, englishRecommendedTransformers } = await use('obscenity');
    const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
    return (text) => matcher.hasMatch(text);
  },
};

const texts = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).text);
console.log = console.warn = () => {}; // peers that greet on standard output would break the protocol
const begin = performance.now();
const flags = await engines[engine]();
if (flag === '--time') {
  flags(texts[0]);
  process.stdout.write(JSON.stringify(time(Number(seconds), performance.now() - begin)) + '\n');
} else {
  process.stdout.write(texts.map((text) => (flags(text) ? '1\n' : '0\n')).join(''));
}

/** Warms up for a third of the time, then keeps each message's best of up to five passes in the rest. */
function time(budget, first) {
  const warm = performance.now() + (budget * 1000) / 3;
  for (let i = 0; performance.now() < warm; i++) flags(texts[i % texts.length]);
  const best = [];
  const end = performance.now() + (budget * 2000) / 3;
  for (let pass = 0; pass < 5; pass++) {
    for (let i = 0; i < texts.length && performance.now() < end; i++) {
      const start = process.hrtime.bigint();
      flags(texts[i]);
      const took = Number(process.hrtime.bigint() - start) / 1000;
      if (best[i] === undefined || took < best[i]) best[i] = took;
    }
  }
  best.sort((a, b) => a - b);
  const at = (q) => best[Math.min(best.length - 1, Math.floor(best.length * q))];
  return { messages: best.length, median_us: at(0.5), p99_us: at(0.99), max_us: at(1), first_ms: first };
}
