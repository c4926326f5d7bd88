// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a resource's properties, which CloudFormation hands over as strings, lists and maps, and finds every fault in
 * them. One thread at a time, once.
 */
final class PropertiesReader {
    private static final Set<String> KNOWN = Set.of("ServiceToken", "ServiceTimeout", "HandlerArn",
            "FallbackResult", "Rooms", "MaximumMessageLength", "MaximumMessageRatePerSecond", "Tags", "Adopt",
            "Canary", "Greeting", "Revision");
    private static final Set<String> ROOM = Set.of("Name", "MaximumMessageLength",
            "MaximumMessageRatePerSecond", "Tags");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");
    private static final Pattern ROOM_ARN = Pattern
            .compile("arn:aws:ivschat:[a-z0-9-]+:[0-9]{12}:room/[a-zA-Z0-9]{12}");
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final int LONGEST_CONTENT = 500;

    private final List<String> faults = new ArrayList<>();

    private PropertiesReader() {}

    /**
     * Reads them.
     *
     * @throws RoomsException that names every fault with its path
     */
    static RoomsProperties read(@Nullable Map<String, Object> properties) {
        PropertiesReader reader = new PropertiesReader();
        RoomsProperties read = reader.properties(properties == null ? Map.of() : properties);
        if (!reader.faults.isEmpty()) {
            throw new RoomsException("properties: " + String.join("; ", reader.faults));
        }
        return read;
    }

    private RoomsProperties properties(Map<String, Object> all) {
        unknown("", all, KNOWN);
        String handler = text("HandlerArn", all.get("HandlerArn"));
        String fault = Wiring.faultOf(handler);
        if (!fault.isEmpty()) {
            faults.add("HandlerArn: " + fault);
        }
        RoomSpec defaults = new RoomSpec("",
                number("MaximumMessageLength", all.get("MaximumMessageLength"), RoomSpec.DEFAULT_LENGTH,
                        RoomSpec.MOST_LENGTH),
                number("MaximumMessageRatePerSecond", all.get("MaximumMessageRatePerSecond"),
                        RoomSpec.DEFAULT_RATE, RoomSpec.MOST_RATE),
                tags("Tags", all.get("Tags")));
        List<RoomSpec> rooms = rooms(all.get("Rooms"), defaults);
        List<Adoption> adopt = adopt(all.get("Adopt"));
        if (rooms.isEmpty() && adopt.isEmpty() && faults.isEmpty()) {
            faults.add("Rooms: expected at least one room, here or in Adopt");
        }
        return new RoomsProperties(new Wiring(handler, fallback(all.get("FallbackResult"))), rooms, adopt,
                flag(all.get("Canary")), greeting(all.get("Greeting")));
    }

    private List<RoomSpec> rooms(@Nullable Object value, RoomSpec defaults) {
        List<RoomSpec> rooms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<?> list = list("Rooms", value);
        for (int i = 0; i < list.size(); i++) {
            Object entry = list.get(i);
            String path = "Rooms[" + i + "]";
            if (isEmpty(entry)) {
                continue;
            }
            RoomSpec room = room(path, entry, defaults);
            if (!NAME.matcher(room.name()).matches()) {
                faults.add(path + (entry instanceof Map ? ".Name" : "")
                        + ": expected 1 to 128 of a-z, A-Z, 0-9, - and _, found \"" + room.name() + "\"");
            } else if (!names.add(room.name())) {
                faults.add(path + ": the name " + room.name()
                        + " stands twice; a room is known by its name here");
            }
            rooms.add(room);
        }
        return rooms;
    }

    private RoomSpec room(String path, Object entry, RoomSpec defaults) {
        if (!(entry instanceof Map)) {
            return new RoomSpec(text(path, entry), defaults.maximumMessageLength(),
                    defaults.maximumMessageRatePerSecond(), defaults.tags());
        }
        Map<String, Object> members = map(path, entry);
        unknown(path + ".", members, ROOM);
        Map<String, String> tags = new LinkedHashMap<>(defaults.tags());
        tags.putAll(tags(path + ".Tags", members.get("Tags")));
        return new RoomSpec(text(path + ".Name", members.get("Name")),
                number(path + ".MaximumMessageLength", members.get("MaximumMessageLength"),
                        defaults.maximumMessageLength(), RoomSpec.MOST_LENGTH),
                number(path + ".MaximumMessageRatePerSecond", members.get("MaximumMessageRatePerSecond"),
                        defaults.maximumMessageRatePerSecond(), RoomSpec.MOST_RATE),
                tags);
    }

