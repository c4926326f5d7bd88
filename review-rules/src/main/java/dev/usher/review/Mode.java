// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

/** Whether a rule's verdict is carried out. */
public enum Mode {
    /** It is. */
    ENFORCE,
    /** It is only reported: the way to try a rule on live traffic. */
    OBSERVE
}
