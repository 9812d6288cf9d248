package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private final CommandLine line = new CommandLine(CommandSpecs.ALL);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "/topic immigration                              | topic {topic=immigration}",
                "/topic immigration count:5                      | topic {count=5, topic=immigration}",
                "/topic count:5 immigration                      | topic {count=5, topic=immigration}",
                "/topic supreme court                            | topic {topic=supreme court}",
                "/topic topic:immigration                        | topic {topic=immigration}",
                "/topic topic:supreme court count:5              | topic {count=5, topic=supreme court}",
                "/topic count: 5 immigration                     | topic {count=5, topic=immigration}",
                "/topic immigration COUNT:5                      | topic {count=5, topic=immigration}",
                "/TOPIC Immigration                              | topic {topic=Immigration}",
                "/topic@LedeBot immigration                      | topic {topic=immigration}",
                "/latest@LedeBot                                 | latest {}",
                "/ latest                                        | latest {}",
                "/topic \"supreme court\" count:5                | topic {count=5, topic=supreme court}",
                "/topic “supreme court” count:5                  | topic {count=5, topic=supreme court}",
                "/topic „Oberstes Gericht“ count:5               | topic {count=5, topic=Oberstes Gericht}",
                "/topic «cour suprême»                           | topic {topic=cour suprême}",
                "/topic topic:\"a:b c\" count:3                  | topic {count=3, topic=a:b c}",
                "/topic \"rate:5\"                               | topic {topic=rate:5}",
                "/topic 5\" pipe                                 | topic {topic=5\" pipe}",
                "/topic \"never closed count:3                   | topic {count=3, topic=\"never closed}",
                "/topic 10:30 train                              | topic {topic=10:30 train}",
                "/topic миграция count:5                         | topic {count=5, topic=миграция}",
                "/topic тема:миграция                            | topic {topic=тема:миграция}",
                "/topic 移民 count:٣                              | topic {count=٣, topic=移民}",
                "/topic immigration page:2                       | topic {page=2, topic=immigration}",
                "/latest                                         | latest {}",
                "/latest 5                                       | latest {count=5}",
                "/latest 5 count:3                               | latest {count=3, topic=5}",
                "/latest topic:5                                 | latest {topic=5}",
                "/latest immigration                             | latest {topic=immigration}",
                "/latest source:Time of Harbour count:3          | latest {count=3, source=Time of Harbour}",
                "/latest source:\"Time of Harbour\" economy      | latest {source=Time of Harbour, topic=economy}",
                "/latest economy source:Post                     | latest {source=Post, topic=economy}",
                "/latest count:3 economy                         | latest {count=3, topic=economy}",
                "/related                                        | related {}",
                "/related 4                                      | related {story=4}",
                "/related #4                                     | related {story=#4}",
                "/related story:4                                | related {story=4}",
                "/related https://example.org/a?b=c:d            | related {story=https://example.org/a?b=c:d}",
                "/story story:4                                  | story {story=4}",
                "/story No Kings protests                        | story {story=No Kings protests}",
                "/search \"no kings\" protest                    | search {words=\"no kings\" protest}",
                "/search words:\"no kings\" protest              | search {words=\"no kings\" protest}",
                "/search „keine Könige“ Protest                  | search {words=\"keine Könige\" Protest}",
                "/search Live: Trump                             | search {words=Live: Trump}",
                "/summarize https://example.org/a                | summarize {link=https://example.org/a}",
                "/summarize link:https://example.org/a           | summarize {link=https://example.org/a}",
                "/topics                                         | topics {}",
                "/help topic                                     | help {command=topic}",
                "/help /topic                                    | help {command=/topic}",
                "/start                                          | start {}",
                "/start story_4                                  | start {payload=story_4}",
                "/                                               | help {}",
                "latest                                          | latest {}",
                "Help                                            | help {}",
                "https://example.org/a                           | summarize {link=https://example.org/a}",
                "look: <https://example.org/a>, isn't it         | summarize {link=https://example.org/a}",
                "www.example.org/a                               | summarize {link=https://www.example.org/a}",
                "#4                                              | story {story=#4}",
                "4                                               | story {story=4}",
                "story:4                                         | story {story=story:4}",
                "harbour strike                                  | search {words=harbour strike}",
                "rate:5 harbour                                  | search {words=rate:5 harbour}",
            })
    void isReadAs(String typed, String call) {
        assertThat(read(typed)).isEqualTo(call);
    }

    @Test
    void nothingTypedIsACallForHelp() {
        assertThat(read("")).isEqualTo("help {}");
        assertThat(read(" \n\t ")).isEqualTo("help {}");
    }

    @Test
    void lineBreaksAndNoBreakSpacesPartWordsLikeSpaces() {
        assertThat(read("/topic supreme\ncourt\u00A0count:5")).isEqualTo("topic {count=5, topic=supreme court}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/latst                  | I don't know the command \"/latst\". Did you mean /latest? /help lists them all.",
                "/SERACH x               | I don't know the command \"/serach\". Did you mean /search? /help lists them all.",
                "/weather                | I don't know the command \"/weather\". /help lists them all.",
                "/тема                   | I don't know the command \"/тема\". /help lists them all.",
                "/topic a conut:5        | /topic has no option \"conut\". Did you mean \"count\"?",
                "/latest colour:red      | /latest has no option \"colour\". It knows: topic, source, and count.",
                "/topic a count:5 count:6| The option \"count\" was given twice. Give it once, for example: /topic",
                "/topics economy         | /topics stands alone: it takes no words and no options.",
                "/topics count:5         | /topics stands alone: it takes no words and no options.",
            })
    void isAnsweredByANotice(String typed, String notice) {
        assertThat(wrong(typed).text()).startsWith(notice);
    }

    @Test
    void aNearCommandIsOfferedAsAButton() {
        assertThat(wrong("/latst").actions())
                .singleElement()
                .satisfies(a -> assertThat(a.command()).isEqualTo("/latest"));
    }

    @Test
    void aNoticeRepeatsOnlyABitOfWhatWasTypedAndNoTricksOfIt() {
        assertThat(wrong("/" + "x".repeat(3000)).text()).hasSizeLessThan(200);
        assertThat(wrong("/ab\u202Ecd\u0007").text()).contains("\"/abcd\"");
    }

    @Nested
    class Length {
        @Test
        void aMessageOfFullLengthIsRead() {
            String words = "harbour ".repeat(600).substring(0, CommandLine.MAX_CHARS - 8);
            assertThat(read("/search " + words)).startsWith("search {words=harbour harbour");
        }

        @Test
        void aLongerOneIsRefusedWithTheLimit() {
            assertThat(wrong("/search " + "a".repeat(CommandLine.MAX_CHARS)).text())
                    .isEqualTo("I read messages of up to 4,096 characters. Ask with fewer words.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"", "“", "count:", "a:", "/", "\"a ", "https://", "<", "\uD83D"})
        void repeatedTricksAreReadInTime(String trick) {
            String typed = "/topic " + trick.repeat(CommandLine.MAX_CHARS).substring(0, 4000);
            assertThat(line.parse(typed, ENGLISH)).isNotNull();
            assertThat(line.parse(typed.substring(1), ENGLISH)).isNotNull();
        }
    }

    @Nested
    class CallsWithPartedOptions {
        @Test
        void areUnderstoodAsTheyAre() {
            assertThat(line.understand(new Invocation("Topic", Map.of("topic", "a count:5")), ENGLISH))
                    .isEqualTo(
                            new Parsed.Call(CommandSpecs.TOPIC, new Invocation("topic", Map.of("topic", "a count:5"))));
        }

        @Test
        void withAnOptionFromAnOldMenuAreRefused() {
            assertThat(line.understand(new Invocation("topic", Map.of("limit", "5")), ENGLISH))
                    .isInstanceOf(Parsed.Wrong.class);
        }

        @Test
        void ofACommandThereIsNotAreRefused() {
            assertThat(line.understand(new Invocation("sing", Map.of()), ENGLISH))
                    .isInstanceOf(Parsed.Wrong.class);
        }
    }

    @Nested
    class Writing {
        @Test
        void isShortWhereItCanBe() {
            assertThat(line.write(new Invocation("topic", Map.of("topic", "supreme court", "page", "2"))))
                    .isEqualTo("/topic supreme court page:2");
            assertThat(line.write(new Invocation("latest", Map.of("source", "Time of Harbour", "page", "2"))))
                    .isEqualTo("/latest source:Time of Harbour page:2");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "immigration",
                    "supreme court",
                    "a:b",
                    "5",
                    "count:5",
                    "https://example.org/a:b",
                    "#4",
                    "移民",
                    "x  y",
                    "topic:",
                    "\"no kings\" x",
                    "“a”"
                })
        void isReadBackTheSame(String value) {
            for (CommandSpec spec : List.of(CommandSpecs.LATEST, CommandSpecs.SEARCH, CommandSpecs.RELATED)) {
                String option = spec.options().getFirst().name();
                Invocation call = new Invocation(spec.name(), Map.of(option, value, "page", "3"));
                String once = line.write(call);
                Parsed.Call again = (Parsed.Call) line.parse(once, ENGLISH);
                assertThat(again.invocation().option("page")).contains("3");
                assertThat(line.write(again.invocation())).isEqualTo(once);
                assertThat(bare(again.invocation().option(option).orElseThrow()))
                        .isEqualTo(bare(value));
            }
        }

        private String bare(String value) {
            return value.replaceAll("[\"“”]", "").replaceAll("\\s+", " ");
        }

        @Test
        void anyMixtureIsReadBackTheSame() {
            Random random = new Random(20260504);
            List<String> words = List.of("court", "Zürich", "5", "10:30", "移民", "harbour", "#4", "and", "story");
            for (int i = 0; i < 500; i++) {
                String value = random.ints(1 + random.nextInt(4), 0, words.size())
                        .mapToObj(words::get)
                        .collect(Collectors.joining(" "));
                Invocation call = new Invocation(
                        "latest", Map.of("topic", value, "source", words.get(random.nextInt(2)), "count", "7"));
                assertThat(line.parse(line.write(call), ENGLISH)).isEqualTo(new Parsed.Call(CommandSpecs.LATEST, call));
            }
        }
    }

    private String read(String typed) {
        return switch (line.parse(typed, ENGLISH)) {
            case Parsed.Call(CommandSpec spec, Invocation invocation) ->
                spec.name() + " " + new TreeMap<>(invocation.options());
            case Parsed.Wrong(Answer.Notice notice) -> "notice " + notice.text();
        };
    }

    private Answer.Notice wrong(String typed) {
        Parsed parsed = line.parse(typed, ENGLISH);
        assertThat(parsed).as(typed).isInstanceOf(Parsed.Wrong.class);
        return ((Parsed.Wrong) parsed).notice();
    }
}
