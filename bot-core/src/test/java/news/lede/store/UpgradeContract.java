package news.lede.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Messenger;
import news.lede.alert.Receipt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Subject;
import news.lede.topic.TopicId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That a store of any version that ever was becomes one of the newest with all that was in it. The rows of each version stand in {@code upgrade/sample-N.sql}; whoever writes a migration that makes room
 * for something adds the next of them.
 */
@Timeout(180)
abstract class UpgradeContract {
    private static final String HISTORY = "flyway_schema_history";
    private static final WorkspaceId HARBOUR = new WorkspaceId(1);
    private static final WorkspaceId LARKHAVEN = new WorkspaceId(2);
    private static final ConversationId GROUP = new ConversationId(1);

    /** The first version that this dialect ever had. */
    abstract int oldest();

    /** Flyway for this dialect's store, as far as that version. */
    abstract Flyway flyway(int target);

    abstract Connection connect() throws SQLException;

    /** How this dialect writes three bytes. */
    abstract String bytes();

    /** Has ids that are given out go on above those of the samples. */
    abstract void afterSamples(Statement statement) throws SQLException;

    abstract String tables();

    abstract Store open();

    /** A store of a version, with the rows that such stores have. */
    void storeOf(int version) throws SQLException {
        flyway(version).migrate();
        IntStream.rangeClosed(1, version).forEach(this::fill);
    }

    private void fill(int version) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (fill(version, statement, bytes())) {
                afterSamples(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("sample " + version, e);
        }
    }

    /** Adds the rows that came with a version, if any did. {@code bytes}: how the dialect writes three of them. */
    static boolean fill(int version, Statement statement, String bytes) throws SQLException {
        try (InputStream in = UpgradeContract.class.getResourceAsStream("upgrade/sample-" + version + ".sql")) {
            if (in == null) {
                return false;
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${bytes}", bytes);
            for (String sql : script.split(";\n")) {
                statement.execute(sql);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, List<Map<String, String>>> rows() throws SQLException {
        try (Connection connection = connect()) {
            return rows(connection, tables());
        }
    }

    /** All rows of all tables, each as its columns and what they hold. */
    static Map<String, List<Map<String, String>>> rows(Connection connection, String tablesAsked) throws SQLException {
        Map<String, List<Map<String, String>>> all = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery(tablesAsked)) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            names.remove(HISTORY);
            for (String table : names) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    all.put(table, rows(rows));
                }
            }
        }
        return all;
    }

    private static List<Map<String, String>> rows(ResultSet rows) throws SQLException {
        List<Map<String, String>> all = new ArrayList<>();
        while (rows.next()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                Object value = rows.getObject(column);
                row.put(
                        rows.getMetaData().getColumnName(column),
                        value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
            }
            all.add(row);
        }
        return all;
    }

