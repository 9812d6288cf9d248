package news.lede.benchmarks.kills;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.lede.alert.DeliveryId;
import news.lede.lease.Lease;
import news.lede.store.PostgresStore;
import news.lede.store.Store;

/** What it costs to begin a delivery so that nobody else begins it: alone, several in one transaction, and by several processes at a time. */
final class Claims {
    private static final int MEASURED = 600;
    private static final int WARM_UP = 600;
    private static final List<Integer> TOGETHER = List.of(1, 8, 24, 64);
    private static final List<Integer> STORES = List.of(1, 2, 3);
    /** Longer than all of it takes: nobody renews it. */
    private static final Duration SPAN = Duration.ofMinutes(10);

    private final String url;
    private final Iterator<DeliveryId> open;

    /** @param planned deliveries that wait stand in this database, many more than are begun here */
    Claims(String url, Connection planned) throws SQLException {
        this.url = url;
        List<DeliveryId> ids = new ArrayList<>();
        try (Statement statement = planned.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM delivery WHERE state = 'PLANNED'"
                        + " AND due IS NOT NULL ORDER BY id LIMIT 50000")) {
            while (rows.next()) {
                ids.add(new DeliveryId(rows.getLong(1)));
            }
        }
        this.open = ids.iterator();
    }

    void tell() throws InterruptedException {
        System.out.println(
                "\n| stores at a time | in one transaction | a claim, ms | claims a second |\n|---|---|---|---|");
        for (int stores : STORES) {
            for (int together : TOGETHER) {
                double seconds = seconds(stores, together);
                System.out.printf(
                        "| %d | %d | %.2f | %.0f |%n",
                        stores, together, 1e3 * seconds * stores / MEASURED, MEASURED / seconds);
            }
        }
        try (Store store = PostgresStore.open(url, "", "", Store.Mode.BESIDE)) {
            for (int i = 0; i < MEASURED; i++) {
                due(store);
            }
            long began = System.nanoTime();
            for (int i = 0; i < MEASURED; i++) {
                due(store);
            }
            System.out.printf("%nchoosing 24 that are due: %.2f ms%n", (System.nanoTime() - began) / 1e6 / MEASURED);
        }
    }

    private static void due(Store store) {
        store.deliveries().due("telegram", Instant.now(), List.of(), 24);
    }

    /** How long {@link #MEASURED} claims take by so many stores, each as a process has it, with a lease of its own. */
    private double seconds(int stores, int together) throws InterruptedException {
        List<Store> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(stores)) {
            for (int i = 0; i < stores; i++) {
                all.add(PostgresStore.open(url, "", "", Store.Mode.BESIDE));
            }
            run(threads, all, WARM_UP, together);
            long began = System.nanoTime();
            run(threads, all, MEASURED, together);
            return (System.nanoTime() - began) / 1e9;
        } finally {
            all.forEach(Store::close);
        }
    }

    private void run(ExecutorService threads, List<Store> stores, int claims, int together)
            throws InterruptedException {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            Store store = stores.get(i);
            String name = "claims-" + i;
            List<DeliveryId> mine = new ArrayList<>();
            for (int n = 0; n < claims / stores.size(); n++) {
                mine.add(open.next());
            }
            tasks.add(() -> {
                Lease lease = store.leases()
                        .take(name, "driver-" + System.nanoTime(), SPAN)
                        .orElseThrow();
                store.leases().under(lease, () -> claim(store, mine, together));
                store.leases().release(lease);
                return true;
            });
        }
        for (Future<Boolean> done : threads.invokeAll(tasks)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("claiming failed", e);
            }
        }
    }

    private static void claim(Store store, List<DeliveryId> ids, int together) {
        for (int from = 0; from < ids.size(); from += together) {
            List<DeliveryId> some = ids.subList(from, Math.min(ids.size(), from + together));
            store.transactor().inTransaction(() -> {
                some.forEach(id -> store.deliveries().begin(id, Instant.now()));
                return true;
            });
        }
    }
}
