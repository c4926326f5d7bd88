// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.archive.Archive;
import dev.usher.chat.invoke.Invoker;
import dev.usher.chat.model.ServiceModel;
import java.util.List;
import java.util.Optional;

/** The service, put together. Thread-safe. */
public final class ChatService {
    private static final int ROOMS = 50_000;
    private static final int LOGGING_CONFIGURATIONS = 10;
    private final Resources rooms;
    private final ControlPlane controlPlane;
    private final Messaging messaging;
    private final Review review;
    private final Counters counters;
    private final Permissions permissions = new Permissions();
    private final Journal journal;

    /** Takes what review handlers are called through, and what outlives the process. */
    public ChatService(ServiceModel model, Settings settings, Invoker functions, Archive archive) {
        this.counters = new Counters(functions::counts);
        this.journal = new Journal(archive);
        this.rooms = new Resources("room", ROOMS, settings.clock(), archive);
        Resources logging = new Resources("logging-configuration", LOGGING_CONFIGURATIONS, settings.clock(),
                archive);
        ChatTokens tokens = new ChatTokens(settings.clock());
        Halls halls = new Halls(settings.ticker());
        Announcements announcements = new Announcements(halls, settings.clock(), counters);
        this.review = new Review(functions, settings.reviewLimit(), counters);
        this.messaging = new Messaging(settings, rooms, tokens, halls, announcements, review, counters,
                journal);
        this.controlPlane = new ControlPlane(settings, counters,
                List.of(new RoomCalls(model, settings, rooms, logging, messaging, permissions),
                        new LoggingCalls(model, settings, logging, rooms), new TagCalls(rooms, logging),
                        new MessagingCalls(settings, rooms, tokens, announcements)));
    }

    public ControlPlane controlPlane() {
        return controlPlane;
    }

    public Messaging messaging() {
        return messaging;
    }

    public Counters counters() {
        return counters;
    }

    public Permissions permissions() {
        return permissions;
    }

    public Journal journal() {
        return journal;
    }

    /** Reviews an earlier message again, with the event that it had then; nobody sees it and nothing is counted. */
    public Optional<ObjectNode> reviewAgain(Journal.Reviewed reviewed) throws InterruptedException {
        Optional<Room> room = rooms.find(reviewed.roomArn()).map(Room::of).filter(Room::isReviewed);
        if (room.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Reports.judgement(
                review.judge(room.get(), Submission.of(reviewed.judgement()),
                        reviewed.judgement().event())));
    }
}
