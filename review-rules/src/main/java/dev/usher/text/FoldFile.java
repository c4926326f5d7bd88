// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code fold.txt} into a {@link Fold}, at build time. What ASCII folds to stands here, because it is ours and
 * not Unicode's: which digits and signs are read as letters.
 */
final class FoldFile {
    private static final int TABLE = 0x20000;
    private static final String READ_AS_LETTERS = "0o1i2z3e4a5s6g7t8b9g@a$s+t!i|i";

    private FoldFile() {}

    static Fold parse(String file) {
        int[] table = new int[TABLE];
        Arrays.fill(table, Fold.entry(Fold.OTHER, 0));
        ascii(table);
        List<Integer> several = new ArrayList<>();
        String version = "";
        for (String line : file.lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split(" ", 3);
            if (fields[0].equals("unicode")) {
                version = fields[1];
                continue;
            }
            int dots = fields[0].indexOf("..");
            int first = Integer.parseInt(dots < 0 ? fields[0] : fields[0].substring(0, dots), 16);
            int last = dots < 0 ? first : Integer.parseInt(fields[0].substring(dots + 2), 16);
            if (first < TABLE) {
                int entry = entry(table, fields, several);
                Arrays.fill(table, first, Math.min(last + 1, TABLE), entry);
            }
        }
        return pack(table, several, version);
    }

    private static void ascii(int[] table) {
        for (char c = 0; c < 128; c++) {
            int entry = Fold.entry(Fold.MARK, c);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                entry = Fold.entry(Fold.LETTER, c | 0x20);
            } else if (c <= ' ' || c == 127) {
                entry = Fold.entry(Fold.SPACE, ' ');
            }
            table[c] = entry;
        }
        for (int i = 0; i < READ_AS_LETTERS.length(); i += 2) {
            char c = READ_AS_LETTERS.charAt(i);
            int kind = c >= '0' && c <= '9' ? Fold.DIGIT : Fold.SIGN;
            boolean either = c == '1' || c == '!' || c == '|';
            table[c] = Fold.entry(kind | (either ? Fold.EITHER : 0), READ_AS_LETTERS.charAt(i + 1));
        }
    }

    private static int entry(int[] table, String[] fields, List<Integer> several) {
        return switch (fields[1]) {
            case "=" -> Fold.SELF << 16;
            case "-" -> Fold.entry(Fold.DROPPED, 0);
            case "_" -> Fold.entry(Fold.SPACE, ' ');
            case "." -> Fold.entry(Fold.MARK, 0xB7);
            case "o" -> Fold.entry(Fold.OTHER, 0);
            default -> letters(table, fields[2], several);
        };
    }

    private static int letters(int[] table, String text, List<Integer> several) {
        List<Integer> entries = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            entries.add(one(table, text.charAt(i)));
        }
        if (entries.size() == 1) {
            return entries.get(0);
        }
        int at = several.size();
        several.add(entries.size());
        several.addAll(entries);
        return Fold.SEVERAL << 16 | at;
    }

    private static int one(int[] table, char c) {
        if (c == 'η') {
            return Fold.entry(Fold.LETTER | Fold.ETA, 'n');
        }
        if (c < 128) {
            return table[c];
        }
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                        ? Fold.entry(Fold.LETTER, c)
                        : Fold.entry(Fold.MARK, 0xB7);
    }

    private static Fold pack(int[] table, List<Integer> several, String version) {
        char[] blocks = new char[TABLE / 128];
        Map<List<Integer>, Integer> seen = new HashMap<>();
        List<int[]> distinct = new ArrayList<>();
        for (int b = 0; b < blocks.length; b++) {
            int[] block = Arrays.copyOfRange(table, b * 128, b * 128 + 128);
            Integer known = seen.putIfAbsent(Arrays.stream(block).boxed().toList(), distinct.size());
            if (known == null) {
                distinct.add(block);
            }
            blocks[b] = (char) (known == null ? distinct.size() - 1 : known);
        }
        int[] entries = new int[distinct.size() * 128];
        for (int i = 0; i < distinct.size(); i++) {
            System.arraycopy(distinct.get(i), 0, entries, i * 128, 128);
        }
        int[] expansions = several.stream().mapToInt(Integer::intValue).toArray();
        int checksum = Arrays.hashCode(entries) * 31 + Arrays.hashCode(expansions) + Arrays.hashCode(blocks);
        return new Fold(blocks, entries, expansions, version, checksum);
    }
}
