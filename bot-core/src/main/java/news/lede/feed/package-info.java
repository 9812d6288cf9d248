/**
 * Bytes to entries: RSS, RDF, Atom, JSON Feed, sitemaps. In: a document as received. Out: a {@link news.lede.feed.ParsedFeed}. Malformed input gives what can be
 * read, never an exception. Start at {@link news.lede.feed.FeedParser}; the adapters map one family of formats each; {@link news.lede.feed.EntryKeys} says what an entry is known by.
 */
@NullMarked
package news.lede.feed;

import org.jspecify.annotations.NullMarked;
