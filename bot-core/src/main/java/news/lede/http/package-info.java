/** HTTP behind {@link news.lede.fetch.Fetcher}: Apache HttpClient with a resolver that checks each address. Only {@code app} names this package. */
@NullMarked
package news.lede.http;

import org.jspecify.annotations.NullMarked;
