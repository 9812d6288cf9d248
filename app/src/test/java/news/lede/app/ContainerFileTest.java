package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be known of the container file without an engine that builds it. */
class ContainerFileTest {
    private static final Path TREE = Path.of("..").toAbsolutePath().normalize();
    private static final String SOURCES = "/src/";
    private static final Set<String> KNOWN = Set.of(
            "FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD");

    private final List<Line> file = read();

    /** An instruction with what it is told. */
    private record Line(String instruction, String told) {
        List<String> words() {
            return Arrays.asList(told.split("\\s+"));
        }
    }

    private static List<Line> read() {
        try {
            List<Line> lines = new ArrayList<>();
            StringBuilder open = new StringBuilder();
            for (String line : Files.readAllLines(TREE.resolve("packaging/Containerfile"))) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                boolean goesOn = line.endsWith("\\");
                open.append(goesOn ? line.substring(0, line.length() - 1) : line);
                if (!goesOn) {
                    String whole = open.toString().strip();
                    int space = whole.indexOf(' ');
                    lines.add(new Line(
                            whole.substring(0, space),
                            whole.substring(space + 1).strip()));
                    open.setLength(0);
                }
            }
            assertThat(open).as("a last line that goes on").isEmpty();
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of the image that is handed out: those from the last FROM on. */
    private List<Line> image() {
        int last = 0;
        for (int i = 0; i < file.size(); i++) {
            last = file.get(i).instruction().equals("FROM") ? i : last;
        }
        return file.subList(last, file.size());
    }

    private static Stream<Line> all(List<Line> lines, String instruction) {
        return lines.stream().filter(line -> line.instruction().equals(instruction));
    }

    private Line only(String instruction) {
        List<Line> found = all(image(), instruction).toList();
        assertThat(found).as(instruction).hasSize(1);
        return found.getFirst();
    }

    private static List<String> exec(String json) throws IOException {
        return Arrays.asList(new ObjectMapper().readValue(json, String[].class));
    }

    private int place(String instruction, String told) {
        List<Line> image = image();
        for (int i = 0; i < image.size(); i++) {
            if (image.get(i).instruction().equals(instruction)
                    && image.get(i).told().contains(told)) {
                return i;
            }
        }
        throw new AssertionError("no " + instruction + " " + told);
    }

    @Test
    void everyInstructionIsOneThatEnginesKnow() {
        assertThat(file).extracting(Line::instruction).isSubsetOf(KNOWN);
        assertThat(file.getFirst().instruction()).isEqualTo("FROM");
    }

    @Test
    void whatItStartsFromHasAVersion() {
        assertThat(all(file, "FROM").map(line -> line.words().getFirst()))
                .allSatisfy(image -> assertThat(image).contains(":").doesNotEndWith(":latest"));
    }

    @Test
    void whatIsCopiedIsThereAndWhatIsStartedWasCopied() throws IOException {
        List<String> stages = all(file, "FROM")
                .filter(line -> line.words().size() == 3)
                .map(line -> line.words().getLast())
                .toList();
        List<String> copied = new ArrayList<>();
        for (Line copy : all(image(), "COPY").toList()) {
            List<String> words = copy.words();
            assertThat(words.getFirst()).startsWith("--from=");
            assertThat(stages).contains(words.getFirst().substring("--from=".length()));
            String to = words.getLast();
            for (String from : words.subList(1, words.size() - 1)) {
                if (from.startsWith(SOURCES)) {
                    String path = from.substring(SOURCES.length());
                    // What the build makes lies below a target.
                    assertThat(path.contains("/target/") || Files.exists(TREE.resolve(path)))
                            .as(path)
                            .isTrue();
                }
                copied.add(to.endsWith("/") ? to + Path.of(from).getFileName() : to);
            }
        }
        String check = only("HEALTHCHECK").told();
        assertThat(copied)
                .containsAll(exec(only("ENTRYPOINT").told()))
                .containsAll(exec(check.substring(check.indexOf("CMD ") + "CMD ".length())));
        assertThat(exec(only("CMD").told())).containsExactly("run");
        assertThat(only("ENV").told()).isEqualTo("LEDE_JAVA_HOME=/opt/java");
        assertThat(copied).contains("/opt/java");
    }

    @Test
    void everyCommandIsOneThatAShellCanRead() throws IOException, InterruptedException {
        for (Line run : all(file, "RUN").toList()) {
            Process shell = new ProcessBuilder("sh", "-n", "-c", run.told())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(said).as(run.told()).isEmpty();
            assertThat(shell.exitValue()).as(run.told()).isZero();
        }
    }

    @Test
    void itRunsAsNobodyInParticularWhoOwnsTheDataAndNothingElse() {
        String user = only("USER").told();
        assertThat(user).matches("[1-9]\\d*:[1-9]\\d*");
        String id = user.substring(0, user.indexOf(':'));
        String made = all(image(), "RUN").map(Line::told).reduce("", String::concat);
        assertThat(made)
                .contains("useradd --system --uid " + id, "install -d -o " + id + " -g " + id + " -m 700 /data");
        assertThat(place("USER", user))
                .as("nothing is made after root has left")
                .isGreaterThan(place("RUN", "useradd"))
                .isGreaterThan(place("COPY", "/opt/lede/"));
        // What is changed below a volume after its declaration is lost.
        assertThat(place("VOLUME", "/data")).isGreaterThan(place("RUN", "install -d"));
    }

    @Test
    void nothingSecretAndNothingBuiltIsTakenIn() throws IOException {
        assertThat(file.stream().map(Line::told)).noneMatch(told -> told.matches("(?i).*(token|password|secret).*"));
        assertThat(Files.readAllLines(TREE.resolve(".dockerignore"))).contains(".git", "**/target", "/data");
    }

    @Test
    void theJavaInItHasTheModulesThatAreTried() {
        assertThat(all(file, "RUN").map(Line::told))
                .anyMatch(told -> told.startsWith("jlink --add-modules \"$(cat packaging/modules)\""));
        assertThat(Files.exists(TREE.resolve("packaging/modules"))).isTrue();
    }
}
