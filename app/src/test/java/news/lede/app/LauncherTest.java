package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The launcher's choice of a JDK, run for real on folders that look like JDKs. It looks into a home folder of its own; what is installed on this
 * machine is kept out by asking for a version that none has.
 */
class LauncherTest {
    /** Newer than anything installed, so that only the folders of a test can fit. */
    private static final int LEAST = 900;

    private Path folder = Path.of("");
    private Path launcher = Path.of("");

    /** What the launcher said and how it ended. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void copyTheLauncher() throws IOException {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "the launcher is a shell script");
        folder = Files.createTempDirectory("launcher");
        String script = Files.readString(Path.of("..", "lede"));
        assertThat(script).contains("least_java=25\n");
        launcher = Files.writeString(
                folder.resolve("lede"), script.replace("least_java=25\n", "least_java=" + LEAST + "\n"));
    }

    @AfterEach
    void clearUp() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path jdk(String where, String version) throws IOException {
        Path home = folder.resolve(where);
        Files.createDirectories(home.resolve("bin"));
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(home.resolve("bin").resolve(tool), "#!/bin/sh\nexit 0\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Ended findJdk(Map<String, String> environment) throws IOException, InterruptedException {
        return run(environment, "--find-jdk");
    }

    private Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }

    @Nested
    class GivenNoJdkFits {
        @Test
        void thenOneClearLineSaysWhatToInstall() throws Exception {
            Ended ended = findJdk(Map.of());

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out().lines())
                    .singleElement()
                    .asString()
                    .contains("needs a JDK " + LEAST + " or newer")
                    .contains("install one")
                    .contains("JAVA_HOME");
        }

        @Test
        void thenAnyOtherCallSaysItOnStandardErrorAndPrintsNothing() throws Exception {
            Ended ended = run(Map.of(), "ask", "/help");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err().lines()).singleElement().asString().contains("needs a JDK");
        }

        @Test
        void thenOneThatIsTooOldDoesNotHelp() throws Exception {
            Path old = jdk("home/.jdks/old", (LEAST - 1) + ".0.2");

            assertThat(findJdk(Map.of()).code()).isEqualTo(1);
            assertThat(findJdk(Map.of("JAVA_HOME", old.toString())).code()).isEqualTo(1);
        }

        @Test
        void thenARuntimeWithoutACompilerDoesNotHelp() throws Exception {
            Path runtime = jdk("home/.jdks/runtime", LEAST + "");
            Files.delete(runtime.resolve("bin/javac"));

            assertThat(findJdk(Map.of()).code()).isEqualTo(1);
        }
    }

    @Nested
    class GivenSeveralJdksAreInstalled {
        @Test
        void thenTheNewestIsChosen() throws Exception {
            jdk("home/.jdks/a", LEAST + ".0.1");
            Path newest = jdk("home/.sdkman/candidates/java/z", (LEAST + 2) + "");
            jdk("home/.jdks/b", (LEAST + 1) + ".1");

            Ended ended = findJdk(Map.of());

            assertThat(ended.code()).isZero();
            assertThat(ended.out().strip()).isEqualTo(newest.toString());
        }

        @Test
        void thenJavaHomeIsRespectedWhenItFits() throws Exception {
            jdk("home/.jdks/newest", (LEAST + 9) + "");
            Path chosen = jdk("mine", LEAST + "");

            assertThat(findJdk(Map.of("JAVA_HOME", chosen.toString())).out().strip())
                    .isEqualTo(chosen.toString());
        }

        @Test
        void thenOurOwnVariableComesBeforeJavaHome() throws Exception {
            Path general = jdk("general", LEAST + "");
            Path ours = jdk("ours", LEAST + "");

            Ended ended = findJdk(Map.of("JAVA_HOME", general.toString(), "LEDE_JAVA_HOME", ours.toString()));

            assertThat(ended.out().strip()).isEqualTo(ours.toString());
        }

        @Test
        void thenOneOnThePathComesBeforeAllThatMustBeLookedFor() throws Exception {
            jdk("home/.jdks/newest", (LEAST + 9) + "");
            Path onPath = jdk("onpath", LEAST + "");

            Ended ended = findJdk(Map.of("PATH", onPath.resolve("bin") + ":/usr/bin:/bin"));

            assertThat(ended.out().strip()).isEqualTo(onPath.toString());
        }

        @Test
        void thenAFolderWithASpaceInItsNameIsFound() throws Exception {
            Path odd = jdk("home/.jdks/my jdk", LEAST + "");

            assertThat(findJdk(Map.of()).out().strip()).isEqualTo(odd.toString());
        }
    }

    @Nested
    class GivenASourceTreeWithoutABuild {
        private Path tools = Path.of("");

        /** A JDK whose {@code java} says what it was given, and a Maven that does what {@code script} says. */
        private void tree(String script) throws IOException {
            Path jdk = jdk("jdk", LEAST + "");
            executable(jdk.resolve("bin/java"), "#!/bin/sh\nfor last; do :; done\necho \"ran $last\"\n");
            tools = jdk.resolve("bin");
            executable(tools.resolve("mvn"), "#!/bin/sh\n" + script);
            Files.createDirectories(folder.resolve("app/src/main"));
            Files.createDirectories(folder.resolve("app/target"));
            Files.writeString(folder.resolve("pom.xml"), "<module>app</module>\n");
        }

