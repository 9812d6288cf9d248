package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/news/lede/answer");
    private static final List<Path> READERS =
            List.of(Path.of("src/main/java/news/lede/answer"), Path.of("src/main/java/news/lede/command"));
    private static final Pattern PLAIN = Pattern.compile("\\btexts(?:\\(\\))?\\s*\\.text\\(\\s*\"([^\"]+)\"");
    private static final Pattern COUNTED = Pattern.compile("\\bcount\\(\\s*\"([^\"]+)\"");
    private static final Pattern NOTICES = Pattern.compile("\\bnotice\\(\\s*\"([^\"]+)\"");
    private static final Pattern TURNS = Pattern.compile("\\bturn\\(\\s*\\w+,\\s*\"([^\"]+)\"");

    /** Discord's limit for a description. */
    private static final int DESCRIPTION = 100;
    /** Discord's limit for what a button says. */
    private static final int LABEL = 80;
    /** A notice fits into one message everywhere even when it repeats what somebody typed. */
    private static final int NOTICE = 700;

    @Test
    void everyTextThatTheCodeAsksForExistsAndNoOther() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (CommandSpec spec : CommandSpecs.ALL) {
            asked.add("command." + spec.name());
            asked.add("example." + spec.name());
            for (Option option : spec.options()) {
                asked.add("command." + spec.name() + "." + option.name());
            }
        }
        String code = code();
        names(PLAIN, code).filter(k -> !k.endsWith(".")).forEach(asked::add);
        names(TURNS, code).forEach(asked::add);
        names(COUNTED, code).forEach(k -> asked.addAll(Set.of(k + ".one", k + ".other")));
        names(NOTICES, code).forEach(k -> asked.addAll(Set.of("notice." + k + ".title", "notice." + k + ".text")));
        asked.removeIf(k -> k.equals("notice."));

        assertThat(bundle("messages.properties").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void everyTextExistsInEveryLanguage() throws IOException {
        Set<String> english = bundle("messages.properties").stringPropertyNames();
        for (Locale language : Texts.LANGUAGES.subList(1, Texts.LANGUAGES.size())) {
            assertThat(bundle("messages_" + language.getLanguage() + ".properties")
                            .stringPropertyNames())
                    .containsExactlyInAnyOrderElementsOf(english);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_de.properties"})
    void noTextIsEmptyOrTooLongForItsPlace(String name) throws IOException {
        Properties bundle = bundle(name);
        for (String key : bundle.stringPropertyNames()) {
            String text = new MessageFormat(bundle.getProperty(key), Locale.ROOT).format(new Object[0]);
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
            int limit = key.startsWith("command.") ? DESCRIPTION : key.startsWith("action.") ? LABEL : NOTICE;
            assertThat(text.length()).as(key).isLessThanOrEqualTo(limit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_de.properties"})
    void everyApostropheIsWrittenTwiceSinceASingleOneWouldQuote(String name) throws IOException {
        Properties bundle = bundle(name);
        for (String key : bundle.stringPropertyNames()) {
            assertThat(bundle.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
        }
    }

    @Test
    void everyLanguagePutsInTheSameArguments() throws IOException {
        Properties english = bundle("messages.properties");
        Properties german = bundle("messages_de.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(german.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static Set<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\d)}")
                .matcher(pattern)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Pattern pattern, String code) {
        return pattern.matcher(code).results().map(r -> r.group(1));
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path folder : READERS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    code.append(Files.readString(file));
                }
            }
        }
        return code.toString();
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
