// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.util.Map;
import java.util.TreeMap;

/** What came of a batch, in numbers. One thread at a time. */
final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();

    Tally() {
        for (String name : new String[]{"Decisions", "Disconnects", "Bans", "Deletes", "Events", "Judged",
            "Throttled", "Refused", "Unfinished"}) {
            counts.put(name, 0);
        }
    }

    void add(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    void did(Sanction sanction) {
        String word = sanction.word();
        add(Character.toUpperCase(word.charAt(0)) + word.substring(1) + "s");
    }

    int of(String name) {
        return counts.getOrDefault(name, 0);
    }

    /** One line in CloudWatch's embedded metric format; numbers only. */
    String line(long epochMillis, String functionName) {
        StringBuilder line = new StringBuilder(1000).append("{\"_aws\":{\"Timestamp\":").append(epochMillis)
                .append(",\"CloudWatchMetrics\":[{\"Namespace\":\"Usher\",\"Dimensions\":[[\"FunctionName\"]],"
                        + "\"Metrics\":[");
        String comma = "";
        for (String name : counts.keySet()) {
            line.append(comma).append("{\"Name\":\"").append(name).append("\",\"Unit\":\"Count\"}");
            comma = ",";
        }
        line.append("]}]},\"FunctionName\":\"").append(functionName).append('"');
        counts.forEach((name, count) -> line.append(",\"").append(name).append("\":").append(count));
        return line.append('}').toString();
    }
}
