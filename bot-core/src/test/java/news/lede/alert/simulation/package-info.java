/**
 * Telling, played through with invented platforms that fail, a store that fails and a process that dies at any step, thousands of times, each from one seed. Start at
 * {@link news.lede.alert.simulation.Run}.
 */
@NullMarked
package news.lede.alert.simulation;

import org.jspecify.annotations.NullMarked;
