/**
 * Charts as numbers that a template draws: no script, no library, sharp at any size, in the colours of the page. In: counts with their labels. Out: where each mark stands in a box of user units.
 * Start at {@link news.lede.web.chart.Bars}.
 */
@NullMarked
package news.lede.web.chart;

import org.jspecify.annotations.NullMarked;
