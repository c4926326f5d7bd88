// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/** What {@link Rules#personalData} finds. Immutable. */
public record PersonalDataOptions(boolean email, boolean phone, boolean card, boolean iban, boolean ip) {
    public static final PersonalDataOptions ALL = new PersonalDataOptions(true, true, true, true, true);
}
