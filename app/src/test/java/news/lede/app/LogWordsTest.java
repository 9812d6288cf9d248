package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line that our code logs names its event in words and carries its values in fields, so that programs can tell one from another. */
class LogWordsTest {
    private static final Path HOUSE = Path.of("..");
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:LOG|log)\\s*\\.\\s*(?:trace|debug|info|warn|error)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern RIGHT = Pattern.compile(
            "(?:event=[a-z.-]+|[A-Za-z][^={}\"]*?)(?:\\s+[a-zA-Z][a-zA-Z0-9]*=(?:\\\\\"[^\"{}]*(?:\\{}[^\"{}]*)?\\\\\"|\\{}|[^\\s{}\"]+))*");

    private static List<String> words() throws IOException {
        List<String> words = new ArrayList<>();
        try (Stream<Path> files = Files.walk(HOUSE)) {
            for (Path file : files.filter(path -> path.toString().contains("/src/main/java/"))
                    .filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .toList()) {
                Matcher call = CALL.matcher(Files.readString(file));
                while (call.find()) {
                    Matcher text = TEXT.matcher(call.group(1));
                    StringBuilder whole = new StringBuilder();
                    while (text.find()) {
                        whole.append(text.group(1));
                    }
                    words.add(whole + "   (" + file.getFileName() + ")");
                }
            }
        }
        return words;
    }

    @Test
    void eachNamesItsEventAndCarriesItsValuesInFields() throws IOException {
        List<String> words = words();

        assertThat(words).hasSizeGreaterThan(100);
        assertThat(words)
                .filteredOn(line -> !RIGHT.matcher(line.substring(0, line.lastIndexOf("   (")))
                        .matches())
                .as("write \"what happened key={} key=\\\"{}\\\"\"")
                .isEmpty();
    }
}
