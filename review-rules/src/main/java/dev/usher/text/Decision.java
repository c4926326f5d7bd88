// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/** Why a candidate counts as a hit, or does not. */
public enum Decision {
    /** The letters of the term stand there, disguised or not, with enough evidence. */
    HIT,
    /** A masked word that only this term fits. */
    HIT_MASKED,
    /** Two neighbouring letters are transposed. */
    HIT_TRANSPOSED,
    /** Digits of a digit term. */
    HIT_DIGITS,
    /** Digits of a term that is meant alone, beside other words or numbers. */
    NUMBER_AMONG_WORDS,
    /** The letters are there, but a double letter of the term is not. */
    TOO_FEW_REPEATS,
    /** The word goes on before or after the term. */
    PART_OF_A_LONGER_WORD,
    /** The whole word is an ordinary one. */
    ORDINARY_WORD,
    /** The parts around a gap are ordinary words. */
    ORDINARY_PARTS,
    /** Letters and gaps do not make up a word that somebody spelled out. */
    TOO_MANY_GAPS,
    /** Digits and signs alone, or more of them than letters in a short term. */
    TOO_FEW_LETTERS,
    /** An exact term in a disguise, or a letter that only looks like the term's. */
    NOT_EXACT,
    /** Inside a span of the allow list. */
    ALLOWED,
    /** The category or severity is not asked for. */
    NOT_ASKED_FOR;

    public boolean isHit() {
        return this == HIT || this == HIT_MASKED || this == HIT_TRANSPOSED || this == HIT_DIGITS;
    }
}
