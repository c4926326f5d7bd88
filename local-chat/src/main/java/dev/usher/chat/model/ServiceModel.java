// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All operations of the service and the statuses of its errors. Immutable. */
public final class ServiceModel {
    private final Map<String, Operation> operations;
    private final Map<String, Integer> errors;

    ServiceModel(Map<String, Operation> operations, Map<String, Integer> errors) {
        this.operations = operations;
        this.errors = errors;
    }

    /** Reads the model that this jar carries. */
    public static ServiceModel load() {
        JsonNode model = Json.resource("ivschat-2020-07-14.json");
        return new ModelReader(Json.merge((ObjectNode) model, (ObjectNode) Json.resource("overlay.json")))
                .read();
    }

    /** Every operation, in the model's order. */
    public List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    /** The operation of this name. */
    public Operation operation(String name) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("the model has no operation " + name);
        }
        return operation;
    }

    /**
     * The operation that a request is for.
     *
     * @param rawPath the path as it was sent, undecoded: an ARN's slash is {@code %2F} there
     */
    public Optional<Routed> route(String method, String rawPath) {
        for (Operation operation : operations.values()) {
            String stem = operation.stem();
            if (operation.method().equals(method) && rawPath.startsWith(stem)) {
                String label = rawPath.substring(stem.length());
                if (operation.hasLabel() ? label.indexOf('/') < 0 : label.isEmpty()) {
                    return Optional.of(new Routed(operation, label));
                }
            }
        }
        return Optional.empty();
    }

    /** The HTTP status of an error of the model. */
    public int statusOf(ServiceFault fault) {
        Integer status = errors.get(fault.name());
        if (status == null) {
            throw new IllegalArgumentException("the model has no error " + fault.name());
        }
        return status;
    }
}
