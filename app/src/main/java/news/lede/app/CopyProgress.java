package news.lede.app;

import java.util.Locale;
import news.lede.store.StoreCopy;
import news.lede.store.StoreCopy.Step;
import org.jspecify.annotations.Nullable;

/** How far copying a store has come: a bar for a person who sits there, else a line for each tenth. */
final class CopyProgress implements StoreCopy.Progress, AutoCloseable {
    private static final int PARTS = 10;

    private final boolean terminal;
    private final ProgressLine line;
    private @Nullable Step step;
    private long part;

    CopyProgress(Streams streams) {
        terminal = streams.terminal();
        line = new ProgressLine(streams);
    }

    @Override
    public void at(Step now, String table, long done, long of) {
        if (terminal) {
            // The bar counts in less than there may be rows.
            long unit = Math.max(1, of / Integer.MAX_VALUE + 1);
            line.show(doing(now) + (table.isEmpty() ? "" : " " + table), (int) (done / unit), (int) (of / unit));
            return;
        }
        long partNow = of == 0 ? PARTS : PARTS * done / of;
        if (now != step || partNow != part) {
            step = now;
            part = partNow;
            line.say(String.format(Locale.ROOT, "%s: %d %%, %,d of %,d", doing(now), 100 * partNow / PARTS, done, of));
        }
    }

    private static String doing(Step step) {
        return switch (step) {
            case COPYING -> "copying";
            case INDEXING -> "making indexes";
            case COMPARING -> "comparing";
        };
    }

    @Override
    public void close() {
        line.close();
    }
}
