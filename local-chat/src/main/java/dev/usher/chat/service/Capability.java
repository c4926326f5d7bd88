// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

/** What a user may do besides reading; the same words name the actions of the messaging API. */
public enum Capability {
    SEND_MESSAGE, DELETE_MESSAGE, DISCONNECT_USER
}
