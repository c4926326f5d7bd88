// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.config.RuleServices;
import dev.usher.config.RuleSet;
import dev.usher.config.RulesException;
import dev.usher.json.JsonException;
import dev.usher.review.Deadline;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reviews events, bytes in and bytes out: the main path. Thread-safe. */
public final class MessageReviewer {
    private static final String SHIPPED_RULES = "rules.json";

    private final RuleSet rules;
    private final ReviewWire wire;
    private final ReviewResult fallbackResult;

    public MessageReviewer(RuleSet rules, RuleSet.Defaults defaults) {
        this.rules = rules;
        this.wire = new ReviewWire(defaults.maximumMessageLength());
        this.fallbackResult = defaults.fallbackResult();
    }

    /**
     * With the rules that the settings name.
     *
     * @throws IllegalArgumentException where the rules file is missing or faulty; says every fault with its path
     */
    public static MessageReviewer of(Settings settings, Path folder) {
        String name = settings.rulesFile();
        try {
            if (name == null) {
                return new MessageReviewer(RuleSet.shipped(settings.ruleDefaults()), settings.ruleDefaults());
            }
            Path file = folder.resolve(name);
            String table = settings.stateTable();
            RuleServices services = RuleServices.beside(file);
            if (table != null) {
                services = services.with(SharedState.open(table, settings.stateEndpoint()));
            }
            RuleSet rules = RuleSet.read(Files.readAllBytes(file), services, settings.ruleDefaults());
            return new MessageReviewer(rules, settings.ruleDefaults());
        } catch (RulesException faulty) {
            throw new IllegalArgumentException(name + ":\n" + faulty.getMessage(), faulty);
        } catch (IOException missing) {
            throw new IllegalArgumentException("USHER_RULES: cannot read " + name + ": " + missing, missing);
        }
    }

    /** The rules that ship with the function, read from their file as a user's own would be. */
    public static RuleSet shippedRules(RuleSet.Defaults defaults) throws IOException, RulesException {
        try (InputStream file = MessageReviewer.class.getResourceAsStream(SHIPPED_RULES)) {
            if (file == null) {
                throw new IOException(SHIPPED_RULES + " is not on the class path");
            }
            return RuleSet.read(file.readAllBytes(), new NoFiles(), defaults);
        }
    }

    /**
     * Reviews one event. Answers by the deadline, and throws nothing but what should make Lambda replace the
     * environment.
     *
     * @throws VirtualMachineError where the machine itself fails, as when memory runs out
     */
    public Decision review(byte[] event, Deadline deadline) {
        try {
            ReviewRequest request = wire.read(event);
            ReviewReport report = Canary.is(request.content())
                    ? Canary.refuse(request)
                    : rules.chainFor(request.roomArn()).review(request, deadline);
            return new Decision.Reviewed(wire.write(report), request, report);
        } catch (JsonException unreadable) {
            return notReviewed(event, String.valueOf(unreadable.getMessage()));
        } catch (Exception | StackOverflowError unforeseen) { // the last line of defence: ours, not a rule's
            return notReviewed(event, unforeseen.toString());
        }
    }

    /** The answer to an event that could not even be received whole. */
    public Decision notReviewed(byte[] event, String problem) {
        return new Decision.NotReviewed(wire.fallback(event, fallbackResult), fallbackResult, problem);
    }

    /** The shipped rules name no files. */
    private static final class NoFiles implements RuleServices {
        @Override
        public byte[] file(String name) throws IOException {
            throw new IOException("the shipped rules have no file " + name);
        }
    }
}
