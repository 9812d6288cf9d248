package news.lede.store;

import java.util.List;

/**
 * How the server of a PostgreSQL store is doing, for its operator.
 *
 * @param address where the database is, without what might be secret
 * @param version of the server
 * @param bytes that the database takes
 * @param connections to the server that are open, by whomever
 * @param mostConnections that it accepts
 * @param careless settings that are off, without which a crash loses what was confirmed
 */
public record ServerState(
        String address, String version, long bytes, int connections, int mostConnections, List<String> careless) {
    public ServerState {
        careless = List.copyOf(careless);
    }
}
