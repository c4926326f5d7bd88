/**
 * Calling a function: {@link dev.usher.chat.invoke.Invoker} takes bytes and gives bytes or says how it failed, and
 * {@link dev.usher.chat.invoke.Functions} knows which invoker stands behind which ARN.
 *
 * <p>Knows no room, no message and no verdict, and nothing of the function but its bytes.
 *
 * <pre>{@code
 * Functions functions = Functions.of(new InProcessInvoker(handler::review));
 * Invocation answer = functions.invoke(arn, payload, Duration.ofMillis(200));
 * }</pre>
 */
@NullMarked
package dev.usher.chat.invoke;

import org.jspecify.annotations.NullMarked;