        private void executable(Path file, String text) throws IOException {
            Files.writeString(file, text);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }

        private Ended ask() throws IOException, InterruptedException {
            return run(Map.of("PATH", tools + ":/usr/bin:/bin"), "ask", "/help");
        }

        @Test
        void thenItBuildsSaysSoOnStandardErrorAndRuns() throws Exception {
            // Ends without a line feed, as Maven does when it resets colours.
            tree("echo '[INFO] Building Lede: main 1.0      [1/1]'; touch app/target/lede.jar; printf '\\033[0m'\n");

            Ended ended = ask();

            assertThat(ended.err())
                    .contains("no build yet; building")
                    .contains("[1/1] Lede: main")
                    .contains("built (1 modules)");
            assertThat(ended.out()).isEqualTo("ran /help\n");
            assertThat(ended.code()).isZero();
        }

        @Test
        void thenAFailedBuildIsToldWithItsErrors() throws Exception {
            tree("echo '[ERROR] something does not compile'; exit 1\n");

            Ended ended = ask();

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains("the build failed").contains("something does not compile");
        }

        @Test
        void thenASecondCallDoesNotBuildAgain() throws Exception {
            tree("touch app/target/lede.jar\n");
            assertThat(ask().code()).isZero();

            assertThat(ask().err()).isEmpty();
        }

