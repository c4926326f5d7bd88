// SPDX-License-Identifier: Apache-2.0
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A raid on a running {@code usher chat}: 200 ordinary users chat, ten messages a second; then 500 accounts paste one text
 * with small changes, 50 a second, beside them. See the file run.
 */
public final class Raid {
    private static final int ORDINARY = 200;
    private static final int RAIDERS = 500;
    private static final int PER_SECOND = 50;
    private static final int IN_A_ROW = 5;
    private static final Pattern REQUEST = Pattern.compile("\"RequestId\":\"([^\"]+)\"");
    private static final Pattern REASON = Pattern.compile("\"ErrorMessage\":\"([^\"]*)\"");
    private static final Pattern MEMBER = Pattern.compile("\"(?:arn|token)\":\"([^\"]+)\"");
    private static final String[] WORDS = ("the a that this match game goal team player save keeper half minute what how"
            + " why great nice bad good never always again stream chat hello everyone tonight last first second so much"
            + " really think saw did was is not no yes maybe they we you he she it corner shot pass ball ref card time"
            + " score win lose draw song music camera audio volume louder quiet please thanks love hate wow crazy same"
            + " here there when where who watch play").split(" ");
    private static final String TEXT = "join the new server for free coins and skins right now";

    /** A message and what became of it; "" is: the room got it. */
    private static final class Said {
        final boolean raid;
        final long at = System.nanoTime();
        volatile long answered;
        volatile String outcome;

        Said(boolean raid) {
            this.raid = raid;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final Random random;
    private final List<Said> all = new ArrayList<>();
    private final Map<String, Said> open = new ConcurrentHashMap<>();
    private final List<WebSocket> users = new ArrayList<>();

    private Raid(URI endpoint, long seed) {
        this.endpoint = endpoint;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        new Raid(URI.create(arguments[0]), Long.parseLong(arguments[1])).run(Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        System.exit(0); // the client's threads would hold on
    }

    private void run(int secondsBefore, int secondsOfRaid) throws Exception {
        String room = call("CreateRoom", "{\"maximumMessageRatePerSecond\":100,\"messageReviewHandler\":{\"uri\":"
                + "\"arn:aws:lambda:us-west-2:123456789012:function:review\",\"fallbackResult\":\"DENY\"}}");
        for (int i = 0; i < ORDINARY + RAIDERS; i++) {
            users.add(connect(call("CreateChatToken", "{\"roomIdentifier\":\"" + room + "\",\"userId\":\""
                    + (i < ORDINARY ? "user" : "raider") + i + "\",\"capabilities\":[\"SEND_MESSAGE\"]}")));
        }
        System.out.println(users.size() + " connections");
        for (int i = 0; i < ORDINARY; i++) { // everyone has written before, in twenty seconds
            say(i, chatter(), false);
            LockSupport.parkNanos(100_000_000);
        }
        long start = System.nanoTime();
        int ticks = (secondsBefore + secondsOfRaid) * PER_SECOND;
        for (int tick = 0; tick < ticks; tick++) {
            LockSupport.parkNanos(start + tick * 1_000_000_000L / PER_SECOND - System.nanoTime());
            if (random.nextInt(5) == 0) {
                say(random.nextInt(ORDINARY), chatter(), false);
            }
            if (tick >= secondsBefore * PER_SECOND) {
                say(ORDINARY + random.nextInt(RAIDERS), variant(), true);
            }
        }
        LockSupport.parkNanos(3_000_000_000L);
        report(start + secondsBefore * 1_000_000_000L);
    }

    private void report(long raidStart) {
        int passed = 0;
        int raid = 0;
        int refused = 0;
        int ordinary = 0;
        int unanswered = 0;
        int stoppedInARow = 0;
        long lastPass = raidStart;
        boolean running = true;
        List<Long> times = new ArrayList<>();
        Map<String, Integer> why = new TreeMap<>();
        for (Said said : all) {
            if (said.at < raidStart) {
                continue;
            }
            String outcome = said.outcome;
            if (outcome == null) {
                unanswered++;
                continue;
            }
            times.add(said.answered - said.at);
            if (said.raid) {
                raid++;
                passed += outcome.isEmpty() ? 1 : 0;
                stoppedInARow = outcome.isEmpty() ? 0 : stoppedInARow + 1;
                lastPass = outcome.isEmpty() && running ? said.at : lastPass;
                running &= stoppedInARow < IN_A_ROW;
            } else {
                ordinary++;
                refused += outcome.isEmpty() ? 0 : 1;
            }
            if (!outcome.isEmpty()) {
                why.merge((said.raid ? "raid: " : "ordinary: ") + outcome, 1, Integer::sum);
            }
        }
        times.sort(null);
        System.out.printf(Locale.ROOT, "stopped %d of %d (%.1f %%); ordinary messages refused %d of %d (%.1f %%); the last"
                + " before %d in a row were stopped passed at %.2f s; unanswered %d; answers p50 %.1f ms, p99 %.1f ms%n",
                raid - passed, raid, 100.0 * (raid - passed) / raid, refused, ordinary, 100.0 * refused / ordinary,
                IN_A_ROW, (lastPass - raidStart) / 1e9, unanswered, times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 99 / 100) / 1e6);
        why.forEach((reason, count) -> System.out.println("  " + count + "  " + reason));
    }

    private void say(int user, String content, boolean raid) {
        String id = user + "-" + all.size();
        Said said = new Said(raid);
        all.add(said);
        open.put(id, said);
        users.get(user).sendText("{\"Action\":\"SEND_MESSAGE\",\"RequestId\":\"" + id + "\",\"Content\":\"" + content
                + "\"}", true);
    }

    private String call(String operation, String input) throws Exception {
        String answer = http.send(HttpRequest.newBuilder(endpoint.resolve("/" + operation))
                .POST(BodyPublishers.ofString(input)).build(), BodyHandlers.ofString()).body();
        Matcher member = MEMBER.matcher(answer);
        if (!member.find()) {
            throw new IllegalStateException(operation + ": " + answer);
        }
        return member.group(1);
    }

    private WebSocket connect(String token) {
        return http.newWebSocketBuilder().subprotocols(token)
                .buildAsync(URI.create("ws://" + endpoint.getAuthority() + "/"), new Listener()).join();
    }

    /** Everyone gets every message; only the first to bring an id home is looked at. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder frame = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            frame.append(data);
            if (last) {
                Matcher id = REQUEST.matcher(frame);
                Said said = id.find() ? open.remove(id.group(1)) : null;
                if (said != null) {
                    Matcher reason = REASON.matcher(frame);
                    said.answered = System.nanoTime();
                    said.outcome = reason.find() ? reason.group(1) : "";
                }
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private String chatter() {
        StringBuilder text = new StringBuilder();
        for (int words = 2 + random.nextInt(8); words > 0; words--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(words == 1 ? "" : " ");
        }
        return random.nextInt(10) == 0 ? "gg" : text.toString();
    }

    /** The text with one of the changes that raiders' scripts make. */
    private String variant() {
        int at = random.nextInt(TEXT.length());
        return switch (random.nextInt(5)) {
            case 0 -> TEXT;
            case 1 -> TEXT + " " + Integer.toString(random.nextInt(1_000_000), 36);
            case 2 -> TEXT.substring(0, at) + (char) ('a' + random.nextInt(26)) + TEXT.substring(at);
            case 3 -> TEXT.substring(0, at) + TEXT.substring(at).toUpperCase(Locale.ROOT) + "!!!";
            default -> "@" + WORDS[random.nextInt(WORDS.length)] + " " + TEXT;
        };
    }
}
