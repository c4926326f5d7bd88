// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.PersonalDataOptions;
import dev.usher.rules.Rules;
import java.util.List;

/** See {@link Rules#personalData}. */
final class PersonalDataFactory implements RuleFactory {
    @Override
    public String type() {
        return "personal-data";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        boolean email = options.flag("email", true);
        boolean phone = options.flag("phone", true);
        boolean card = options.flag("card", true);
        boolean iban = options.flag("iban", true);
        boolean ip = options.flag("ip", true);
        return Rules.personalData(new PersonalDataOptions(email, phone, card, iban, ip)).then(options.action(
                ActionType.MASK, List.of(ActionType.values()), "Please don't share personal data here."));
    }
}