        @Test
        void thenABuildThatChangedNothingInTheJarIsNotRepeatedUntilSomethingIsNewerAgain() throws Exception {
            tree("[ -f app/target/lede.jar ] || touch app/target/lede.jar\n");
            assertThat(ask().code()).isZero();
            Files.setLastModifiedTime(folder.resolve("app/target/lede.jar"), FileTime.fromMillis(0));

            assertThat(ask().err()).doesNotContain("building");

            Files.setLastModifiedTime(
                    folder.resolve("pom.xml"),
                    FileTime.from(Files.getLastModifiedTime(folder.resolve("target/built"))
                            .toInstant()
                            .plusSeconds(10)));
            assertThat(ask().err()).contains("pom.xml is newer than the build; building");
        }
    }

    @Nested
    class GivenAJarThatWasBuiltElsewhere {
        private Path java = Path.of("");
        private Path cache = Path.of("");

        /** A Java without a compiler; it tells what it was given, and makes the cache it is asked for. */
        @BeforeEach
        void unpack() throws IOException {
            Path runtime = jdk("runtime", LEAST + "");
            Files.delete(runtime.resolve("bin/javac"));
            java = runtime;
            Files.writeString(runtime.resolve("bin/java"), """
                    #!/bin/sh
                    echo "$*" >>"%s"
                    for word; do
                      case "$word" in
                        -XX:AOTCacheOutput=*) touch "${word#*=}" ;;
                        --native) touch_next=yes ;;
                        *) [ -z "${touch_next:-}" ] || { mkdir -p "$word"; touch_next=; } ;;
                      esac
                    done
                    echo ran
                    """.formatted(folder.resolve("calls")));
            Files.writeString(folder.resolve("lede.jar"), "jar");
            cache = folder.resolve("cache");
        }

        private Ended ask(String... more) throws IOException, InterruptedException {
            Map<String, String> environment =
                    new HashMap<>(Map.of("LEDE_JAVA_HOME", java.toString(), "LEDE_CACHE", cache.toString()));
            for (int i = 0; i < more.length; i += 2) {
                environment.put(more[i], more[i + 1]);
            }
            return run(environment, "ask", "/help");
        }

        private List<String> calls() throws IOException {
            return Files.readAllLines(folder.resolve("calls"));
        }

        @Test
        void thenTheFirstStartMakesACacheAndEachUsesIt() throws Exception {
            Ended first = ask();
            Ended second = ask();

            assertThat(first.err()).contains("preparing faster starts");
            assertThat(List.of(first.out(), second.out())).containsOnly("ran\n");
            assertThat(second.err()).isEmpty();
            assertThat(calls()).hasSize(3);
            assertThat(calls().getFirst())
                    .contains("-XX:AOTCacheOutput=" + cache)
                    .contains("rehearse");
            assertThat(calls().subList(1, 3))
                    .allMatch(call -> call.contains("-XX:AOTCache=" + cache + "/lede.aot")
                            && call.contains("-Dorg.sqlite.lib.path=" + cache + "/native")
                            && call.endsWith("ask /help"));
        }

        @Test
        void thenAnotherJarAnotherJavaOrOtherFlagsMakeItAnew() throws Exception {
            ask();
            Files.writeString(folder.resolve("lede.jar"), "another jar");
            assertThat(ask().err()).contains("preparing faster starts");
            Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + LEAST + ".0.1\"\n");
            assertThat(ask().err()).contains("preparing faster starts");
            assertThat(ask("LEDE_HEAP", "512m").err()).contains("preparing faster starts");
            assertThat(calls().getLast()).contains("-Xmx512m");
            assertThat(ask("LEDE_HEAP", "512m").err()).isEmpty();
        }

        @Test
        void thenWhatCannotBeMadeIsNotTriedAtEachStart() throws Exception {
            Files.writeString(java.resolve("bin/java"), """
                    #!/bin/sh
                    case "$*" in *rehearse*) exit 1 ;; esac
                    echo ran
                    """);

            assertThat(ask().err()).contains("could not be made");
            Ended second = ask();

            assertThat(second.err()).isEmpty();
            assertThat(second.out()).isEqualTo("ran\n");
        }

        @Test
        void thenWhoeverComesWhileItIsBeingMadeStartsWithout() throws Exception {
            Files.createDirectories(cache.resolve("lede.making"));

            assertThat(ask().err()).isEmpty();

            assertThat(calls()).singleElement().asString().doesNotContain("AOTCache");
        }

        @Test
        void thenSwitchedOffItIsNeitherMadeNorUsed() throws Exception {
            Ended ended = ask("LEDE_FAST_START", "off");

            assertThat(ended.err()).isEmpty();
            assertThat(calls()).singleElement().asString().doesNotContain("AOTCache");
            assertThat(cache).doesNotExist();
        }
    }

    @Test
    void givenNeitherJarNorSourceThenItSaysThatSomethingIsMissing() throws Exception {
        Path jdk = jdk("jdk", LEAST + "");

        Ended ended = run(Map.of("JAVA_HOME", jdk.toString()), "ask", "/help");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("there is no lede.jar").contains("unpack the whole archive");
    }
}
