// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ivschat.IvschatClient;

/**
 * The function behind {@code Custom::ChatRooms}: rooms that are wired to the review function and proven to be moderated
 * before the stack turns green (docs/ROOMS.md). One thread at a time, as Lambda calls it.
 *
 * <p>CloudFormation always gets its reply, also where the function's time runs out. Throws where a reply could not be
 * delivered, so that Lambda calls it again.
 */
public final class ChatRoomsHandler implements RequestHandler<CloudFormationCustomResourceEvent, String> {
    /** Left at the end for the reply. */
    private static final Duration REPLY_TIME = Duration.ofSeconds(12);
    /** Left before that for putting back. */
    private static final Duration PUT_BACK_TIME = Duration.ofSeconds(60);

    private final IvschatClient client;
    private final RoomsSettings settings;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Time time;
    private final Paces paces;
    private final Consumer<String> log;

    /** As Lambda makes it. */
    public ChatRoomsHandler() {
        this(Clients.standard(), RoomsSettings.fromEnvironment(System.getenv()), Time.system(),
                System.out::println);
    }

    ChatRoomsHandler(IvschatClient client, RoomsSettings settings, Time time, Consumer<String> log) {
        this.client = client;
        this.settings = settings;
        this.time = time;
        this.paces = new Paces(settings.callsPerSecond(), time);
        this.log = log;
    }

    /** Says what CloudFormation was told. */
    @Override
    public String handleRequest(CloudFormationCustomResourceEvent request, Context context) {
        Owner owner = new Owner(Room.text(request.getStackId()), Room.text(request.getLogicalResourceId()));
        log.accept(request.getRequestType() + " " + owner.physicalId() + " " + request.getRequestId());
        Duration all = Duration.ofMillis(context.getRemainingTimeInMillis());
        Duration quarter = all.dividedBy(4);
        Duration reply = least(REPLY_TIME, quarter);
        Duration putBack = least(PUT_BACK_TIME, quarter);
        Answer answer = new Answer(request, owner, new ReplySender(http, log),
                TimeLimit.in(all.minus(reply.dividedBy(8)), time));
        Watchdog watchdog = new Watchdog(all.minus(reply), answer, log);
        try {
            TimeLimit end = TimeLimit.in(all.minus(reply), time);
            Reply own = reply(request, owner, end.within(all.minus(reply).minus(putBack)), end);
            answer.give(own);
            return answer.await().isSuccess() ? "SUCCESS" : "FAILED";
        } finally {
            watchdog.close();
        }
    }

    private Reply reply(CloudFormationCustomResourceEvent request, Owner owner, TimeLimit limit,
            TimeLimit putBack) {
        try {
            return Reply.success(serve(request, owner, limit, putBack));
        } catch (RoomsException told) {
            log.accept("failed: " + told.getMessage());
            return Reply.failure(String.valueOf(told.getMessage()));
        } catch (RuntimeException unforeseen) { // the last line of defence: an unanswered stack hangs for an hour
            log.accept("failed: " + unforeseen);
            return Reply.failure("unforeseen: " + unforeseen);
        }
    }

    private List<String> serve(CloudFormationCustomResourceEvent request, Owner owner, TimeLimit limit,
            TimeLimit putBack) {
        ControlPlane plane = new ControlPlane(client, paces, limit, log);
        Provisioner provisioner = new Provisioner(owner, plane, log);
        String type = Room.text(request.getRequestType());
        return switch (type) {
            case "Create" -> provisioner.provide(PropertiesReader.read(request.getResourceProperties()), null,
                    this::prove, putBack);
            case "Update" -> provisioner.provide(PropertiesReader.read(request.getResourceProperties()),
                    readable(request.getOldResourceProperties()), this::prove, putBack);
            case "Delete" -> {
                provisioner.remove(readable(request.getResourceProperties()));
                yield List.of();
            }
            default -> throw new RoomsException(
                    "RequestType: expected Create, Update or Delete, found \"" + type + "\"");
        };
    }

    /** Null where they have a fault: then nothing was ever made of them, since that is looked at first. */
    private @Nullable RoomsProperties readable(@Nullable Map<String, Object> properties) {
        try {
            return PropertiesReader.read(properties);
        } catch (RoomsException faulty) {
            log.accept("passed over: " + faulty.getMessage());
            return null;
        }
    }

    private void prove(List<String> roomArns, RoomsProperties wanted, ControlPlane plane) {
        Prover prover = new Prover(http, settings.chatEndpoint(), wanted.greeting(), settings.patience(),
                log);
        for (String arn : roomArns) {
            if (prover.prove(arn, wanted.wiring(), plane) instanceof Proof.Failed failed) {
                throw new RoomsException("canary: " + failed.kind() + " in " + arn + ": " + failed.message());
            }
            log.accept("proven " + arn);
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
