// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.ArrayList;
import java.util.List;

/** Finds addresses of e-mail, numbers of phones, cards and bank accounts, and IP addresses. No two finds overlap. */
record PersonalDataDetector(PersonalDataOptions options) implements Detector {
    @Override
    public List<Match> find(String content) {
        int signs = Signs.of(content);
        boolean number = (signs & Signs.NUMBER) != 0
                && (options.iban() || options.ip() || options.card() || options.phone());
        return number || ((signs & Signs.EMAIL) != 0 && options.email())
                ? find(new VisibleText(content), number)
                : List.of();
    }

    List<Match> find(VisibleText text) {
        return find(text, true);
    }

    /** @param numbers whether there may be any; they need not be looked for otherwise */
    private List<Match> find(VisibleText text, boolean numbers) {
        List<Match> matches = new ArrayList<>();
        EmailAddress email = new EmailAddress(text);
        NumberGroups groups = new NumberGroups(text);
        for (int at = 0; at < text.length();) {
            int end = at;
            String kind = "";
            if (options.email() && (end = email.end(at)) > at) {
                kind = "email";
            } else if (!numbers) {
                at++;
                continue;
            } else if (options.iban() && (end = Iban.end(text, at)) > at) {
                kind = "iban";
            } else if (options.ip() && (end = ipEnd(text, at)) > at) {
                kind = "ip-address";
            } else if (groups.beginsAt(at)) {
                groups.read(at);
                if (options.card() && (end = PaymentCard.end(groups)) > at) {
                    kind = "payment-card";
                } else if (options.phone() && (end = PhoneNumber.end(groups)) > at) {
                    kind = "phone";
                }
            }
            if (kind.isEmpty()) {
                at++;
            } else {
                matches.add(text.match(at, end, kind));
                at = end;
            }
        }
        return matches;
    }

    /** Four numbers with dots are as often a version: one of three digits makes the address. */
    private static int ipEnd(VisibleText text, int at) {
        if (text.isWord(at - 1) || text.at(at - 1) == '.' || text.at(at - 1) == ':') {
            return -1;
        }
        int v4 = text.isDigit(at) && text.at(at) != '0' ? IpAddress.v4End(text, at) : -1;
        int digits = 0;
        for (int i = at; i < v4 && digits < 3; i++) {
            digits = text.isDigit(i) ? digits + 1 : 0;
        }
        return digits == 3 ? v4 : IpAddress.v6End(text, at);
    }
}
