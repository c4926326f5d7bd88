// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An answer of the service that is one of the model's errors. */
public final class ServiceFault extends RuntimeException {
    /** Why the service calls a request invalid. */
    public enum Reason {
        UNKNOWN_OPERATION, FIELD_VALIDATION_FAILED, OTHER
    }

    /** What is wrong with one field. Immutable. */
    public record FieldFault(String name, String message) {}

    private final String name;
    private final transient ObjectNode members;

    private ServiceFault(String name, String message) {
        super(message, null, false, false);
        this.name = name;
        this.members = Json.object().put("message", message);
    }

    /** The request cannot be understood, for a reason that lies in no field. */
    public static ServiceFault invalid(Reason reason, String message) {
        ServiceFault fault = new ServiceFault("ValidationException", message);
        fault.members.put("reason", reason.name());
        return fault;
    }

    /** Fields of the request are wrong. */
    public static ServiceFault invalid(List<FieldFault> fields) {
        FieldFault first = fields.get(0);
        String more = fields.size() == 1 ? "" : " (and " + (fields.size() - 1) + " more)";
        ServiceFault fault = invalid(Reason.FIELD_VALIDATION_FAILED,
                "Request member: " + first.name() + " " + first.message() + more);
        ArrayNode list = fault.members.putArray("fieldList");
        fields.forEach(field -> list.addObject().put("name", field.name()).put("message", field.message()));
        return fault;
    }

    /** One field of the request is wrong. */
    public static ServiceFault invalid(String field, String message) {
        return invalid(List.of(new FieldFault(field, message)));
    }

    /** There is nothing of this ARN. */
    public static ServiceFault notFound(String arn) {
        return about("ResourceNotFoundException", "Resource: " + arn + " not found", arn);
    }

    /** What is asked of the resource does not fit its present state. */
    public static ServiceFault conflict(String arn, String message) {
        return about("ConflictException", message, arn);
    }

    /** A quota of the account is used up. */
    public static ServiceFault quotaExceeded(String what, int limit) {
        ServiceFault fault = about("ServiceQuotaExceededException", "Quota exceeded: " + what, what);
        fault.members.put("limit", limit);
        return fault;
    }

    /** Too many calls in this second. */
    public static ServiceFault throttled(String operation, int limit) {
        ServiceFault fault = about("ThrottlingException", "Rate exceeded: " + operation, operation);
        fault.members.put("limit", limit);
        return fault;
    }

    /** Something here is broken; the stack belongs in the log. */
    public static ServiceFault internal() {
        return new ServiceFault("InternalServerException", "Internal error; its stack is in the log");
    }

    /** The error's name in the model. */
    public String name() {
        return name;
    }

    /** The body of the answer. */
    public ObjectNode members() {
        return members.deepCopy();
    }

    private static ServiceFault about(String name, String message, String arn) {
        ServiceFault fault = new ServiceFault(name, message);
        fault.members.put("resourceId", arn.substring(arn.lastIndexOf('/') + 1));
        fault.members.put("resourceType", "ROOM");
        return fault;
    }
}
