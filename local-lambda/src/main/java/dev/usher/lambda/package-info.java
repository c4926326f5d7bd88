/**
 * Lambda on this machine: a function's artifact in a process of its own, under AWS's own runtime client, against a
 * Runtime API that we serve. So a cold start, a crash and a time-out are real ones.
 *
 * <p>Knows bytes and processes; nothing of chat, of rules, or of JSON.
 *
 * <pre>{@code
 * try (LambdaProcess process = LambdaProcess.start(function, RuntimeClient.in(folder), OutputStream.nullOutputStream())) {
 *     Outcome outcome = process.invoke(event).join();   // Answered, Failed, TimedOut, Crashed, or NotStarted
 * }
 * }</pre>
 */
@NullMarked
package dev.usher.lambda;

import org.jspecify.annotations.NullMarked;
