/**
 * Lists of sources as OPML, which feed readers exchange. In: bytes of a file that anybody may have written. Out: {@link news.lede.opml.Listed} sources, and what was passed
 * over and why; the other way, a file that any reader understands. Start at {@link news.lede.opml.OpmlReader}.
 *
 * <p>What OPML has no word for stands in attributes of a namespace of ours ({@code urn:lede:opml}): {@code lede:pack} on a folder names the pack whose sources it holds,
 * {@code lede:kind} on a link says that it is a source though no feed, {@code lede:note} says on what terms its publisher lets it be used.
 */
@NullMarked
package news.lede.opml;

import org.jspecify.annotations.NullMarked;
