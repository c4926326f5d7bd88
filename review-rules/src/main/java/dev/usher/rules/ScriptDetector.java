// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds runs of characters of other scripts than those allowed. What belongs to no script of its own is allowed. */
record ScriptDetector(Set<UnicodeScript> allowed) implements Detector {
    ScriptDetector {
        allowed = Set.copyOf(allowed);
    }

    @Override
    public List<Match> find(String content) {
        List<Match> matches = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < content.length();) {
            int codePoint = content.codePointAt(i);
            UnicodeScript script = UnicodeScript.of(codePoint);
            boolean follows = script == UnicodeScript.INHERITED;
            if (start >= 0 && !follows && isAllowed(script)) {
                matches.add(new Match(start, i, "script"));
                start = -1;
            } else if (start < 0 && !follows && !isAllowed(script)) {
                start = i;
            }
            i += Character.charCount(codePoint);
        }
        if (start >= 0) {
            matches.add(new Match(start, content.length(), "script"));
        }
        return matches;
    }

    private boolean isAllowed(UnicodeScript script) {
        return script == UnicodeScript.COMMON || allowed.contains(script);
    }
}
