package news.lede.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies the SQLite store of a data folder into a PostgreSQL database, whole, and compares every row afterwards. The store is read only; nobody else writes to either meanwhile.
 *
 * <p>Rows come in the order of their keys, in portions, each with a note of it in one transaction: whoever was interrupted, however hard, goes on behind the last row that is there. When the store was
 * written to since, copying begins anew. Until every row was found equal nobody can open the database as a store.
 */
public final class StoreCopy {
    private static final int PORTION_BYTES = 2 << 20;
    private static final int PORTION_ROWS = 5_000;
    /** Of rows that are compared, between reports. */
    private static final int REPORT_EVERY = 1_000;

    /** What is done, in this order. */
    public enum Step {
        /** Rows are brought; counted in rows. */
        COPYING,
        /** Indexes and references are made; counted by them. */
        INDEXING,
        /** Rows are compared; counted in rows. */
        COMPARING
    }

    /** Hears how far it has come: first at 0, and at the end of each step. {@code table} is what is being done just now; {@code of} counts what the whole step has to do. */
    @FunctionalInterface
    public interface Progress {
        void at(Step step, String table, long done, long of);
    }

    private final SqliteOrigin origin;
    private final PostgresTarget target;
    private final Progress progress;
    private final int portionRows;
    private final List<StoreTable> tables;
    private final Map<String, Long> counts = new HashMap<>();
    private final long rows;

    private StoreCopy(SqliteOrigin origin, PostgresTarget target, Progress progress, int portionRows) {
        this.origin = origin;
        this.target = target;
        this.progress = progress;
        this.portionRows = portionRows;
        this.tables = target.tables(origin.columns());
        tables.forEach(table -> counts.put(table.name(), origin.count(table)));
        this.rows = counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Copies, or goes on where an earlier run was interrupted.
     *
     * @param url {@code jdbc:postgresql://HOST/DATABASE}, of an empty database or one that an earlier run has begun to fill; user and password may be empty when it names them
     * @throws StoreProblem if either cannot be used, or fails; the message says why and what to do. What was copied until then stays
     */
    public static CopyOutcome run(Path dataFolder, String url, String user, String password, Progress progress) {
        return run(dataFolder, new PostgresDatabase(url, user, password), progress, PORTION_ROWS);
    }

    static CopyOutcome run(Path dataFolder, PostgresDatabase database, Progress progress, int portionRows) {
        try (SqliteOrigin origin = SqliteOrigin.open(dataFolder);
                PostgresTarget target = PostgresTarget.open(database)) {
            CopyNotes notes = target.notes().orElse(null);
            if (notes != null && !notes.source().equals(origin.identity())) {
                throw target.problem("holds a copy of another store than " + origin.file()
                        + ". Name an empty database in store.url, or the data folder of that one with --data. Nothing was"
                        + " changed.");
            }
            if (notes != null && notes.finished().isPresent()) {
                return new CopyOutcome.CopiedBefore(
                        origin.identity(), target.identity(), notes.finished().get());
            }
            return new StoreCopy(origin, target, progress, portionRows).run(notes);
        }
    }

    private CopyOutcome run(@Nullable CopyNotes notes) {
        if (notes == null) {
            target.requireUnused(tables);
        }
        boolean goesOn = notes != null && notes.state().equals(origin.state());
        if (!goesOn) {
            target.begin(origin.identity(), origin.state(), tables);
        }
        long before = copy();
        makeAgain();
        RowComparison comparison = compare();
        if (comparison.different() > 0) {
            target.distrust();
            return new CopyOutcome.Unequal(origin.identity(), comparison.different(), comparison.some());
        }
        target.finish();
        SortedMap<String, Long> all = new TreeMap<>(counts);
        return new CopyOutcome.Copied(origin.identity(), target.identity(), all, before, notes != null && !goesOn);
    }

    /** How many rows had been there before. */
    private long copy() {
        Map<String, Long> copied = target.copied();
        long before = copied.values().stream().mapToLong(Long::longValue).sum();
        long done = before;
        progress.at(Step.COPYING, "", done, rows);
        for (StoreTable table : tables) {
            done += copy(table, done);
            if (table.numbered()) {
                target.goOnAfter(table, origin.lastId(table));
            }
        }
        progress.at(Step.COPYING, "", rows, rows);
        return before;
    }

    private long copy(StoreTable table, long before) {
        long done = 0;
        CopyPortion portion = new CopyPortion();
        try (RowStream stream = origin.rows(table, target.last(table).orElse(null))) {
            @Nullable Object[] row = stream.next();
            while (row != null) {
                portion.add(row);
                row = stream.next();
                if (row == null || portion.rows() == portionRows || portion.bytes() >= PORTION_BYTES) {
                    target.append(table, portion);
                    done += portion.rows();
                    portion.clear();
                    progress.at(Step.COPYING, table.name(), before + done, rows);
                }
            }
        }
        return done;
    }

    private void makeAgain() {
        List<String> later = target.later();
        for (int i = 0; i < later.size(); i++) {
            progress.at(Step.INDEXING, "", i, later.size());
            target.makeAgain(later.get(i));
        }
        target.analyze(tables);
        progress.at(Step.INDEXING, "", later.size(), later.size());
    }

    private RowComparison compare() {
        RowComparison comparison = new RowComparison();
        long[] done = {0};
        progress.at(Step.COMPARING, "", 0, rows);
        for (StoreTable table : tables) {
            try (RowStream there = origin.rows(table, null);
                    RowStream here = target.rows(table)) {
                comparison.compare(table, there, here, () -> {
                    if (++done[0] % REPORT_EVERY == 0) {
                        progress.at(Step.COMPARING, table.name(), done[0], rows);
                    }
                });
            }
        }
        progress.at(Step.COMPARING, "", rows, rows);
        return comparison;
    }
}
