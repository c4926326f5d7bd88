// SPDX-License-Identifier: Apache-2.0
/**
 * From {@code rules.json} to {@link dev.usher.config.RuleSet}: names, types and order in a file, rules made by
 * {@link dev.usher.config.RuleFactory}, every fault found and named by its path before the first message.
 *
 * <p>Knows everything in this module, and nothing of Lambda. The file's schema is docs/rules.schema.json.
 *
 * <pre>{@code
 * RuleSet rules = RuleSet.read(Files.readAllBytes(file), RuleServices.beside(file), RuleSet.Defaults.STANDARD);
 * ReviewReport report = rules.chainFor(request.roomArn()).review(request, deadline);
 * }</pre>
 */
@NullMarked
package dev.usher.config;

import org.jspecify.annotations.NullMarked;
