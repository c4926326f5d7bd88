// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The unmodified clients in {@code src/it}; they need Python, Node and their package registries, so the build runs this
 * only when asked: {@code mvn -P clients -pl local-chat verify}.
 */
final class ClientsIT {
    /** The client renews its connection a minute before its token ends: so, after three seconds. */
    private static final Duration TOKEN_VALIDITY = Duration.ofSeconds(63);

    @Test
    void areServedUnmodified() throws Exception {
        Path work = Files.createDirectories(Path.of("target", "clients"));
        Path log = work.resolve("clients.log");
        DemoHandler demo = new DemoHandler();
        try (LocalChat chat = LocalChat.builder().tokenValidity(TOKEN_VALIDITY).handler(demo::review)
                .explainer(demo::explain).rulesDesk(demo).start()) {
            Process clients = new ProcessBuilder("bash", "src/it/clients.sh", chat.endpoint().toString(),
                    work.toAbsolutePath().toString()).redirectErrorStream(true).redirectOutput(log.toFile())
                    .start();
            boolean ended = clients.waitFor(10, TimeUnit.MINUTES);
            clients.destroy();
            System.out.println(Files.readString(log));
            assertThat(ended).isTrue();
            assertThat(clients.exitValue()).as("%s", Files.readString(log)).isZero();
        }
    }
}
