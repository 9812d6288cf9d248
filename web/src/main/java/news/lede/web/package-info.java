/**
 * The desk in a browser, on the JDK's own server with a virtual thread for every visit. In: pages and endpoints, which {@code app} makes. Out: answers over HTTP with the headers that keep a
 * browser safe. Start at {@link news.lede.web.WebServer}; what a page is stands in {@code news.lede.web.page}, who may see it in {@code news.lede.web.access}.
 *
 * <p>The desk speaks English, as the command line does: it is the operator's (docs/decisions/0107). What it shows of a chat is in that chat's language.
 */
@NullMarked
package news.lede.web;

import org.jspecify.annotations.NullMarked;
