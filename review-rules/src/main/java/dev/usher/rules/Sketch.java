// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.text.TermMatcher;
import java.util.Arrays;

/**
 * What a text is like, for telling copies and near copies: MinHash over the four-letter pieces of its folded letters
 * (A. Broder, "On the resemblance and containment of documents", 1997), two minima to a band. Two texts that share a
 * share {@code j} of their pieces meet in a given band with the chance of {@code j * j}. Linear in the text.
 */
final class Sketch {
    static final int BANDS = 3;
    private static final int ROWS = 2;
    private static final int PIECE = 4;

    private final char[] letters;
    private final int length;

    private Sketch(char[] letters, int length) {
        this.letters = letters;
        this.length = length;
    }

    /** Of the folded letters and digits, a run of one counting as one. */
    static Sketch of(String content, TermMatcher fold) {
        String folded = fold.fold(withoutSigns(content));
        char[] letters = new char[folded.length()];
        int length = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if ((Character.isLetterOrDigit(c) || Character.isSurrogate(c))
                    && (length == 0 || letters[length - 1] != c)) {
                letters[length++] = c;
            }
        }
        return new Sketch(letters, length);
    }

    /** The fold reads a sign such as {@code !} as the letter that it may stand for; here it is what people add. */
    private static String withoutSigns(String content) {
        StringBuilder rest = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c >= 128 || Character.isLetterOrDigit(c) || c == ' ') {
                rest.append(c);
            }
        }
        return rest.toString();
    }

    /** How many letters there are to go by. */
    int length() {
        return length;
    }

    String letters() {
        return new String(letters, 0, length);
    }

    /** The same for two texts with the same letters, and for no others. */
    String exact() {
        long one = 0;
        long other = 1;
        for (int i = 0; i < length; i++) {
            one = mix(one ^ letters[i]);
            other = mix(other + letters[i]);
        }
        return Long.toHexString(one) + Long.toHexString(other);
    }

    /** One key for each band. */
    String[] bands() {
        long[] least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int i = 0; i + PIECE <= Math.max(length, PIECE); i++) {
            long piece = 0;
            for (int j = i; j < Math.min(length, i + PIECE); j++) {
                piece = (piece << 16) | letters[j];
            }
            for (int row = 0; row < least.length; row++) {
                least[row] = Math.min(least[row], mix(piece + row * 0x9e3779b97f4a7c15L));
            }
        }
        String[] bands = new String[BANDS];
        for (int band = 0; band < BANDS; band++) {
            bands[band] = band + "-"
                    + Long.toHexString(mix(least[band * ROWS] ^ (least[band * ROWS + 1] << 1)));
        }
        return bands;
    }

    /** The finaliser of splitmix64. */
    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
