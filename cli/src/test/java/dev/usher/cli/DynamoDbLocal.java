// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.state.dynamodb.DynamoDbStateProvider;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** AWS's own stand-in with one set of tables for all Regions, in a process that all tests share and that ends with them. */
final class DynamoDbLocal {
    private static final Path LIB = Run.HOME.resolve("state-dynamodb").resolve("dynamodb-local")
            .resolve("target").resolve("lib").toAbsolutePath();
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static @Nullable DynamoDbLocal shared;

    private final String endpoint;
    private final DynamoDbClient client;

    private DynamoDbLocal(String endpoint) {
        this.endpoint = endpoint;
        this.client = DynamoDbStateProvider.client(null, endpoint);
    }

    static synchronized DynamoDbLocal shared() {
        DynamoDbLocal local = shared;
        if (local == null) {
            local = start();
            shared = local;
        }
        return local;
    }

    String endpoint() {
        return endpoint;
    }

    /** The command {@code usher bans} on a table of it. */
    Run bans(String command, String table, String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("bans", command, "--table", table, "--endpoint-url", endpoint));
        all.addAll(List.of(arguments));
        return Run.of("", all.toArray(String[]::new));
    }

    /** A new empty table as the template makes it; its name. */
    String table() {
        String name = "state-" + TABLES.incrementAndGet();
        client.createTable(create -> create.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder().attributeName("pk")
                        .attributeType(ScalarAttributeType.S).build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
        return name;
    }

    private static DynamoDbLocal start() {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dsqlite4java.library.path=" + LIB, "-cp",
                    LIB + File.separator + "*", "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                    "-inMemory", "-sharedDb", "-disableTelemetry", "-port", String.valueOf(port))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            DynamoDbLocal local = new DynamoDbLocal("http://localhost:" + port);
            local.awaitStart(process);
            return local;
        } catch (IOException failed) {
            throw new IllegalStateException("cannot start DynamoDB Local of " + LIB, failed);
        }
    }

    private void awaitStart(Process process) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                client.listTables();
                return;
            } catch (SdkClientException notYet) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    throw new IllegalStateException("DynamoDB Local does not start; is " + LIB + " there? "
                            + Files.isDirectory(LIB), notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
