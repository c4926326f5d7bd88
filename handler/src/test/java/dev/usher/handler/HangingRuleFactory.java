// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.config.RuleFactory;
import dev.usher.config.RuleOptions;
import dev.usher.config.RuleServices;
import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import java.util.concurrent.CountDownLatch;

/** A rule for tests, which ends on no interrupt, but when it is told to; it hangs on the content "hang" only. */
public final class HangingRuleFactory implements RuleFactory {
    static final CountDownLatch RELEASE = new CountDownLatch(1);

    @Override
    public String type() {
        return "hanging";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        return (request, deadline) -> {
            while (request.content().equals("hang") && RELEASE.getCount() > 0) {
                Thread.onSpinWait();
                Thread.interrupted();
            }
            return Verdict.pass();
        };
    }
}
