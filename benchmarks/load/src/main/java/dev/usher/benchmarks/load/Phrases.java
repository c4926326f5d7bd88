// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

/** What is said: ordinary chat, of which the shipped rules change one in sixteen and refuse one in sixteen. */
final class Phrases {
    private static final String[] SAID = {"gg wp everyone", "what a save!! did you all see that replay",
        "hello from Lisbon \uD83D\uDC4B", "is the stream lagging for anybody else or is it just me?",
        "call me on +49 30 901820 after the show", // personal-data masks it
        "lol", "first time here, what are the rules of this game?", "そのゴールはすごい",
        "he was never offside, come on ref",
        "nice one ann, you called it before the kick", "brb", "can someone explain the scoring to me please",
        "click http://free-skins.example/now", // links refuses it
        "GOOOAL", "the commentary tonight is so much better than last week, keep these two",
        "ok \uD83D\uDE02"};

    private Phrases() {}

    static String of(int number) {
        return SAID[Math.floorMod(number, SAID.length)];
    }
}
