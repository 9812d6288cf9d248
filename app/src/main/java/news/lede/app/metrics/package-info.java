/** What a running Lede counts and times. In: what its parts do, by decorators around their ports. Out: one page of figures that Prometheus reads. Read {@link news.lede.app.metrics.Meters} first. */
@NullMarked
package news.lede.app.metrics;

import org.jspecify.annotations.NullMarked;
