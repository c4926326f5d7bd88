// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All connections, read by one thread: so the client takes as little of the processors as it can. Any thread may send.
 */
final class Fleet implements AutoCloseable, Member.Listener {
    private static final int REFUSED_BY_REVIEW = 406;
    private static final int SMALL = 4 * 1024;
    private final Selector selector = Selector.open();
    private final List<Member> members = new ArrayList<>();
    private final List<String> rooms;
    private final int membersEach;
    private final Semaphore opened = new Semaphore(0);
    private final AtomicIntegerArray sent;
    private final AtomicIntegerArray refused;
    private final AtomicIntegerArray received;
    private final AtomicInteger deliveries = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "fleet");
    private final int[] sequences;
    private volatile Latencies latencies = new Latencies();
    private volatile @Nullable Consumer<Member> settled;
    private volatile @Nullable Throwable broken;
    private volatile boolean closed;
    private String padding = "";

    private Fleet(List<String> rooms, int membersEach) throws IOException {
        this.rooms = rooms;
        this.membersEach = membersEach;
        this.sent = new AtomicIntegerArray(rooms.size());
        this.refused = new AtomicIntegerArray(rooms.size());
        this.received = new AtomicIntegerArray(rooms.size() * membersEach);
        this.sequences = new int[rooms.size() * membersEach];
    }

    /** Connects so many to each of so many new rooms, and waits until all are in. */
    static Fleet of(ServerProcess server, int roomCount, int membersEach)
            throws IOException, InterruptedException {
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < roomCount; i++) {
            rooms.add(server.room());
        }
        Fleet fleet = new Fleet(rooms, membersEach);
        fleet.thread.start();
        for (int i = 0; i < roomCount * membersEach; i++) {
            fleet.connect(server, i);
            fleet.opened.acquire(); // one after the other: a storm of handshakes is another benchmark
            fleet.throwBroken();
        }
        return fleet;
    }

    /** Every message from now on has so many characters more, in an attribute. */
    void pad(int characters) {
        padding = ",\"Attributes\":{\"pad\":\"" + "x".repeat(characters) + "\"}";
    }

    int size() {
        return members.size();
    }

    List<String> rooms() {
        return rooms;
    }

    Member member(int number) {
        return members.get(number);
    }

    /** From now on times are counted here. */
    void count(Latencies into) {
        latencies = into;
    }

    /** Is told of every sender whose message has come back to it or was refused; on the fleet's own thread. */
    void onSettled(@Nullable Consumer<Member> listener) {
        settled = listener;
    }

    /** Says something that was due at the given time. */
    void say(int number, long due) throws IOException {
        Member member = members.get(number);
        synchronized (member) {
            int sequence = ++sequences[number];
            sent.incrementAndGet(member.room());
            member.send(Frames.text("{\"Action\":\"SEND_MESSAGE\",\"RequestId\":\""
                    + new Stamp(number % membersEach, sequence, due) + "\",\"Content\":\""
                    + Phrases.of(number + sequence * 7) + "\"" + padding + "}"));
        }
    }

    int deliveries() {
        return deliveries.get();
    }

    int sent() {
        return sum(sent);
    }

    int refused() {
        return sum(refused);
    }

    /** Whether everyone who reads has had all that was sent and not refused. */
    boolean isThrough() {
        throwBroken();
        for (Member member : members) {
            if (!member.isStalled() && missing(member) != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many messages have not arrived, of all together. */
    int missing() {
        int missing = 0;
        for (Member member : members) {
            missing += member.isStalled() ? 0 : missing(member);
        }
        return missing;
    }

    private int missing(Member member) {
        int room = member.room();
        return sent.get(room) - refused.get(room) - received.get(member.number());
    }

    @Override
    public void opened() {
        opened.release();
    }

    @Override
    public void message(Member member, Stamp stamp) {
        latencies.add(System.nanoTime() - stamp.due());
        received.lazySet(member.number(), received.getPlain(member.number()) + 1);
        deliveries.lazySet(deliveries.getPlain() + 1);
        if (member.number() % membersEach == stamp.sender()) {
            settle(member);
        }
    }

    @Override
    public void refused(Member member, Stamp stamp, int code) {
        if (code != REFUSED_BY_REVIEW) {
            throw new IllegalStateException("a message was answered with " + code);
        }
        refused.incrementAndGet(member.room());
        settle(member);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void settle(Member member) {
        Consumer<Member> listener = settled;
        if (listener != null) {
            listener.accept(member);
        }
    }

    private void connect(ServerProcess server, int number) throws IOException {
        int room = number / membersEach;
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (number == 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL); // the one that may stall
        }
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        channel.configureBlocking(false);
        Member member = new Member(channel, number, room, membersEach);
        members.add(member);
        channel.register(selector, SelectionKey.OP_READ, member);
        selector.wakeup();
        member.send(Frames.handshake(server.port(), server.token(rooms.get(room), number)));
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::read);
            }
        } catch (Throwable thrown) {
            broken = thrown;
            opened.release();
        }
    }

    private void read(SelectionKey key) {
        Member member = (Member) key.attachment();
        try {
            if (member.isStalled()) {
                key.interestOps(0);
                return;
            }
            member.read(this);
        } catch (IOException failed) {
            throw new UncheckedIOException("connection " + member.number(), failed);
        }
        if (member.isClosed() && !closed) {
            throw new IllegalStateException("connection " + member.number() + " was closed");
        }
    }

    private void throwBroken() {
        Throwable thrown = broken;
        if (thrown != null) {
            throw new IllegalStateException("the run is void", thrown);
        }
    }

    private static int sum(AtomicIntegerArray numbers) {
        int sum = 0;
        for (int i = 0; i < numbers.length(); i++) {
            sum += numbers.get(i);
        }
        return sum;
    }
}
