package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Option;
import news.lede.story.Outcome;
import news.lede.text.NameFolding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Discord's limit for a description. */
    private static final int DESCRIPTION = 100;
    /** Discord's limit for what a button says. */
    private static final int LABEL = 80;
    /** Discord's limit for the title of an embed is 256. */
    private static final int TITLE = 250;
    /** A notice fits into one message everywhere even when it repeats what somebody typed. */
    private static final int NOTICE = 700;
    /** Telegram's limit for what a bot says of itself before the first message. */
    private static final int PROFILE = 512;
    /** Telegram's limit for the line on a bot's profile. */
    private static final int SHORT_PROFILE = 120;

    /** One of each kind of number in every language of ours. */
    private static final int[] NUMBERS = {0, 1, 2, 3, 5, 11, 21, 22, 100, 1234};

    private static final int MOST_ARGUMENTS = 6;

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w/.:-])/([a-z][a-z0-9_]*)(?![\\w/])");
    private static final Pattern FORM = Pattern.compile("(?:^|})\\s*(zero|one|two|few|many|other)\\{");
    private static final Set<String> YES_NO = Set.of("yes", "yes.short", "no", "no.short");

    @Test
    void everyTextThatTheCodeAsksForExists() throws IOException {
        Set<String> asked = declared();
        String code = code(OURS);
        names(PLAIN, code).forEach(asked::add);
        names(COUNTED, code).forEach(asked::add);
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
            return beginnings.stream().anyMatch(key::startsWith)
                    || code.contains('"' + key + '"')
                    || notice.matches() && code.contains('"' + notice.group(1) + '"')
                    || notice.matches() && code.contains("\"notice." + notice.group(1) + ".text\"");
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

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextExistsInEveryLanguage(Locale language) throws IOException {
        assertThat(bundle(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        bundle("messages.properties").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextIsEmptyOrTooLongForItsPlace_whateverNumbersStandInIt(Locale language) throws IOException {
        Properties bundle = bundle(language);
        for (String key : bundle.stringPropertyNames()) {
            for (int number : NUMBERS) {
                Object[] numbers = Collections.nCopies(MOST_ARGUMENTS, number).toArray();
                String text = TextFormat.format(bundle.getProperty(key), language, numbers);
                assertThat(text).as(key).isNotBlank().isEqualTo(text.strip()).hasSizeLessThanOrEqualTo(limit(key));
            }
        }
    }

    private static int limit(String key) {
        if (key.startsWith("command.")) {
            return DESCRIPTION;
        }
        return switch (key) {
            case "bot.description" -> PROFILE;
            case "bot.short-description" -> SHORT_PROFILE;
            default -> key.startsWith("action.") ? LABEL : key.endsWith(".title") ? TITLE : NOTICE;
        };
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyApostropheIsWrittenTwiceSinceASingleOneWouldQuote(Locale language) throws IOException {
        Properties bundle = bundle(language);
        for (String key : bundle.stringPropertyNames()) {
            assertThat(bundle.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguagePutsInTheSameArgumentsAndNamesTheSameCommands(Locale language) throws IOException {
        Properties english = bundle("messages.properties");
        Properties own = bundle(language);
        for (String key : english.stringPropertyNames()) {
            String pattern = english.getProperty(key);
            assertThat(found(ARGUMENT, own.getProperty(key))).as(key).isEqualTo(found(ARGUMENT, pattern));
            assertThat(found(COMMAND, own.getProperty(key))).as(key).isEqualTo(found(COMMAND, pattern));
        }
    }

    /** A language that tells more kinds of numbers apart than a text does would say "2 день". */
    @ParameterizedTest
    @MethodSource("languages")
    void everyPluralHasAFormForEachKindOfNumberOfItsLanguage(Locale language) throws IOException {
        Set<String> kinds = IntStream.rangeClosed(0, 200)
                .mapToObj(n -> PluralForm.of(n, language.getLanguage()).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.add("other");
        Properties bundle = bundle(language);
        for (String key : bundle.stringPropertyNames()) {
            Stream.of(bundle.getProperty(key).split("\\{\\d+,plural,", -1))
                    .skip(1)
                    .forEach(plural -> assertThat(found(FORM, plural)).as(key).containsAll(kinds));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anExampleIsACommandThatIsUnderstood(Locale language) {
        for (CommandSpec spec : CommandSpecs.ALL) {
            assertThat(spec.example(language)).startsWith("/" + spec.name());
        }
    }

    /** Words are read in all languages at once, so none may mean two things. */
    @Test
    void noWordThatPeopleTypeMeansTwoThings() throws IOException {
        Map<String, String> meanings = new HashMap<>();
        for (Locale language : Texts.LANGUAGES) {
            Properties bundle = bundle(language);
            for (String key : bundle.stringPropertyNames()) {
                String group = key.startsWith("word.") ? key.substring(0, key.lastIndexOf('.')) : "yes or no";
                if (key.startsWith("word.") || YES_NO.contains(key)) {
                    String meaning = key.replace(".short", "");
                    for (String word : bundle.getProperty(key).split("\\|")) {
                        String before = meanings.putIfAbsent(group + " " + NameFolding.fold(word), meaning);
                        assertThat(before == null ? meaning : before)
                                .as("%s in %s", word, language)
                                .isEqualTo(meaning);
                    }
                }
            }
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
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

    private static Properties bundle(Locale language) throws IOException {
        return bundle(
                language.equals(Locale.ENGLISH)
                        ? "messages.properties"
                        : "messages_" + language.getLanguage() + ".properties");
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
