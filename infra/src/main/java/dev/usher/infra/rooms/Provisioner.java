// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rooms of one resource as its properties want them, from whatever there is: so a run that was killed is
 * finished by the next, and the same run twice changes nothing. One thread at a time.
 */
final class Provisioner {
    private final Owner owner;
    private final ControlPlane plane;
    private final Consumer<String> log;

    Provisioner(Owner owner, ControlPlane plane, Consumer<String> log) {
        this.owner = owner;
        this.plane = plane;
        this.log = log;
    }

    /**
     * Makes what is wanted, puts it to the proof, and then takes away what is wanted no more.
     *
     * @param before the properties until now; null for a new resource
     * @param putBack for what is taken back where something fails
     * @return the ARNs, in order of the properties
     * @throws RoomsException where it fails; what was changed has been put back then, as far as that was possible
     */
    List<String> provide(RoomsProperties wanted, @Nullable RoomsProperties before, Proving proving,
            TimeLimit putBack) {
        List<Room> all = plane.list(null, count -> {});
        Undo undo = new Undo();
        Set<String> ours = new HashSet<>();
        List<String> arns = new ArrayList<>();
        try {
            Map<String, Room> found = own(all);
            boolean created = false;
            for (RoomSpec spec : wanted.rooms()) {
                Room room = found.get(spec.name());
                created |= room == null;
                arns.add(room == null
                        ? create(spec, wanted.wiring(), undo)
                        : correct(room.arn(), spec, wanted.wiring(), before, undo));
            }
            if (created) {
                arns = settle(wanted, arns);
            }
            ours.addAll(arns);
            for (Room room : adopted(wanted.adopt(), all)) {
                if (ours.add(room.arn())) {
                    arns.add(room.arn());
                    wire(room, wanted.wiring(), undo);
                }
            }
            if (wanted.canary()) {
                proving.prove(arns, wanted, plane);
            }
        } catch (RoomsException failed) {
            int stuck = undo.run(plane.within(putBack), log);
            throw stuck == 0 ? failed
                    : new RoomsException(failed.getMessage() + " (" + stuck
                            + " changes could not be put back: see the function's log)", failed);
        }
        removeSurplus(all, ours, before);
        return arns;
    }

    /** Takes away the rooms that this resource has made, and our handler from those that it has adopted. */
    void remove(@Nullable RoomsProperties properties) {
        List<Room> all = plane.list(null, count -> {});
        for (Room room : all) {
            if (owner.owns(room)) {
                delete(room.arn());
            }
        }
        if (properties != null) {
            release(all, Set.of(), properties);
        }
    }

    /** The rooms of this resource by the names that it knows them by; of several, the oldest. */
    private Map<String, Room> own(List<Room> all) {
        Map<String, Room> own = new HashMap<>();
        all.stream().filter(owner::owns)
                .sorted(Comparator.comparing(Room::createTime).thenComparing(Room::arn))
                .forEach(room -> own.putIfAbsent(Owner.nameOf(room), room));
        return own;
    }

    private String create(RoomSpec spec, Wiring wiring, Undo undo) {
        String arn = plane.create(spec, wiring, owner.tags(spec));
        log.accept("created " + spec.name() + " " + arn);
        undo.add(back -> {
            back.delete(arn);
            log.accept("put back: deleted " + arn);
        });
        return arn;
    }

    /** Makes an own room as it is wanted; no call that changes nothing. */
    private String correct(String arn, RoomSpec spec, Wiring wiring, @Nullable RoomsProperties before,
            Undo undo) {
        RoomState state = plane.find(arn).orElseThrow(() -> new RoomsException("Rooms: " + spec.name() + " ("
                + arn + ") is listed but cannot be read; try again"));
        Room room = state.room();
        if (!room.name().equals(spec.name()) || state.maximumMessageLength() != spec.maximumMessageLength()
                || state.maximumMessageRatePerSecond() != spec.maximumMessageRatePerSecond()
                || !wiring.equals(room.handler())) {
            undo.add(back -> {
                back.update(arn, room.name(), state.maximumMessageLength(),
                        state.maximumMessageRatePerSecond(), room.handler());
                log.accept("put back: " + arn);
            });
            plane.update(arn, spec.name(), spec.maximumMessageLength(), spec.maximumMessageRatePerSecond(),
                    wiring);
            log.accept("updated " + spec.name() + " " + arn);
        }
        correctTags(room, spec, before, undo);
        return arn;
    }

