/**
 * What belongs to a community and to a person: taken out as a file, brought in elsewhere, erased. In: the ports of what is kept. Out: a {@link news.lede.belongings.CommunityFile}, a report of what an
 * import did or would do, what is kept of a person, and a store that knows nothing of them any more. Start at {@link news.lede.belongings.CommunityExport} and {@link news.lede.belongings.Erasures}.
 *
 * <p>Stores nothing in tables of its own. The file of a community is described in {@code docs/community-file.md}.
 */
@NullMarked
package news.lede.belongings;

import org.jspecify.annotations.NullMarked;
