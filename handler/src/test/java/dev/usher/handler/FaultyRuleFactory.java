// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.config.RuleFactory;
import dev.usher.config.RuleOptions;
import dev.usher.config.RuleServices;
import dev.usher.review.Deadline;
import dev.usher.review.Message;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import java.util.concurrent.CountDownLatch;

/** A rule that fails in the way that the content says, and passes every other content. */
public final class FaultyRuleFactory implements RuleFactory {
    @Override
    public String type() {
        return "faulty";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        return options.flag("bounded", false)
                ? ReviewRule.bounded(FaultyRuleFactory::review)
                : FaultyRuleFactory::review;
    }

    @SuppressWarnings("NullAway") // one of the faults
    private static Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        return switch (request.content()) {
            case "throw" -> throw new IllegalStateException("secret of " + request.content());
            case "null" -> null;
            case "overflow" -> overflow(0);
            case "memory" -> throw new OutOfMemoryError("as told");
            case "long" -> Verdict.edit(request.message().withContent("x".repeat(501)));
            case "empty" -> Verdict.edit(request.message().withContent(""));
            case "mask" -> Verdict.edit(new Message("****", request.message().attributes()));
            case "mark" -> Verdict.edit(request.message().withAttribute("flags", "word"));
            case "deny" -> Verdict.deny("No.");
            case "hang" -> {
                new CountDownLatch(1).await();
                yield Verdict.pass();
            }
            default -> Verdict.pass();
        };
    }

    @SuppressWarnings("InfiniteRecursion") // one of the faults
    private static Verdict overflow(int depth) {
        return overflow(depth + 1);
    }
}
