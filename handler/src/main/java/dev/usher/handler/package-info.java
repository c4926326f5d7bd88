// SPDX-License-Identifier: Apache-2.0
/**
 * The Lambda function: review event in, review response out, always, inside the deadline.
 * {@link MessageReviewHandler} is what Lambda calls; {@link MessageReviewer} is the same without Lambda, for whoever
 * reviews events elsewhere.
 *
 * <p>Loads no library but aws-lambda-java-core: what the first message waits for is classes (docs/PERFORMANCE.md).
 *
 * <pre>{@code
 * MessageReviewer reviewer = MessageReviewer.of(Settings.fromEnvironment(Map.of()), Path.of(""));
 * byte[] response = reviewer.review(event, Deadline.after(Duration.ofMillis(150))).response();
 * }</pre>
 */
@NullMarked
package dev.usher.handler;

import org.jspecify.annotations.NullMarked;
