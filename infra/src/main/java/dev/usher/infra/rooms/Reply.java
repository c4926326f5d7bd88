// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What CloudFormation is told. Immutable.
 *
 * @param reason why it failed; empty where it did not
 * @param roomArns in order of the properties
 */
record Reply(boolean isSuccess, String reason, List<String> roomArns) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** CloudFormation takes no more. */
    private static final int MOST_BYTES = 4096;
    private static final String TOO_MANY = "too many for CloudFormation's 4 KB: see `usher rooms list`";

    Reply {
        roomArns = List.copyOf(roomArns);
    }

    static Reply success(List<String> roomArns) {
        return new Reply(true, "", roomArns);
    }

    static Reply failure(String reason) {
        return new Reply(false, reason, List.of());
    }

    /** The body; never more than CloudFormation takes. */
    byte[] body(CloudFormationCustomResourceEvent request, Owner owner) {
        byte[] whole = body(request, owner, reason, String.join(",", roomArns));
        if (whole.length <= MOST_BYTES) {
            return whole;
        }
        String shorter = reason;
        while (whole.length > MOST_BYTES && !shorter.isEmpty()) {
            int end = shorter.length() * 3 / 4;
            shorter = shorter.substring(0,
                    end > 0 && Character.isHighSurrogate(shorter.charAt(end - 1)) ? end - 1 : end);
            whole = body(request, owner, shorter + "…", TOO_MANY);
        }
        return whole.length <= MOST_BYTES ? whole : body(request, owner, shorter, TOO_MANY);
    }

    private byte[] body(CloudFormationCustomResourceEvent request, Owner owner, String why, String arns) {
        ObjectNode body = JSON.createObjectNode();
        body.put("Status", isSuccess ? "SUCCESS" : "FAILED");
        if (!isSuccess) {
            body.put("Reason", why);
        }
        body.put("PhysicalResourceId", owner.physicalId()).put("StackId", owner.stackId())
                .put("RequestId", request.getRequestId()).put("LogicalResourceId", owner.logicalId());
        if (isSuccess && !roomArns.isEmpty()) {
            body.putObject("Data").put("RoomArns", arns).put("RoomArn", roomArns.get(0))
                    .put("RoomCount", Integer.toString(roomArns.size()));
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