    private void correctTags(Room room, RoomSpec spec, @Nullable RoomsProperties before, Undo undo) {
        Map<String, String> missing = new LinkedHashMap<>(owner.tags(spec));
        missing.entrySet().removeAll(room.tags().entrySet());
        if (!missing.isEmpty()) {
            Map<String, String> overwritten = new HashMap<>(room.tags());
            overwritten.keySet().retainAll(missing.keySet());
            if (!overwritten.isEmpty()) {
                undo.add(back -> back.tag(room.arn(), overwritten));
            }
            plane.tag(room.arn(), missing);
            log.accept("tagged " + room.arn() + " " + missing.keySet());
        }
        Set<String> dropped = new HashSet<>(before == null ? Set.of() : before.tagsOf(spec.name()).keySet());
        dropped.removeAll(spec.tags().keySet());
        dropped.retainAll(room.tags().keySet());
        if (!dropped.isEmpty()) {
            Map<String, String> tags = new HashMap<>(room.tags());
            tags.keySet().retainAll(dropped);
            undo.add(back -> back.tag(room.arn(), tags));
            plane.untag(room.arn(), dropped);
            log.accept("untagged " + room.arn() + " " + dropped);
        }
    }

    /**
     * Looks again after making rooms: where CloudFormation's request came twice at once, both runs have made them. Each
     * keeps the oldest of a name and deletes the others, of which nobody has been told.
     */
    private List<String> settle(RoomsProperties wanted, List<String> made) {
        List<Room> all = plane.list(null, count -> {});
        Map<String, Room> own = own(all);
        List<String> arns = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Room oldest = own.get(wanted.rooms().get(i).name());
            arns.add(oldest == null ? made.get(i) : oldest.arn()); // lists may lag behind
        }
        for (Room room : all) {
            Room kept = own.get(Owner.nameOf(room));
            if (owner.owns(room) && kept != null && !kept.arn().equals(room.arn())) {
                delete(room.arn());
            }
        }
        return arns;
    }

    private List<Room> adopted(List<Adoption> adopt, List<Room> all) {
        List<Room> rooms = new ArrayList<>();
        for (int i = 0; i < adopt.size(); i++) {
            Adoption adoption = adopt.get(i);
            List<Room> included = all.stream().filter(adoption::includes).toList();
            if (included.isEmpty()) {
                throw new RoomsException("Adopt[" + i + "]: there is no room " + adoption
                        + " in this account and Region: make it first, or take the entry out");
            }
            rooms.addAll(included);
        }
        return rooms;
    }

    private void wire(Room room, Wiring wiring, Undo undo) {
        if (!wiring.equals(room.handler())) {
            undo.add(back -> {
                back.wire(room.arn(), room.handler());
                log.accept("put back: the handler of " + room.arn());
            });
            plane.wire(room.arn(), wiring);
            log.accept("adopted " + room.arn());
        }
    }

    private void removeSurplus(List<Room> all, Set<String> kept, @Nullable RoomsProperties before) {
        for (Room room : all) {
            if (owner.owns(room) && !kept.contains(room.arn())) {
                delete(room.arn());
            }
        }
        if (before != null) {
            release(all, kept, before);
        }
    }

    /** Takes our handler off rooms that were adopted; one that somebody else has given another is left alone. */
    private void release(List<Room> all, Set<String> kept, RoomsProperties adopter) {
        for (Room room : all) {
            Wiring handler = room.handler();
            if (!owner.owns(room) && !kept.contains(room.arn()) && handler != null
                    && handler.handlerArn().equals(adopter.wiring().handlerArn())
                    && adopter.adopt().stream().anyMatch(adoption -> adoption.includes(room))) {
                plane.wire(room.arn(), null);
                log.accept("released " + room.arn());
            }
        }
    }

    private void delete(String arn) {
        if (plane.delete(arn)) {
            log.accept("deleted " + arn);
        }
    }

    /** How rooms are put to the proof. */
    @FunctionalInterface
    interface Proving {
        /**
         * Proves them all.
         *
         * @throws RoomsException at the first that fails
         */
        void prove(List<String> roomArns, RoomsProperties wanted, ControlPlane plane);
    }
}
