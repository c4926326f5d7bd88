// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.usher;

import org.jspecify.annotations.NullMarked;
