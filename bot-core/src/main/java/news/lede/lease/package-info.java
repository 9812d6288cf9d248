/**
 * What one of several processes on one store does at a time: taking in news, writing to a platform. In: names of such work. Out: a {@link news.lede.lease.Tenure} for as long as the
 * lease is held, and no longer. Whoever lost a lease without noticing, since it was paused, can neither write to the store, which compares tokens, nor to a platform, since a tenure runs out by itself.
 * Start at {@link news.lede.lease.Duty}. Of what there is much of a kind, each process takes an {@link news.lede.lease.EvenShare}; what all do, but one at a time, they do by
 * {@link news.lede.lease.Turns}.
 *
 * <p>Stored as {@code lease(name, holder, token, until)}.
 */
@NullMarked
package news.lede.lease;

import org.jspecify.annotations.NullMarked;
