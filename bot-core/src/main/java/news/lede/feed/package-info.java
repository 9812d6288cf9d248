/**
 * Bytes to entries: RSS, RDF, Atom. In: a document as received. Out: a {@link news.lede.feed.ParsedFeed}. Malformed input gives what can be
 * read, never an exception.
 */
@NullMarked
package news.lede.feed;

import org.jspecify.annotations.NullMarked;
