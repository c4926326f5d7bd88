// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.util.List;

/** A policy has faults; the message has a line for each, with its path. */
public final class PolicyException extends Exception {
    PolicyException(List<String> faults) {
        super(String.join("\n", faults));
    }
}
