package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.Askers;
import news.lede.community.Introduction;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.store.Backups;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody uses Lede in a group and in private, and is forgotten: nothing in the data folder names them any more. */
class ErasureJobTest {
    private static final PersonKey MARA = new PersonKey("telegram", "7000000071");
    private static final PersonKey OTTO = new PersonKey("telegram", "8000000082");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private Path data;

    @BeforeEach
    void newsToSpeakOf() throws IOException {
        data = folder.resolve("data");
        Path news = Files.createDirectory(folder.resolve("news"));
        Files.writeString(
                news.resolve("ferry.txt"),
                "Ferry Alma runs aground off Port Ellery\n\nThe ferry ran aground on Monday with ninety people on board."
                        + " Nobody was hurt, the harbour master said.\n");
        assertThat(new Program(data).run("import", news.toString()).code()).isZero();
    }

    private Lede open() {
        Settings settings = ((SettingsReader.Result.Read)
                        SettingsReader.read(Optional.empty(), Map.of(), List.of("embedding.enabled=false")))
                .settings();
        return new Lede(data, settings, Lede.Use.RUN, clock);
    }

    private static Asker asker(Lede lede, PersonKey person, boolean alone) {
        String chat = alone ? person.id() : "-1001";
        return new Askers(lede.store().communities(), lede.store().delegations(), List.of())
                .of(new Introduction(
                        person,
                        new Place("telegram", chat, Optional.empty()),
                        chat,
                        alone ? "" : "Arlen",
                        alone,
                        Role.MODERATOR,
                        Optional.empty()));
    }

    private static void live(Lede lede, PersonKey person) {
        for (boolean alone : List.of(true, false)) {
            for (String typed : List.of(
                    "/latest",
                    "/since",
                    "/subscribe ferry when:now to:here confirm:yes",
                    "/timezone Europe/Vienna",
                    "/channel budget:9",
                    "/vote good 1",
                    "/report 1 kind:wrong words:\"not true\"",
                    "/feedback 1 topic:transport fits:yes",
                    "/tune boats words:ferry")) {
                lede.desk().answer(asker(lede, person, alone), typed);
            }
        }
        lede.store().communities().grant(asker(lede, OTTO, false).workspace().id(), person, Role.MODERATOR);
        lede.openIndex();
    }

    private List<String> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.resolve(Backups.FOLDER)))
                    .filter(file -> holds(file, text))
                    .map(file -> data.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lede.db"));
                Statement names = database.createStatement();
                ResultSet tables = names.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
            while (tables.next()) {
                try (Statement statement = database.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + tables.getString(1))) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            dump.append(rows.getString(i)).append('|');
                        }
                    }
                }
            }
        }
        return dump.toString();
    }

    @Test
    void whoIsForgottenStandsInNoFileAndNoTable() throws Exception {
        try (Lede lede = open()) {
            live(lede, MARA);
            live(lede, OTTO);
        }
        assertThat(filesWith(MARA.id())).isNotEmpty();
        assertThat(dump()).contains(MARA.id());

        try (Lede lede = open();
                Housekeeping housekeeping = lede.upkeep().housekeeping()) {
            Answer shown = lede.desk().answer(asker(lede, MARA, true), "/privacy export:yes");
            assertThat(shown).isInstanceOf(Answer.Listing.class);
            assertThat(((Answer.Listing) shown).sections())
                    .extracting(section -> section.heading().replaceAll(" .*", ""))
                    .contains("subscription", "look", "story_vote", "story_report", "workspace_role", "audit");
            lede.desk().answer(asker(lede, MARA, false), "/privacy erase:yes confirm:yes");
            assertThat(lede.belongings().erasures().isErased(MARA)).isFalse();

            lede.desk().answer(asker(lede, MARA, true), "/privacy erase:yes");
            assertThat(lede.belongings().erasures().isErased(MARA)).isFalse();
            Answer done = lede.desk().answer(asker(lede, MARA, true), "/privacy erase:yes confirm:yes");
            assertThat(done.title()).isEqualTo("You are forgotten");
            housekeeping.turn();
        }

        assertThat(filesWith(MARA.id())).isEmpty();
        assertThat(dump()).doesNotContain(MARA.id()).contains(OTTO.id());
        assertThat(filesWith(OTTO.id())).contains("lede.db");
    }

    @Test
    void aRestoreForgetsThemAgain() throws Exception {
        try (Lede lede = open()) {
            live(lede, MARA);
            live(lede, OTTO);
        }
        Path backup = folder.resolve("kept.zip");
        assertThat(new Program(data).run("backup", "--out", backup.toString()).code())
                .isZero();
        try (Lede lede = open()) {
            lede.belongings().erasures().erase(MARA);
        }

        Program.Ended restored = new Program(data).run("restore", backup.toString());

        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.err()).contains("erased again");
        assertThat(dump()).doesNotContain(MARA.id()).contains(OTTO.id());
        assertThat(filesWith(MARA.id())).isEmpty();
    }

    @Test
    void aBackupThatIsDamagedOrNoneChangesNothing() throws Exception {
        Path backup = folder.resolve("kept.zip");
        new Program(data).run("backup", "--out", backup.toString());
        String before = dump();
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 3] ^= 0x55;
        Files.write(backup, bytes);

        Program.Ended damaged = new Program(data).run("restore", backup.toString());
        Files.writeString(backup, "hello");
        Program.Ended foreign = new Program(data).run("restore", backup.toString());
        Program.Ended absent =
                new Program(data).run("restore", folder.resolve("none.zip").toString());

        for (Program.Ended ended : List.of(damaged, foreign, absent)) {
            assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
            assertThat(ended.err()).contains("Nothing was changed");
        }
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void backupsOlderThanAMonthAreDeleted() {
        Backups backups = new Backups(data, clock);
        Path first = backups.usual();
        backups.make(first);
        clock.advance(Backups.KEPT);
        Path second = backups.usual();
        backups.make(second);

        assertThat(backups.deleteOld()).isEmpty();
        clock.advance(java.time.Duration.ofSeconds(1));

        assertThat(backups.deleteOld()).containsExactly(first);
        assertThat(first).doesNotExist();
        assertThat(second).exists();
    }
}
