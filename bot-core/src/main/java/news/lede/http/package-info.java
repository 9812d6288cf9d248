/**
 * HTTP behind {@link news.lede.fetch.Fetcher}. {@link news.lede.http.HttpFetcher} walks the redirects; {@link news.lede.http.Connector} opens connections to
 * addresses that {@link news.lede.http.Lookup} has checked; {@link news.lede.http.Watch} cuts what takes too long. Only {@code app} names this package.
 */
@NullMarked
package news.lede.http;

import org.jspecify.annotations.NullMarked;