    private List<Adoption> adopt(@Nullable Object value) {
        List<Adoption> adopt = new ArrayList<>();
        List<?> list = list("Adopt", value);
        for (int i = 0; i < list.size(); i++) {
            Object entry = list.get(i);
            String path = "Adopt[" + i + "]";
            if (isEmpty(entry)) {
                continue;
            }
            Map<String, Object> members = map(path, entry);
            if (members.keySet().equals(Set.of("Arn"))) {
                String arn = text(path + ".Arn", members.get("Arn"));
                if (!ROOM_ARN.matcher(arn).matches()) {
                    faults.add(path + ".Arn: expected a room's ARN such as"
                            + " arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456, found \"" + arn
                            + "\"");
                }
                adopt.add(new Adoption.ByArn(arn));
            } else if (members.keySet().equals(Set.of("Name"))) {
                adopt.add(new Adoption.ByName(text(path + ".Name", members.get("Name"))));
            } else if (members.keySet().equals(Set.of("TagKey", "TagValue"))) {
                adopt.add(new Adoption.ByTag(text(path + ".TagKey", members.get("TagKey")),
                        text(path + ".TagValue", members.get("TagValue"))));
            } else {
                faults.add(path + ": expected {Arn}, {Name} or {TagKey, TagValue}, found "
                        + members.keySet());
            }
        }
        return adopt;
    }

    private Map<String, String> tags(String path, @Nullable Object value) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (isEmpty(value)) {
            return tags;
        }
        map(path, value).forEach((key, tag) -> {
            String text = text(path + "." + key, tag);
            if (key.startsWith(Owner.PREFIX) || key.startsWith("aws:")) {
                faults.add(path + "." + key + ": tags of usher: and aws: are not for others");
            } else if (key.isEmpty() || key.length() > LONGEST_KEY || text.length() > LONGEST_VALUE) {
                faults.add(path + "." + key + ": expected a key of 1 to " + LONGEST_KEY
                        + " characters and a value of at most " + LONGEST_VALUE);
            }
            tags.put(key, text);
        });
        if (tags.size() > MOST_TAGS - Owner.TAGS) {
            faults.add(path + ": expected at most " + (MOST_TAGS - Owner.TAGS) + " tags, found "
                    + tags.size());
        }
        return tags;
    }

    private FallbackResult fallback(@Nullable Object value) {
        String text = text("FallbackResult", value);
        if (text.equals("ALLOW")) {
            return FallbackResult.ALLOW;
        }
        if (!text.equals("DENY")) {
            faults.add("FallbackResult: expected ALLOW or DENY, found \"" + text + "\"");
        }
        return FallbackResult.DENY;
    }

    private boolean flag(@Nullable Object value) {
        String text = isEmpty(value) ? "true" : text("Canary", value);
        if (!text.equals("true") && !text.equals("false")) {
            faults.add("Canary: expected true or false, found \"" + text + "\"");
        }
        return !text.equals("false");
    }

    private String greeting(@Nullable Object value) {
        String text = isEmpty(value) ? RoomsProperties.GREETING : text("Greeting", value);
        if (text.codePointCount(0, text.length()) > LONGEST_CONTENT) {
            faults.add("Greeting: expected at most " + LONGEST_CONTENT + " code points");
        }
        return text;
    }

    private int number(String path, @Nullable Object value, int otherwise, int most) {
        if (isEmpty(value)) {
            return otherwise;
        }
        String text = text(path, value);
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        faults.add(path + ": expected 1 to " + most + ", found \"" + text + "\"");
        return otherwise;
    }

    private List<?> list(String path, @Nullable Object value) {
        if (isEmpty(value)) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        faults.add(path + ": expected a list");
        return List.of();
    }

    private Map<String, Object> map(String path, @Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put(String.valueOf(key), member));
        } else {
            faults.add(path + ": expected an object");
        }
        return members;
    }

    private String text(String path, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString().strip();
        }
        faults.add(path + (value == null ? ": missing" : ": expected a text"));
        return "";
    }

    private void unknown(String path, Map<String, Object> members, Set<String> known) {
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                faults.add(path + name + ": not a property; expected one of "
                        + known.stream().sorted().toList());
            }
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }
}
