/**
 * The playground: what the page in the browser may ask, and its files. What it shows comes from the service's journal;
 * what only the maker of the handler knows comes through two hooks, {@link dev.usher.chat.page.Explainer} and
 * {@link dev.usher.chat.page.RulesDesk}.
 *
 * <p>Knows no HTTP. The page does the rest, its chatting above all, through the same port as everyone else.
 *
 * <pre>{@code
 * ObjectNode since = playground.call("journal", Json.object().put("after", 12));
 * }</pre>
 */
@NullMarked
package dev.usher.chat.page;

import org.jspecify.annotations.NullMarked;
