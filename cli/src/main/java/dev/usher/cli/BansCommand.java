// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.state.Ban;
import dev.usher.state.BanStore;
import dev.usher.state.Banned;
import dev.usher.state.dynamodb.DynamoDbBanStore;
import dev.usher.state.dynamodb.DynamoDbStateProvider;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes and shows the bans of a table. */
// @formatter:off
@Command(name = "bans", mixinStandardHelpOptions = true, subcommands = HelpCommand.class,
        synopsisHeading = "%nUsage: ", synopsisSubcommandLabel = "COMMAND",
        header = "Writes and shows the bans of a DynamoDB table.",
        description = "%nA rule of the type \"bans\" refuses every message of those who are banned"
                + " (docs/RULES.md). Credentials and region are the AWS SDK's.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:there was no such ban", "2:the command line or the table cannot be used"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class BansCommand implements Runnable {
    private final Console console;
    @Spec private CommandSpec spec;

    BansCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: add, remove or list");
    }

    /** Which table. */
    static final class TableOptions {
        // @formatter:off
        @Option(names = "--table", paramLabel = "NAME", required = true,
                description = "the table of USHER_STATE_TABLE")
        private String table;
        @Option(names = "--region", paramLabel = "REGION", description = "the SDK's own choice if not given")
        private @Nullable String region;
        @Option(names = "--endpoint-url", paramLabel = "URL", description = "for a DynamoDB elsewhere, as a local one")
        private @Nullable String endpoint;
        // @formatter:on

        BanStore open() {
            return new DynamoDbBanStore(DynamoDbStateProvider.client(region, endpoint), table);
        }
    }

    /** Whom. */
    static final class WhoOptions {
        @Spec(Spec.Target.MIXEE) private CommandSpec spec;
        @Option(names = "--user", paramLabel = "ID", description = "a UserId; may be repeated") private List<String> users = List
                .of();
        @Option(names = "--ip", paramLabel = "CIDR", description = "an address, or a range such as 203.0.113.0/24; may be repeated") private List<String> addresses = List
                .of();

        List<Banned> banned() {
            List<Banned> banned = new ArrayList<>();
            try {
                for (String user : users) {
                    banned.add(Banned.user(user));
                }
                for (String range : addresses) {
                    banned.add(Banned.addresses(range));
                }
            } catch (IllegalArgumentException none) {
                throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
            }
            if (banned.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "expected --user or --ip");
            }
            return banned;
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true, header = "Bans users or addresses, in every room.")
    int add(@Mixin TableOptions table, @Mixin WhoOptions who,
            @Option(names = "--for", paramLabel = "TIME", description = "such as 10m, 24h, 7d or PT36H; for ever if not given") @Nullable String time,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "for other moderators; the user never reads it") String reason) {
        Instant until = time == null ? null
                : Instant.now().plus(duration(time)).truncatedTo(ChronoUnit.MILLIS);
        return run(table, store -> {
            for (Banned banned : who.banned()) {
                store.add(new Ban(banned, until, reason));
            }
            return Exit.OK;
        });
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, header = "Lifts bans.")
    int remove(@Mixin TableOptions table, @Mixin WhoOptions who) {
        return run(table, store -> {
            int exit = Exit.OK;
            for (Banned banned : who.banned()) {
                if (!store.remove(banned)) {
                    console.err().println("not banned: " + banned.value());
                    exit = Exit.SOME_BAD;
                }
            }
            return exit;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, header = "Shows all bans that hold, one a line: what, who, until when, why, with tabs between.")
    int list(@Mixin TableOptions table) {
        return run(table, store -> {
            List<Ban> bans = new ArrayList<>(store.list());
            bans.sort(Comparator.comparing(ban -> ban.banned().kind() + ban.banned().value()));
            for (Ban ban : bans) {
                Instant until = ban.until();
                console.out().write((ban.banned().kind().name().toLowerCase(Locale.ROOT) + "\t"
                        + shown(ban.banned().value()) + "\t" + (until == null ? "for ever" : until) + "\t"
                        + shown(ban.reason()) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return Exit.OK;
        });
    }

    private interface Work {
        int with(BanStore store) throws Exception;
    }

    private int run(TableOptions table, Work work) {
        try {
            return work.with(table.open());
        } catch (ParameterException unusable) {
            throw unusable;
        } catch (Exception failed) {
            console.err().println("table " + table.table + ": " + failed.getMessage());
            return Exit.USAGE;
        }
    }

    /** A user id is a stranger's text: without what would move the cursor or end the line. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return shown.toString();
    }

    private Duration duration(String text) {
        try {
            char unit = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
            Duration duration = text.startsWith("P") ? Duration.parse(text) : switch (unit) {
                case 's' -> Duration.ofSeconds(number(text));
                case 'm' -> Duration.ofMinutes(number(text));
                case 'h' -> Duration.ofHours(number(text));
                case 'd' -> Duration.ofDays(number(text));
                default -> Duration.ZERO;
            };
            if (duration.isPositive() && duration.compareTo(Duration.ofDays(36_500)) < 0) {
                return duration;
            }
        } catch (NumberFormatException | DateTimeException | ArithmeticException none) {
            // said below
        }
        throw new ParameterException(spec.commandLine(),
                "--for: expected a time such as 10m, 24h, 7d or PT36H, found \"" + text + "\"");
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(0, text.length() - 1));
    }
}
