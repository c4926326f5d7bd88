// SPDX-License-Identifier: Apache-2.0
/**
 * Holds {@code template.yaml} to the code that it deploys: read as text and evaluated here, without SAM and without an
 * account. What AWS's own translator makes of it is {@code make sam-check}'s business.
 */
@NullMarked
package dev.usher.template;

import org.jspecify.annotations.NullMarked;
