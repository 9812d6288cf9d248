/**
 * Work that goes on for years. In: what a part does in one turn. Out: turns on a thread of its own, what troubles them, and a look whether any has come to a stand. Read {@link news.lede.app.watch.Loop}
 * first.
 */
@NullMarked
package news.lede.app.watch;

import org.jspecify.annotations.NullMarked;
