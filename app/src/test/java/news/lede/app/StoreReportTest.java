package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import news.lede.lease.Lease;
import news.lede.store.ServerState;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreReportTest {
    private static final Lease NEWS = new Lease("news", "4711-aaaa-bbbb", 3);
    private static final Lease TELEGRAM = new Lease("telegram", "4712-cccc-dddd", 1);

    private static StoreReport with(int connections, List<String> careless, boolean attended, Lease... leases) {
        return new StoreReport(
                Optional.of(new ServerState(
                        "jdbc:postgresql://db.example.org/lede", "15.4", 812L << 20, connections, 100, careless)),
                attended,
                List.of(leases),
                false);
    }

    @Test
    void aStoreInTheDataFolderHasNothingToTell(@TempDir Path folder) {
        try (Store store = SqliteStore.open(folder, Store.Mode.BESIDE)) {
            StoreReport report = StoreReport.of(store, folder);

            assertThat(report.isElsewhere()).isFalse();
            assertThat(report.lines()).isEmpty();
            assertThat(report.complaints()).isEmpty();
        }
    }

    @Test
    void itTellsWhichServerItIsAndWhoDoesWhat() {
        StoreReport report = with(90, List.of(), true, NEWS, TELEGRAM);

        assertThat(report.lines())
                .containsExactly(
                        "Server: PostgreSQL 15.4 at jdbc:postgresql://db.example.org/lede, 812 MB, 90 of 100 connections",
                        "Processes: news by process 4711, telegram by process 4712");
        assertThat(report.complaints()).isEmpty();
    }

    @Test
    void whereNobodyRunsThatIsNoComplaint() {
        assertThat(with(5, List.of(), false).lines()).contains("Processes: none serves from it");
        assertThat(with(5, List.of(), false).complaints()).isEmpty();
    }

    @Test
    void aServerThatForgetsIsComplainedOf() {
        assertThat(with(5, List.of("fsync", "synchronous_commit"), false).complaints())
                .singleElement()
                .satisfies(c -> assertThat(c.what()).contains("fsync, synchronous_commit is off"));
    }

    @Test
    void aServerWithoutRoomForAnotherProcessIsComplainedOf() {
        assertThat(with(91, List.of(), false).complaints())
                .extracting(Complaint::what)
                .containsExactly("91 of the 100 connections to the server of the store are taken");
    }

    @Test
    void newsThatNobodyTakesInIsComplainedOf() {
        assertThat(with(5, List.of(), true, TELEGRAM).complaints())
                .extracting(Complaint::what)
                .containsExactly("nobody takes in news, though a process serves from the store");
        assertThat(with(5, List.of(), true).lines()).contains("Processes: some serve, none has a lease");
    }

    @Test
    void aStoreThatWasLeftBehindIsPointedAt() {
        StoreReport report = new StoreReport(with(5, List.of(), false).server(), false, List.of(), true);

        assertThat(report.lines()).last().asString().contains("lede.db", "Move it away");
    }

    @Test
    void programsReadTheSame() {
        ObjectNode node = SourceRow.JSON.createObjectNode();

        with(5, List.of(), true, NEWS).write(node);

        assertThat(node.at("/server/version").asText()).isEqualTo("15.4");
        assertThat(node.at("/server/most_connections").asInt()).isEqualTo(100);
        assertThat(node.at("/server/leases/0/holder").asText()).isEqualTo(NEWS.holder());
    }
}
