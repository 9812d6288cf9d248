package news.lede.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.lease.Lease;
import news.lede.store.PostgresStore;
import news.lede.store.ServerState;
import news.lede.store.SqliteStore;
import news.lede.store.Store;

/**
 * A store that is not in the data folder, as whoever runs it wants to know it. Nothing to tell of one that is.
 *
 * @param server empty: it is in the data folder
 * @param attended whether a process serves from it
 * @param leases what is done by one of several processes, and by which
 * @param leftBehind whether the data folder holds a store that nobody reads
 */
record StoreReport(Optional<ServerState> server, boolean attended, List<Lease> leases, boolean leftBehind) {
    private static final long MEBIBYTE = 1L << 20;
    /** Of the connections that a server accepts: the last ones are for its operator. */
    private static final double FULL = 0.9;

    StoreReport {
        leases = List.copyOf(leases);
    }

    static StoreReport of(Store store, Path data) {
        if (!(store instanceof PostgresStore elsewhere)) {
            return new StoreReport(Optional.empty(), false, List.of(), false);
        }
        return new StoreReport(
                Optional.of(elsewhere.server()),
                store.isAttended(),
                store.leases().held(),
                Files.exists(data.resolve(SqliteStore.FILE)));
    }

    boolean isElsewhere() {
        return server.isPresent();
    }

    List<Complaint> complaints() {
        List<Complaint> complaints = new ArrayList<>();
        for (ServerState state : server.stream().toList()) {
            if (!state.careless().isEmpty()) {
                complaints.add(new Complaint(
                        "the server of the store may lose what it has confirmed: " + String.join(", ", state.careless())
                                + " is off",
                        "Switch it on in its postgresql.conf: after a crash what was told just before would be told"
                                + " again, and without fsync the store may be damaged."));
            }
            if (state.connections() > FULL * state.mostConnections()) {
                complaints.add(new Complaint(
                        state.connections() + " of the " + state.mostConnections()
                                + " connections to the server of the store are taken",
                        "Raise max_connections there: each process wants ten, and you some."));
            }
            if (attended && leases.stream().noneMatch(lease -> lease.name().equals(SharedServing.NEWS))) {
                complaints.add(new Complaint(
                        "nobody takes in news, though a process serves from the store",
                        "One that was just started, or takes over, needs up to ten seconds: ask again. Else its log says"
                                + " why; restart it."));
            }
        }
        return complaints;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ServerState state : server.stream().toList()) {
            lines.add("Server: PostgreSQL " + state.version() + " at " + state.address() + ", "
                    + state.bytes() / MEBIBYTE + " MB, " + state.connections() + " of " + state.mostConnections()
                    + " connections");
            lines.add("Processes: "
                    + (leases.isEmpty()
                            ? attended ? "some serve, none has a lease" : "none serves from it"
                            : leases.stream()
                                    .map(lease -> lease.name() + " by " + process(lease))
                                    .collect(Collectors.joining(", "))));
            if (leftBehind) {
                lines.add(SqliteStore.FILE
                        + " in the data folder is read by nobody: store.url names another store. Move it"
                        + " away, or a Lede without store.url goes on with it.");
            }
        }
        return lines;
    }

    /** A holder begins with the number of its process. */
    private static String process(Lease lease) {
        return "process " + lease.holder().split("-", 2)[0];
    }

    void write(ObjectNode node) {
        server.ifPresent(state -> {
            ObjectNode there = node.putObject("server");
            there.put("address", state.address());
            there.put("version", state.version());
            there.put("bytes", state.bytes());
            there.put("connections", state.connections());
            there.put("most_connections", state.mostConnections());
            there.put("attended", attended);
            ArrayNode held = there.putArray("leases");
            leases.forEach(lease -> held.addObject().put("name", lease.name()).put("holder", lease.holder()));
        });
    }
}
