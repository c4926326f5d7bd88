// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.archive.Archive;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.ServiceFault;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All resources of one kind, newest update first. Thread-safe. */
final class Resources {
    private final Map<String, Resource> byArn = new HashMap<>();
    private final NavigableMap<Long, Resource> byRevision = new TreeMap<>(Collections.reverseOrder());
    private final String kind;
    private final int limit;
    private final InstantSource clock;
    private final Archive archive;
    private long lastRevision;

    /**
     * Starts with what the archive has.
     *
     * @param kind as in an ARN, such as {@code room}
     * @param limit the account's quota of such resources
     */
    Resources(String kind, int limit, InstantSource clock, Archive archive) {
        this.kind = kind;
        this.limit = limit;
        this.clock = clock;
        this.archive = archive;
        for (String kept : archive.read(kind).values()) {
            Resource resource = Resource.ofKept(Json.readObject(kept).orElseThrow());
            byArn.put(resource.arn(), resource);
            byRevision.put(resource.revision(), resource);
            lastRevision = Math.max(lastRevision, resource.revision());
        }
    }

    /** Adds one; id, ARN and times are given to it here. */
    synchronized Resource create(String region, String accountId, ObjectNode members) {
        if (byArn.size() >= limit) {
            throw ServiceFault.quotaExceeded(kind, limit);
        }
        String id = Ids.id();
        String now = Times.format(clock.instant());
        members.put("id", id).put("arn",
                "arn:aws:ivschat:" + region + ":" + accountId + ":" + kind + "/" + id);
        members.put("createTime", now).put("updateTime", now);
        Resource created = new Resource(members, ++lastRevision);
        keep(created);
        return created;
    }

    synchronized Optional<Resource> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** The resource of this ARN, or the fault that there is none. */
    Resource get(String arn) {
        return find(arn).orElseThrow(() -> ServiceFault.notFound(arn));
    }

    /** Changes one; it becomes the newest. */
    synchronized Resource update(String arn, Consumer<ObjectNode> change) {
        Resource before = get(arn);
        ObjectNode members = before.members();
        change.accept(members);
        members.put("updateTime", Times.format(clock.instant()));
        Resource after = new Resource(members, ++lastRevision);
        keep(after);
        byRevision.remove(before.revision());
        return after;
    }

    /** Changes its tags, which is no update of the resource: its place in the list stays. */
    synchronized void tag(String arn, Consumer<ObjectNode> change) {
        Resource before = get(arn);
        ObjectNode members = before.members();
        change.accept(members.withObject("tags"));
        keep(new Resource(members, before.revision()));
    }

    synchronized void delete(String arn) {
        Resource gone = get(arn);
        archive.remove(kind, arn);
        byArn.remove(arn);
        byRevision.remove(gone.revision());
    }

    synchronized boolean anyMatch(Predicate<Resource> filter) {
        return byArn.values().stream().anyMatch(filter);
    }

    /**
     * The next ones that match, newest update first.
     *
     * @param nextToken where the page before this one ended; null for the first page
     */
    synchronized Page page(Predicate<Resource> filter, @Nullable String nextToken, int size) {
        long before = nextToken == null ? Long.MAX_VALUE : Page.revisionOf(nextToken);
        List<Resource> found = new ArrayList<>();
        for (Resource resource : byRevision.tailMap(before, false).values()) {
            if (filter.test(resource)) {
                if (found.size() == size) {
                    return Page.of(found, found.get(size - 1).revision());
                }
                found.add(resource);
            }
        }
        return Page.last(found);
    }

    /** In the archive first: what cannot be kept is not done either. */
    private void keep(Resource resource) {
        archive.put(kind, resource.arn(), resource.kept(), limit);
        byArn.put(resource.arn(), resource);
        byRevision.put(resource.revision(), resource);
    }
}
