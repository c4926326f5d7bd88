// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.review.ReviewRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which requests a {@code "when"} or {@code "unless"} speaks of: those whose sender has one of the user ids, and one
 * of the values for each of the attributes. What is not said does not matter. Immutable.
 *
 * @param userIds any of them will do; empty where it does not matter
 * @param senderAttributes name to the values of which any will do; the sender's token vouches for them
 */
record Condition(List<String> userIds, Map<String, List<String>> senderAttributes)
        implements
            Predicate<ReviewRequest> {
    private static final List<String> KNOWN = List.of("userId", "senderAttribute");

    static Condition read(JsonCursor condition, List<String> faults) throws JsonException {
        Members.noteUnknown(condition, KNOWN, faults);
        JsonCursor userId = condition.member("userId");
        List<String> userIds = userId.isMissing() ? List.of() : Members.strings(userId);
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        JsonCursor attribute = condition.member("senderAttribute");
        if (!attribute.isMissing()) {
            for (String name : attribute.names()) {
                attributes.put(name, Members.strings(attribute.member(name)));
            }
        }
        if (userIds.isEmpty() && attributes.isEmpty()) {
            throw condition.error("says nothing; expected one of " + String.join(", ", KNOWN));
        }
        return new Condition(userIds, attributes);
    }

    @Override
    public boolean test(ReviewRequest request) {
        if (!userIds.isEmpty() && !userIds.contains(request.sender().userId())) {
            return false;
        }
        if (!senderAttributes.isEmpty() && request.sender().attributes().isEmpty()) {
            return false; // as most are: said without walking the map
        }
        for (Map.Entry<String, List<String>> attribute : senderAttributes.entrySet()) {
            String value = request.sender().attributes().get(attribute.getKey());
            if (value == null || !attribute.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }

    /** Such as {@code userId is ann; role is moderator or admin}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!userIds.isEmpty()) {
            text.append("userId is ").append(String.join(" or ", userIds));
        }
        for (Map.Entry<String, List<String>> attribute : senderAttributes.entrySet()) {
            text.append(text.isEmpty() ? "" : "; ").append(attribute.getKey()).append(" is ")
                    .append(String.join(" or ", attribute.getValue()));
        }
        return text.toString();
    }
}
