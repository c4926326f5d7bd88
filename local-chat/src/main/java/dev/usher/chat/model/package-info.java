/**
 * The service's own model as data: its operations, its shapes and their limits, and its errors. Routing, validation,
 * defaults and statuses are read from it, so no limit stands twice.
 *
 * <p>The data is {@code ivschat-2020-07-14.json}, transcribed, with {@code overlay.json} laid over it for what the
 * transcript lacks or has wrong. Knows no room, no HTTP server and no handler.
 *
 * <pre>{@code
 * ServiceModel model = ServiceModel.load();
 * Routed routed = model.route("POST", "/CreateRoom");
 * ObjectNode input = routed.input(body, "");   // or a ServiceFault that says what is wrong with which field
 * }</pre>
 */
@NullMarked
package dev.usher.chat.model;

import org.jspecify.annotations.NullMarked;
