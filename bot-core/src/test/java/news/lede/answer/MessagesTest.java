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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Option;
import news.lede.story.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/news/lede/answer");
    private static final List<Path> OURS = List.of(
            Path.of("src/main/java/news/lede/answer"),
            Path.of("src/main/java/news/lede/command"),
            Path.of("src/main/java/news/lede/alert"));
    /** Adapters may use our texts beside their own. A module that is not there yet asks for none. */
    private static final List<Path> ADAPTERS = List.of(
            Path.of("../discord/src/main/java"), Path.of("../telegram/src/main/java"), Path.of("../app/src/main/java"));

    private static final Pattern PLAIN = Pattern.compile("\\btexts(?:\\(\\))?\\s*\\.text\\(\\s*\"([^\"]+)\"");
    private static final Pattern COUNTED = Pattern.compile("\\btexts(?:\\(\\))?\\s*\\.count\\(\\s*\"([^\"]+)\"");
    private static final Pattern NOTICES = Pattern.compile("\\bnotice\\(\\s*\"([^\"]+)\"");
    /** What begins the key of a text for each of several choices. */
    private static final Pattern BEGINNING = Pattern.compile("\\.(text|notice)\\(\\s*\"([a-z.-]+\\.)\"\\s*\\+");

    private static final Pattern NOTICE_KEY = Pattern.compile("notice\\.(.+)\\.(?:title|text)");
    private static final Pattern COUNT_KEY = Pattern.compile("(.+)\\.(?:one|other)");

    /** Discord's limit for a description. */
    private static final int DESCRIPTION = 100;
    /** Discord's limit for what a button says. */
    private static final int LABEL = 80;
    /** A notice fits into one message everywhere even when it repeats what somebody typed. */
    private static final int NOTICE = 700;

    @Test
    void everyTextThatTheCodeAsksForExists() throws IOException {
        Set<String> asked = declared();
        String code = code(OURS);
        names(PLAIN, code).forEach(asked::add);
        names(COUNTED, code).forEach(k -> asked.addAll(Set.of(k + ".one", k + ".other")));
        names(NOTICES, code).forEach(k -> asked.addAll(Set.of("notice." + k + ".title", "notice." + k + ".text")));
        // Parts of names, put together in Texts and where a text is chosen.
        asked.removeIf(k -> k.startsWith("notice..") || k.endsWith(".") || k.contains(".."));

        Set<String> there = bundle("messages.properties").stringPropertyNames();
        assertThat(there).containsAll(asked);
        assertThat(beginnings(code))
                .allSatisfy(beginning -> assertThat(there).anyMatch(key -> key.startsWith(beginning)));
    }

    private static Set<String> beginnings(String code) {
        Set<String> beginnings = new TreeSet<>();
        Matcher found = BEGINNING.matcher(code);
        while (found.find()) {
            beginnings.add((found.group(1).equals("notice") ? "notice." : "") + found.group(2));
        }
        return beginnings;
    }

    @Test
    void everyTextIsAskedForSomewhere() throws IOException {
        Set<String> unused = new TreeSet<>(bundle("messages.properties").stringPropertyNames());
        unused.removeAll(declared());
        String code = code(OURS) + code(ADAPTERS);
        Set<String> beginnings = beginnings(code);
        unused.removeIf(key -> {
            Matcher notice = NOTICE_KEY.matcher(key);
            Matcher count = COUNT_KEY.matcher(key);
            return beginnings.stream().anyMatch(key::startsWith)
                    || code.contains('"' + key + '"')
                    || notice.matches() && code.contains('"' + notice.group(1) + '"')
                    || notice.matches() && code.contains("\"notice." + notice.group(1) + ".text\"")
                    || count.matches() && code.contains('"' + count.group(1) + '"');
        });
        assertThat(unused).isEmpty();
    }

    /** The keys of what commands and options are called and how they are used, and of what events come to. */
    private static Set<String> declared() {
        Set<String> keys = new TreeSet<>();
        for (CommandSpec spec : CommandSpecs.ALL) {
            keys.add("command." + spec.name());
            keys.add("example." + spec.name());
            for (Option option : spec.options()) {
                keys.add("command." + spec.name() + "." + option.name());
            }
        }
        for (Outcome outcome : Outcome.values()) {
            keys.add("step.outcome." + outcome);
        }
        return keys;
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

    private static String code(List<Path> folders) throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                            .sorted()
                            .toList()) {
                        code.append(Files.readString(file));
                    }
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