    private static List<Map<String, String>> only(Set<String> columns, List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> some = new LinkedHashMap<>(row);
                    some.keySet().retainAll(columns);
                    return some;
                })
                .toList();
    }

    /** The versions that there ever were, of both dialects: some numbers were never given out. */
    static NavigableSet<Integer> versions() {
        try (Stream<Path> migrations = Files.list(Path.of(
                requireNonNull(UpgradeContract.class.getResource("sqlite")).toURI()))) {
            return migrations
                    .map(file -> file.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf('_'))))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Integer> olderFrom(int oldest) {
        return versions().subSet(oldest, SqliteSchema.NEWEST).stream();
    }

    @ParameterizedTest
    @MethodSource("versionsOfThisDialect")
    void whateverAStoreHeldItHoldsAfterTheUpgrade(int version) throws SQLException {
        storeOf(version);
        Map<String, List<Map<String, String>>> before = rows();

        open().close();

        Map<String, List<Map<String, String>>> after = rows();
        assertThat(after).containsKeys(before.keySet().toArray(String[]::new));
        before.forEach((table, rows) -> {
            Set<String> columns = rows.isEmpty() ? Set.of() : rows.getFirst().keySet();
            assertThat(only(columns, requireNonNull(after.get(table))))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(rows);
        });
    }

    @ParameterizedTest
    @MethodSource("versionsOfThisDialect")
    void whatIsAddedAfterTheUpgradeComesBehindWhatWasThere(int version) throws SQLException {
        storeOf(version);

        try (Store store = open()) {
            Article added = store.articles()
                    .add(
                            Samples.article("After the upgrade", "Text of it."),
                            List.of(new ArticleKey("after")),
                            store.sources().imported().id(),
                            Optional.empty(),
                            Samples.NOON);
            assertThat(added.id()).isEqualTo(new ArticleId(5));
            assertThat(store.stories()
                            .open(added.id(), added.language(), Samples.NOON)
                            .id())
                    .isEqualTo(new StoryId(5));
            assertThat(store.announcements().after(0, 10)).isNotEmpty();
        }
    }

    @Test
    void everyTableAndColumnOfTheNewestVersionIsAmongWhatWasUpgraded() throws SQLException {
        storeOf(SqliteSchema.NEWEST);

        rows().forEach((table, rows) -> {
            assertThat(rows).as("rows of " + table + " in upgrade/sample-N.sql").isNotEmpty();
            for (String column : rows.getFirst().keySet()) {
                assertThat(rows)
                        .as(table + "." + column + " in upgrade/sample-N.sql")
                        .anyMatch(row -> !"null".equals(row.get(column)));
            }
        });
    }

    @Test
    void whatWasAnnouncedBeforeAnybodyCouldSubscribeIsNotToldNow() throws SQLException {
        storeOf(4);

        open().close();

        assertThat(rows().get("announcement"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("matched", "1777881660000"))
                .satisfies(row -> assertThat(row).containsEntry("expanded", "1777881660000"));
    }

    @Test
    void aStoreThatLivedThroughEveryVersionReadsAsItAlwaysDid() throws SQLException {
        for (int version : versions().tailSet(oldest())) {
            flyway(version).migrate();
            IntStream.rangeClosed(version == oldest() ? 1 : version, version).forEach(this::fill);
        }
        try (Store store = open()) {
            newsIsThere(store);
            communitiesAreThere(store);
            messagesAreThere(store);
        }
    }

    private static void newsIsThere(Store store) {
        assertThat(store.articles().count()).isEqualTo(4);
        Article ferry = store.articles().find(new ArticleId(1)).orElseThrow();
        assertThat(ferry.title()).isEqualTo("Ferry runs aground off Koru Island");
        assertThat(ferry.paragraphs()).hasSize(2);
        assertThat(ferry.image()).isPresent();
        assertThat(store.articles().find(new ArticleId(2)).orElseThrow().report())
                .isEqualTo(ferry.report());
        assertThat(store.articles().versions(ferry.id())).hasSize(2);
        assertThat(store.articles().listers(ferry.id())).containsExactly(new ArticleId(4));
        assertThat(store.stories().find(new StoryId(3)).orElseThrow().id()).isEqualTo(new StoryId(1));
        // With that of the story which it absorbed.
        assertThat(store.stories().revisions(new StoryId(1))).hasSize(4);
        assertThat(store.stories().corrections(Set.of(new SourceId(2)), Instant.EPOCH, 10))
                .hasSize(1);
        assertThat(store.stories().newest(store.communities().visibleSources(HARBOUR), 10))
                .contains(new StoryId(1), new StoryId(4));
        assertThat(store.sources().all()).extracting(s -> s.id().value()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(store.pollStates()
                        .find(new SourceId(3))
                        .orElseThrow()
                        .move()
                        .orElseThrow()
                        .sightings())
                .isEqualTo(2);
        assertThat(store.inbox().backlog()).isEqualTo(1);
        assertThat(store.revisits().due(Instant.ofEpochMilli(1777903200000L), 10))
                .hasSize(1);
    }

    private static void communitiesAreThere(Store store) {
        assertThat(store.communities().role(HARBOUR, new PersonKey("telegram", "501")))
                .isEqualTo(Role.MODERATOR);
        assertThat(store.communities().followedPacks(LARKHAVEN)).containsExactlyInAnyOrder("default", "regional");
        assertThat(store.communities().takenBack(LARKHAVEN)).containsExactly(new ArticleId(3));
        assertThat(store.topics()
                        .find(HARBOUR, new TopicId("ferries"))
                        .orElseThrow()
                        .description())
                .startsWith("ships");
        assertThat(store.topicDrafts().find(HARBOUR, new PersonKey("telegram", "501"), new TopicId("bridges")))
                .isPresent();
        assertThat(store.topicVotes().newest(HARBOUR, new TopicId("ferries"), 10))
                .hasSize(1);
        assertThat(store.storyReports().open(HARBOUR, 10)).hasSize(1);
        assertThat(store.delegations().of(LARKHAVEN)).hasSize(1);
        assertThat(store.suggestions().open(HARBOUR, 10)).hasSize(1);
        assertThat(store.audit().latest(HARBOUR, java.util.OptionalLong.empty(), 10))
                .hasSize(2);
    }

    private static void messagesAreThere(Store store) {
        assertThat(store.subscriptions().of(HARBOUR)).singleElement().satisfies(s -> {
            assertThat(s.wish().subject()).isEqualTo(new Subject.Everything());
            assertThat(s.cadence()).isEqualTo(new Cadence.Instantly());
        });
        assertThat(store.subscriptions().of(LARKHAVEN))
                .singleElement()
                .satisfies(s -> assertThat(s.cadence()).isInstanceOf(Cadence.ByDigest.class));
        assertThat(store.subscriptions().channel(GROUP).budget()).hasValue(12);
        assertThat(store.subscriptions().channel(GROUP).handedOn()).isTrue();
        assertThat(store.suspensions().find(new ConversationId(3)).orElseThrow().reason())
                .isEqualTo(Messenger.Reason.NO_RIGHTS);
        Delivery sent = store.deliveries().find(new DeliveryId(1)).orElseThrow();
        assertThat(sent.state()).isEqualTo(Delivery.State.SENT);
        assertThat(sent.receipt()).contains(new Receipt("77"));
        assertThat(store.deliveries().find(new DeliveryId(2)).orElseThrow().state())
                .isEqualTo(Delivery.State.RETRY);
        assertThat(store.outbox().held(new DeliveryId(0), 10)).hasSize(1);
        assertThat(store.outbox().firstTold(new StoryId(1))).contains(Instant.ofEpochMilli(1777876202000L));
    }
}
