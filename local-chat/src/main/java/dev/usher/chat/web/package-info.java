/**
 * The one port: control plane, messaging, Lambda's Invoke operation and the page, on bare Jetty. The only package that
 * knows Jetty, and no type of Jetty's is seen outside of it.
 *
 * <pre>{@code
 * WebServer server = new WebServer(binding, rooms, functions, page);
 * int port = server.start();
 * }</pre>
 */
@NullMarked
package dev.usher.chat.web;

import org.jspecify.annotations.NullMarked;
