// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

/** The contract's word: what counts where the handler gives no valid answer in time. */
public enum FallbackResult {
    ALLOW, DENY
}
