/**
 * Polite, safe fetching: what may be asked of whom, and what can come of it. In: an address and what is known of it. Out: a
 * {@link news.lede.fetch.FetchOutcome}, never an exception. Start at
 * {@link news.lede.fetch.Fetcher}; whoever sends a request enters the {@link news.lede.fetch.HostGate} first.
 */
@NullMarked
package news.lede.fetch;

import org.jspecify.annotations.NullMarked;
