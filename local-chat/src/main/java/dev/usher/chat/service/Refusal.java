// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

/** Why a request of a client is not done. */
final class Refusal extends Exception {
    private final int code;

    private Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    static Refusal sessionExpired() {
        return new Refusal(401, "The session has expired");
    }

    static Refusal withoutCapability(Capability capability) {
        return new Refusal(403, "The token lacks the capability " + capability);
    }

    static Refusal noRoom() {
        return new Refusal(404, "The room does not exist");
    }

    static Refusal byReview(String reason) {
        return new Refusal(406, reason.isEmpty() ? "Rejected by message review"
                : "Rejected by message review: " + reason);
    }

    static Refusal tooLarge(String field) {
        return new Refusal(413, field + " is too large");
    }

    static Refusal tooFast(String what, int limit) {
        return new Refusal(429, "Rate exceeded: " + limit + " a second for " + what);
    }

    static Refusal broken() {
        return new Refusal(500, "Internal error; its stack is in the log");
    }

    int code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
