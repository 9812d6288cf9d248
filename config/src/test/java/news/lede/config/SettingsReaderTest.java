package news.lede.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.community.PersonKey;
import news.lede.fetch.AllowedAddress;
import news.lede.summary.ExtractLimit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @TempDir
    Path folder;

    private static Settings read(Optional<Path> file, Map<String, String> environment, String... sets) {
        return switch (SettingsReader.read(file, environment, List.of(sets))) {
            case SettingsReader.Result.Read(Settings settings) -> settings;
            case SettingsReader.Result.Faulty(List<Fault> faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static List<Fault> faults(Optional<Path> file, Map<String, String> environment, String... sets) {
        return switch (SettingsReader.read(file, environment, List.of(sets))) {
            case SettingsReader.Result.Read read -> throw new AssertionError("no fault in " + read);
            case SettingsReader.Result.Faulty(List<Fault> faults) -> faults;
        };
    }

    private static Settings set(String... sets) {
        return read(Optional.empty(), Map.of(), sets);
    }

    private static Fault onlyFault(String... sets) {
        List<Fault> faults = faults(Optional.empty(), Map.of(), sets);
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("my.yaml"), text);
    }

    @Nested
    class GivenNothingIsSet {
        @Test
        void thenEverySettingHasItsShippedDefault() {
            Settings settings = read(
                    Optional.empty(),
                    Map.of(
                            "PATH",
                            "/bin",
                            "LEDE_JAVA_HOME",
                            "/opt/jdk",
                            "LEDE_HEAP",
                            "512m",
                            "LEDE_CACHE",
                            "/var/cache/lede",
                            "LEDE_FAST_START",
                            "off"));

            assertThat(settings.discord().token().isSet()).isFalse();
            assertThat(settings.discord().apiBaseUrl()).isEmpty();
            assertThat(settings.discord().gatewayUrl()).isEmpty();
            assertThat(settings.telegram().token().reveal()).isEmpty();
            assertThat(settings.telegram().apiBaseUrl()).isEmpty();
            assertThat(settings.store().url()).isEmpty();
            assertThat(settings.fetch().allowAddresses()).isEmpty();
            assertThat(settings.source().minInterval()).isEqualTo(Duration.ofMinutes(15));
            assertThat(settings.web()).isEqualTo(new Settings.Web("127.0.0.1", 8080, Optional.empty(), Secret.NONE));
            assertThat(settings.embedding().enabled()).isTrue();
            assertThat(settings.summary().extractLimit()).isEqualTo(ExtractLimit.DEFAULT);
            assertThat(settings.moderators()).isEmpty();
        }
    }

    @Nested
    class GivenSeveralPlacesSetTheSame {
        @Test
        void thenTheLaterWins() throws IOException {
            Path file = file("web:\n  port: 1\nweb.bind: 0.0.0.0\nsource:\n  min-interval: 1h\n");

            Settings settings = read(
                    Optional.of(file), Map.of("LEDE_WEB_PORT", "2", "LEDE_SOURCE_MIN_INTERVAL", "2h"), "web.port=3");

            assertThat(settings.web().port()).isEqualTo(3);
            assertThat(settings.web().bind()).isEqualTo("0.0.0.0");
            assertThat(settings.source().minInterval()).isEqualTo(Duration.ofHours(2));
        }

        @Test
        void thenAnEmptyValueTakesAnEarlierOneBack() {
            Settings settings = read(Optional.empty(), Map.of("LEDE_DISCORD_TOKEN", "abc"), "discord.token=");

            assertThat(settings.discord().token().isSet()).isFalse();
        }

        @Test
        void thenOfOneKeySetTwiceOnTheCommandLineTheSecondCounts() {
            assertThat(set("web.port=1", "web.port=2").web().port()).isEqualTo(2);
        }
    }

    @Nested
    class GivenEveryKeyIsSet {
        @Test
        void thenEachIsUnderstood() throws IOException {
            Path file = file("""
                    # all of them
                    discord:
                      token: a.b.c
                      api-base-url: http://127.0.0.1:8701/api/v10/
                      gateway-url: ws://127.0.0.1:8702
                    telegram:
                      token: "123:abc"
                      api-base-url: http://localhost:8703
                    store:
                      user: someone
                      password: p w
                    fetch:
                      allow-addresses:
                        - 127.0.0.1:9000
                        - 10.0.0.0/8
                        - "[::1]:80"
                    web: {bind: "::1", port: 0, public-url: "https://news.example.org/desk"}
                    embedding.enabled: no
                    summary:
                      extract-limit: 1 sentence, 100 characters
                    moderators: ["discord:42", "telegram:7"]
                    """);

            Settings settings = read(Optional.of(file), Map.of());

            assertThat(settings.discord().token().reveal()).contains("a.b.c");
            assertThat(settings.discord().apiBaseUrl()).contains(URI.create("http://127.0.0.1:8701/api/v10/"));
            assertThat(settings.discord().gatewayUrl()).contains(URI.create("ws://127.0.0.1:8702"));
            assertThat(settings.telegram().apiBaseUrl()).contains(URI.create("http://localhost:8703"));
            assertThat(settings.store().user()).contains("someone");
            assertThat(settings.store().password().reveal()).contains("p w");
            assertThat(settings.fetch().allowAddresses())
                    .containsExactly(
                            AllowedAddress.parse("127.0.0.1:9000"),
                            AllowedAddress.parse("10.0.0.0/8"),
                            AllowedAddress.parse("[::1]:80"));
            assertThat(settings.web().bind()).isEqualTo("::1");
            assertThat(settings.web().port()).isZero();
            assertThat(settings.embedding().enabled()).isFalse();
            assertThat(settings.summary().extractLimit()).isEqualTo(new ExtractLimit(1, 100));
            assertThat(settings.moderators())
                    .containsExactly(new PersonKey("discord", "42"), new PersonKey("telegram", "7"));
        }

        @Test
        void thenAListMayBeWrittenWithCommas() {
            Settings settings = read(
                    Optional.empty(),
                    Map.of("LEDE_MODERATORS", "discord:1, telegram:2"),
                    "fetch.allow-addresses=127.0.0.1:9000,::1");

            assertThat(settings.moderators()).hasSize(2);
            assertThat(settings.fetch().allowAddresses())
                    .extracting(AllowedAddress::bits)
                    .containsExactly(32, 128);
        }
    }

    @Nested
    class GivenMistakes {
        @Test
        void thenAllAreNamedAtOnceWithTheirPlaces() throws IOException {
            Path file = file("web:\n  port: eighty\n  prot: 1\ndiscord:\n  - x\nweb.port: 3\n");

            List<Fault> faults = faults(
                    Optional.of(file),
                    Map.of("LEDE_WEB_BINT", "x", "LEDE_EMBEDDING_ENABLED", "perhaps"),
                    "nonsense",
                    "source.min-intervall=1h");

            assertThat(faults.stream().map(Fault::toString))
                    .containsExactlyInAnyOrder(
                            file
                                    + ":2: web.port: \"eighty\" is not a whole number. Write a port from 1 to 65535, 0 for any free one, or -1 for off, for example web.port: 8080.",
                            file
                                    + ":3: there is no setting \"web.prot\". Did you mean web.port? `lede check --defaults` lists them all.",
                            file + ":4: there is no setting \"discord\". `lede check --defaults` lists them all.",
                            file + ":6: web.port is set already in line 2. Keep one of the two lines.",
                            "environment: there is no setting behind the variable LEDE_WEB_BINT. Did you mean LEDE_WEB_BIND? If it is not meant for Lede, rename it.",
                            "environment: LEDE_EMBEDDING_ENABLED: \"perhaps\" is neither true nor false. Write true or false, for example LEDE_EMBEDDING_ENABLED=false.",
                            "--set nonsense: this is not key=value. Write for example --set web.port=8080.",
                            "--set source.min-intervall: there is no setting \"source.min-intervall\". Did you mean source.min-interval? `lede check --defaults` lists them all.");
        }

        @Test
        void thenASecretIsNeverShown() {
            Fault fault = onlyFault("discord.token=very secret");

            assertThat(fault.toString()).doesNotContain("very").contains("discord.token");
            assertThat(set("discord.token=verysecret", "telegram.token=secrettoo", "store.password=alsosecret")
                            .toString())
                    .doesNotContain("secret")
                    .contains("(set)");
        }

        @Test
        void thenAPostgresqlDatabaseIsNamedByItsAddress() {
            assertThat(set("store.url=jdbc:postgresql://db.example.org/lede")
                            .store()
                            .url())
                    .contains("jdbc:postgresql://db.example.org/lede");
            assertThat(onlyFault("store.url=postgres://u:p@host/db").toString())
                    .contains("jdbc:postgresql://HOST/DATABASE")
                    .doesNotContain("u:p");
        }

        @Test
        void thenAPathInTheTelegramAddressIsRefused() {
            assertThat(onlyFault("telegram.api-base-url=http://127.0.0.1:8703/bot")
                            .problem())
                    .contains("holds a path (/bot)");
            assertThat(set("telegram.api-base-url=http://127.0.0.1:8703/")
                            .telegram()
                            .apiBaseUrl())
                    .isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "web.port=65536",
                    "web.port=-2",
                    "web.port=8o",
                    "web.bind=not a host",
                    "web.public-url=news.example.org",
                    "web.public-url=ftp://news.example.org",
                    "web.public-url=http://",
                    "web.public-url=http://a b",
                    "web.public-url=http://me:pw@news.example.org",
                    "web.public-url=http://news.example.org/?a=b",
                    "web.public-url=http://news.example.org:99999/",
                    "discord.gateway-url=http://127.0.0.1",
                    "source.min-interval=0s",
                    "source.min-interval=8d",
                    "source.min-interval=15",
                    "source.min-interval=soon",
                    "embedding.enabled=maybe",
                    "summary.extract-limit=3",
                    "summary.extract-limit=0 sentences, 420 characters",
                    "summary.extract-limit=3 sentences, 0 characters",
                    "moderators=discord:me",
                    "moderators=irc:1",
                    "fetch.allow-addresses=localhost",
                    "fetch.allow-addresses=127.0.0.1:0",
                    "fetch.allow-addresses=127.0.0.1:70000",
                    "fetch.allow-addresses=10.0.0.0/33",
                    "fetch.allow-addresses=300.0.0.1",
                    "fetch.allow-addresses=1.2.3",
                    "telegram.token=two words",
                    "=1",
                })
        void thenEachIsOneFaultThatNamesItsKeyAndARightExample(String set) {
            Fault fault = onlyFault(set);

            assertThat(fault.where()).startsWith("--set");
            assertThat(fault.remedy()).contains("for example --set ");
        }

        @Test
        void thenInAListEveryWrongItemIsNamed() {
            assertThat(onlyFault("moderators=discord:1,me,you").problem())
                    .contains("\"me\"")
                    .contains("\"you\"");
        }
    }

    @Nested
    class GivenAFileThatIsNone {
        @Test
        void thenAMissingOneIsNamed() {
            assertThat(faults(Optional.of(folder.resolve("absent.yaml")), Map.of())
                            .getFirst()
                            .toString())
                    .contains("absent.yaml")
                    .contains("no such file");
        }

        @Test
        void thenAFolderIsNamed() {
            assertThat(faults(Optional.of(folder), Map.of()).getFirst().problem())
                    .contains("folder");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'web: [1'|not YAML",
                    "'- a'|holds no settings",
                    "'just words'|holds no settings",
                    "'web: 3'|no setting \"web\"",
                    "'moderators: {a: b}'|takes a value, not a group",
                    "'web.port: [1, 2]'|takes one value, not a list",
                    "'moderators: [[1]]'|no plain text",
                    "'web.port: 1\n---\nweb.port: 2'|second document",
                    "'web.bind: &x localhost\nstore.user: *x'|references",
                })
        void thenItIsSaidWhatIsWrongAndInWhichLine(String text, String problem) throws IOException {
            Path file = file(text.replace("\\n", "\n"));

            assertThat(faults(Optional.of(file), Map.of())).anySatisfy(f -> {
                assertThat(f.problem()).contains(problem);
                assertThat(f.where()).matches(".*my\\.yaml:\\d+");
            });
        }

        @Test
        void thenBytesThatAreNoTextAreNamed() throws IOException {
            Path file = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

            assertThat(faults(Optional.of(file), Map.of())).isNotEmpty();
        }

        @Test
        void thenAnEmptyOneSetsNothing() throws IOException {
            assertThat(read(Optional.of(file("# nothing\n")), Map.of()).web().port())
                    .isEqualTo(8080);
        }
    }
}
