/**
 * What an installation does for itself so that it can run for years. In: how long what is kept. Out: texts and stories that go when their time is over, room given back to the disk, times set right that a
 * wrong clock wrote. Read {@link news.lede.upkeep.Retention} first.
 */
@NullMarked
package news.lede.upkeep;

import org.jspecify.annotations.NullMarked;
