// SPDX-License-Identifier: Apache-2.0
package dev.usher.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our reader and writer beside Jackson's, on random texts of which most are nearly JSON. Bounded; the seed is printed,
 * and {@code -Dusher.seed=N} runs it again.
 */
final class JsonDifferentialTest {
    private static final int ROUNDS = 30_000;
    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final String[] PIECES = {
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "\"\\u0041\"", "\\", "\\u", "\\ud83d", "\\n",
        "\\/", "true",
        "false", "null", "nul", "0", "-1", "1.5", "1e9", "-0", "01", ".", "1E+2", " ", "\n", "\t", "\u00e9",
        "\u20ac",
        "\ud83d\ude00", "\ufeff", "\u0001", "\u007f", "x"};

    @Test
    void bothReadTheSameTextsAlike() {
        long seed = seed();
        Random random = new Random(seed);
        int sound = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] text = text(random);
            JsonNode theirs = theirs(text);
            if (theirs != null && theirs.isMissingNode()) {
                continue;
            }
            JsonValue ours = ours(text);
            String where = "seed " + seed + ", round " + round + ": ";
            Supplier<String> what = () -> where + new String(text, StandardCharsets.UTF_8);
            assertThat(ours == null).as(what).isEqualTo(theirs == null);
            if (ours != null && theirs != null) {
                sound++;
                assertSame(what, ours, theirs);
            }
        }
        assertThat(sound).as("enough of the texts are JSON").isGreaterThan(ROUNDS / 10);
    }

    @Test
    void jacksonReadsWhatWeWrite() throws IOException {
        long seed = seed();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS / 3; round++) {
            Map<String, String> strings = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                strings.put(string(random), string(random));
            }
            long number = random.nextLong() >> random.nextInt(64);
            byte[] text = new JsonWriter().beginObject().name("a").value(strings).name("b").beginArray()
                    .value(number)
                    .value(true).value(string(random)).beginObject().endObject().endArray().endObject()
                    .toByteArray();
            JsonNode read = JACKSON.readTree(text);
            String where = "seed " + seed + ", round " + round;
            Supplier<String> what = () -> where;
            assertThat(JACKSON.convertValue(read.get("a"), STRINGS)).as(what).isEqualTo(strings);
            assertThat(read.get("b").get(0).longValue()).as(what).isEqualTo(number);
            assertThat(ours(text)).as(what).isNotNull();
        }
    }

    private static long seed() {
        long seed = Long.getLong("usher.seed", System.nanoTime());
        System.out.println("JsonDifferentialTest: -Dusher.seed=" + seed);
        return seed;
    }

    /** A sound text with a few mutations, or a row of pieces. */
    private static byte[] text(Random random) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        } else {
            value(random, text, 4);
            for (int i = random.nextInt(3); i > 0; i--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextBoolean() && at < text.length()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8); // an unpaired surrogate becomes a question mark
    }

    private static void value(Random random, StringBuilder text, int depth) {
        switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> text.append(random.nextInt(2000) - 1000);
            case 1 -> text.append(random.nextDouble() * Math.pow(10, random.nextInt(40) - 20));
            case 2 -> text.append(random.nextBoolean() ? "true" : "null");
            case 3 -> quoted(random, text);
            case 4 -> {
                text.append('[');
                for (int i = random.nextInt(4); i > 0; i--) {
                    value(random, text, depth - 1);
                    text.append(i > 1 ? ", " : "");
                }
                text.append(']');
            }
            default -> {
                text.append('{');
                for (int i = random.nextInt(4); i > 0; i--) {
                    quoted(random, text);
                    text.append(':');
                    value(random, text, depth - 1);
                    text.append(i > 1 ? "," : "");
                }
                text.append('}');
            }
        }
    }

    private static void quoted(Random random, StringBuilder text) {
        try {
            text.append(JACKSON.writeValueAsString(string(random)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String string(Random random) {
        StringBuilder string = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int codePoint = switch (random.nextInt(5)) {
                case 0 -> random.nextInt(0x20);
                case 1 -> random.nextInt(0x800);
                case 2 -> 0xE000 + random.nextInt(0x1000);
                case 3 -> 0x1F600 + random.nextInt(64);
                default -> 'a' + random.nextInt(3);
            };
            string.appendCodePoint(codePoint);
        }
        return string.toString();
    }

    /** Null where Jackson refuses the text; a missing node where it refuses what RFC 8259 allows, as we do. */
    private static @Nullable JsonNode theirs(byte[] text) {
        try {
            JsonNode read = JACKSON.readTree(text);
            return read.isMissingNode() ? null : read;
        } catch (NumberFormatException hugeExponent) {
            return MissingNode.getInstance();
        } catch (IOException refused) {
            boolean unpaired = String.valueOf(refused.getMessage()).contains("surrogate");
            return unpaired ? MissingNode.getInstance() : null;
        }
    }

    private static @Nullable JsonValue ours(byte[] text) {
        try {
            return JsonReader.read(text, JsonReader.Limits.DEFAULT);
        } catch (JsonException refused) {
            return null;
        }
    }

    private static void assertSame(Supplier<String> what, JsonValue ours, JsonNode theirs) {
        switch (ours) {
            case JsonValue.JsonNull none -> assertThat(theirs.isNull()).as(what).isTrue();
            case JsonValue.JsonBoolean flag ->
                assertThat(theirs.isBoolean() && theirs.booleanValue() == flag.value())
                        .as(what).isTrue();
            case JsonValue.JsonString string ->
                assertThat(theirs.textValue()).as(what).isEqualTo(string.value());
            case JsonValue.JsonNumber number -> assertThat(theirs.doubleValue()).as(what)
                    .isEqualTo(Double.parseDouble(number.text()));
            case JsonValue.JsonArray array -> {
                assertThat(theirs.isArray() && theirs.size() == array.elements().size()).as(what).isTrue();
                for (int i = 0; i < theirs.size(); i++) {
                    assertSame(what, array.elements().get(i), theirs.get(i));
                }
            }
            case JsonValue.JsonObject object -> {
                assertThat(theirs.size()).as(what).isEqualTo(object.members().size());
                Iterator<String> names = theirs.fieldNames();
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    assertThat(names.next()).as(what).isEqualTo(member.getKey());
                    assertSame(what, member.getValue(), theirs.get(member.getKey()));
                }
            }
        }
    }
}
