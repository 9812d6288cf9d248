package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Snapshot;
import news.lede.community.Role;
import news.lede.source.Source;
import news.lede.story.StoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandDeskTest {
    private static final String WALKOUT = "Dockers in Port Arlen walk out over night shifts";
    private static final String TALKS = "Port Arlen owners offer dockers talks on Tuesday";
    private static final String RAIN = "Two roads closed after rain in the Quell valley";
    private static final String PRICES = "Bread prices rise again in Arlen";
    private static final String SECRET = "Secret plan for the harbour of Port Arlen leaked";

    private final TestDesk test = new TestDesk();

    @Nested
    class WhenTheStoreIsEmpty {
        @ParameterizedTest
        @ValueSource(strings = {"/latest", "/topic harbour", "/search rain", "/related rain", "rain"})
        void everyQuestionForNewsSaysWhatToDo(String typed) {
            assertThat(test.notice(typed).text()).contains("./lede import PATH");
        }

        @Test
        void whatNeedsNoNewsIsAnswered() {
            assertThat(test.ask("/help")).isInstanceOf(Answer.Listing.class);
            assertThat(test.ask("/topics")).isInstanceOf(Answer.Listing.class);
            assertThat(test.notice("/start").title()).isEqualTo("Hello, this is Lede");
        }
    }

    @Nested
    class WithNews {
        private StoryId port = new StoryId(0);
        private StoryId rain = new StoryId(0);
        private StoryId secret = new StoryId(0);

        @BeforeEach
        void addNews() {
            port = test.add(
                    WALKOUT,
                    "The Harbour Post",
                    Duration.ofHours(3),
                    "Some 400 dockers in Port Arlen stopped work on Monday.",
                    "They reject a plan for longer night shifts, said union leader Tomas Breck.");
            test.join(
                    port,
                    TALKS,
                    "Valley News",
                    Duration.ofMinutes(30),
                    "The owners of the harbour in Port Arlen offered talks for Tuesday.",
                    "Manager Mara Lind called the walkout of the dockers a mistake.");
            rain = test.add(
                    RAIN,
                    "Valley News",
                    Duration.ofHours(1),
                    "Heavy rain closed two roads in the Quell valley on Sunday night.",
                    "Nobody was hurt, said fire chief Ida Moor.");
            test.add(
                    PRICES,
                    "",
                    Duration.ofHours(5),
                    "Bread prices in Arlen rose by four per cent in April.",
                    "Bakers blame the trade dispute and the walkout in Port Arlen.");
            secret = test.add(
                    test.foreign(),
                    SECRET,
                    "Foreign Feed",
                    Duration.ofMinutes(5),
                    "A plan for the harbour of Port Arlen was leaked on Monday.",
                    "Dockers in Port Arlen were not asked.");
        }

        @Nested
        class Latest {
            @Test
            void listsWhatTheAskerMaySeeNewestFirst() {
                assertThat(test.list("/latest").stories())
                        .extracting(s -> s.view().id())
                        .containsExactly(port, rain, new StoryId(3));
            }

            @Test
            void opensNoIndexAndLoadsNoTopics() {
                test.ask("/latest");
                test.ask("/help");
                test.ask("/start");
                assertThat(test.indexOpened).hasValue(0);
                assertThat(test.topicsLoaded).hasValue(0);
            }

            @Test
            void tellsEveryStoryInASentenceThatItsArticleHas() {
                assertThat(test.list("/latest").stories()).allSatisfy(item -> {
                    assertThat(item.summary()).isNotEmpty();
                    assertThat(item.summary())
                            .allSatisfy(s -> assertThat(item.view().articles().stream()
                                            .map(a -> a.text())
                                            .toList())
                                    .anyMatch(text -> text.contains(s.text())));
                    assertThat(item.score()).isPresent();
                });
            }

            @Test
            void isCutIntoPagesThatLeadToEachOther() {
                Answer.StoryList first = test.list("/latest count:2");
                assertThat(first.stories()).hasSize(2);
                assertThat(first.actions())
                        .containsExactly(new Action("More", "/latest count:2 page:2", Action.Kind.MORE));
                assertThat(first.footer()).isEmpty();

                Answer.StoryList second = test.list("/latest count:2 page:2");
                assertThat(second.stories()).hasSize(1);
                assertThat(second.actions())
                        .containsExactly(new Action("Back", "/latest count:2 page:1", Action.Kind.BACK));
                assertThat(second.footer()).contains("Story 3");

                Answer.Notice beyond = test.notice("/latest count:2 page:3");
                assertThat(beyond.text()).startsWith("There is no page 3");
                assertThat(beyond.actions())
                        .containsExactly(new Action("First page", "/latest count:2 page:1", Action.Kind.BACK));
            }

            @Test
            void aFullLastPageLeadsNoFurther() {
                assertThat(test.list("/latest count:3").actions()).isEmpty();
                assertThat(test.list("/latest count:1 page:3").actions())
                        .containsExactly(new Action("Back", "/latest count:1 page:2", Action.Kind.BACK));
                assertThat(test.notice("/latest count:3 page:2").title()).isEqualTo("No more");
                assertThat(test.list("/topic harbour count:1").actions())
                        .containsExactly(
                                new Action(
                                        "Follow Harbours and ships",
                                        "/subscribe harbour when:now to:me",
                                        Action.Kind.FOLLOW),
                                new Action("More", "/topic harbour count:1 page:2", Action.Kind.MORE));
            }

            @Test
            void scoresHaveFourDigits() {
                test.clock.advance(Duration.ofSeconds(1));
                assertThat(test.list("/latest").stories())
                        .allSatisfy(s -> assertThat(s.score().orElseThrow() * 10_000)
                                .isEqualTo(Math.rint(s.score().orElseThrow() * 10_000), within(1e-6))
                                .isNotZero());
            }

            @Test
            void aNoteStandsBesideThePlaceOnLaterPages() {
                assertThat(test.list("/topic valley port arlen count:1 page:2")
                                .footer()
                                .orElseThrow())
                        .startsWith("Story 2 · No topic is called \"valley port arlen\"");
            }

            @Test
            void canBeNarrowedToATopic() {
                Answer.StoryList list = test.list("/latest weather");
                assertThat(list.title()).isEqualTo("Latest stories on Weather");
                assertThat(list.stories()).extracting(s -> s.view().id()).containsExactly(rain);
                assertThat(list.stories().getFirst().reasons())
                        .singleElement()
                        .asString()
                        .startsWith("mentions ");
            }

            @Test
            void canBeNarrowedToAPublisherByAPartOfItsName() {
                Answer.StoryList list = test.list("/latest source:harbour");
                assertThat(list.title()).isEqualTo("Latest stories, from The Harbour Post");
                assertThat(list.stories()).extracting(s -> s.view().id()).containsExactly(port);
            }

            @Test
            void aPartThatSeveralPublishersShareMeansAllOfThem() {
                test.add("Regatta off Arlen", "The Herald", Duration.ofHours(2), "Nine boats raced off Arlen.");
                Answer.StoryList list = test.list("/latest source:the");
                assertThat(list.title()).isEqualTo("Latest stories, from The Harbour Post and The Herald");
                assertThat(list.stories()).hasSize(2);
                assertThat(test.notice("/latest source:ley").title()).isEqualTo("Unknown source");
            }

            @Test
            void canBeNarrowedToASourceAndShowsOnlyWhatThatCarried() {
                Source feed = test.feed("Arlen Radio");
                StoryId radio = test.add(
                        feed, "Arlen radio turns fifty", "", Duration.ofDays(1), "The radio of Arlen turned fifty.");
                assertThat(test.list("/latest source:\"arlen radio\"").stories())
                        .extracting(s -> s.view().id())
                        .containsExactly(radio);
                assertThat(test.notice("/latest weather source:Arlen Radio").text())
                        .startsWith("There is no story on Weather");
            }

            @Test
            void knowsNoSourceThatTheAskerDoesNotFollow() {
                assertThat(test.notice("/latest source:Foreign Feed").text())
                        .startsWith("I don't know the source \"Foreign Feed\". Here there are:")
                        .doesNotContain("Foreign Feed,");
                assertThat(test.notice("/latest source:Valey Nws").text())
                        .isEqualTo("I don't know the source \"Valey Nws\". Did you mean \"Valley News\"?");
            }
        }

        @Nested
        class OnTopic {
            @Test
            void aDefinedTopicIsNamedInTheReadersLanguage() {
                assertThat(test.list("/topic harbour").title()).isEqualTo("Stories on Harbours and ships");
                Answer german = test.desk.answer(test.asker(Role.MEMBER, Locale.GERMANY), "/topic WETTER");
                assertThat(german.title()).isEqualTo("Meldungen zu Wetter");
            }

            @ParameterizedTest
            @ValueSource(
                    strings = {"#harbour", "Harbours and ships?", "HAFEN UND SCHIFFE", "topic:„Häfen und Schiffe“"})
            void aTopicIsKnownHoweverItIsWritten(String typed) {
                assertThat(test.list("/topic " + typed).title()).isEqualTo("Stories on Harbours and ships");
            }

            @Test
            void theBestStoryComesFirstWithTheWordsFound() {
                Answer.StoryList list = test.list("/topic harbour");
                assertThat(list.stories().getFirst().view().id()).isEqualTo(port);
                assertThat(list.stories().getFirst().reasons()).isNotEmpty();
                assertThat(list.stories()).noneMatch(s -> s.view().id().equals(secret));
            }

            @Test
            void wordsNearATopicAreAnsweredWithTheTopicsNameBeside() {
                assertThat(test.list("/topic prices port").footer())
                        .contains("No topic is called \"prices port\": these are stories with such words.");
                assertThat(test.list("/topic harbor Arlen harbour").stories()).isNotEmpty();
                Answer.StoryList list = test.list("/topic trades");
                assertThat(list.title()).isEqualTo("Stories on trades");
            }

            @Test
            void anyOtherWordsWorkAndAreSaidToBeNoTopic() {
                Answer.StoryList list = test.list("/topic Quell valley");
                assertThat(list.stories()).extracting(s -> s.view().id()).contains(rain);
                assertThat(list.footer().orElseThrow()).startsWith("No topic is called \"Quell valley\"");
            }

            @Test
            void aMistypedTopicIsAnsweredWithTheNearestName() {
                Answer.Notice notice = test.notice("/topic ecnomy");
                assertThat(notice.text())
                        .isEqualTo(
                                "I don't know the topic \"ecnomy\". Did you mean \"economy\"? /topics lists them all.");
                assertThat(notice.actions().getFirst()).isEqualTo(new Action("Economy", "/topic economy"));
            }

            @Test
            void wordsThatNobodyWroteAreAnUnknownTopic() {
                assertThat(test.notice("/topic zeppelin").text()).startsWith("I don't know the topic \"zeppelin\"");
            }

            @Test
            void withoutAWordItSaysWhatToType() {
                assertThat(test.notice("/topic").text())
                        .startsWith("/topic needs its option \"topic\":")
                        .endsWith("For example: /topic immigration count:5");
            }
        }

        @Nested
        class Related {
            @Test
            void otherStoriesComeWithTheirReasons() {
                Answer.StoryList list = test.list("/related " + port);
                assertThat(list.title()).startsWith("Related to \"");
                assertThat(list.stories())
                        .isNotEmpty()
                        .noneMatch(s -> s.view().id().equals(port))
                        .noneMatch(s -> s.view().id().equals(secret))
                        .allSatisfy(s -> assertThat(s.reasons()).isNotEmpty());
            }

            @Test
            void withoutAnythingItSaysWhatToGive() {
                assertThat(test.notice("/related").text()).startsWith("Name a story by its number (/related 4)");
            }

            @Test
            void aStoryWithNothingInCommonIsSaidToHaveNone() {
                Answer.Notice notice = test.notice("/related " + rain);
                assertThat(notice.title()).isEqualTo("Nothing related");
                assertThat(notice.actions()).contains(new Action("Open", "/story " + rain, Action.Kind.OPEN));
            }

            @Test
            void aLinkOrWordsOfOneTitleMeanThatStory() {
                assertThat(test.ask("/related " + TestDesk.link(WALKOUT))).isEqualTo(test.ask("/related " + port));
                assertThat(test.ask("/related bread prices")).isEqualTo(test.ask("/related 3"));
            }

            @Test
            void otherWordsAreLookedUpAsTheyAre() {
                Answer.StoryList list = test.list("/related walkout dispute");
                assertThat(list.title()).isEqualTo("Related to \"walkout dispute\"");
                assertThat(list.stories().getFirst().reasons().getFirst()).startsWith("mentions ");
                assertThat(test.notice("/related zeppelin race").title()).isEqualTo("Nothing found");
            }
        }

        @Nested
        class Story {
            @ParameterizedTest
            @ValueSource(
                    strings = {
                        "/story 2",
                        "/story #2",
                        "/story story:2",
                        "#2",
                        "2",
                        "/story quell valley",
                        "/start story_2"
                    })
            void isFoundByNumberOrTitle(String typed) {
                assertThat(test.ask(typed)).isInstanceOfSatisfying(Answer.StoryCard.class, card -> {
                    assertThat(card.story().view().id()).isEqualTo(rain);
                    assertThat(card.actions())
                            .containsExactly(
                                    new Action("Related", "/related 2", Action.Kind.RELATED),
                                    new Action("Sources", "/story 2 view:evidence", Action.Kind.SOURCES),
                                    new Action("Timeline", "/timeline 2", Action.Kind.TIMELINE),
                                    new Action("Why this?", "/why 2", Action.Kind.WHY),
                                    new Action(
                                            "Follow Weather", "/subscribe weather when:now to:me", Action.Kind.FOLLOW),
                                    new Action("👍", "/vote good 2", Action.Kind.GOOD),
                                    new Action("👎", "/vote bad 2", Action.Kind.BAD),
                                    new Action("Report", "/report 2", Action.Kind.REPORT));
                });
            }

            @Test
            void isShownWithEverySource() {
                Answer.StoryCard card = (Answer.StoryCard) test.ask("/story " + TestDesk.link(TALKS));
                assertThat(card.story().sources()).hasSize(2);
                assertThat(test.text(card)).contains("[1]", "[2]", "The Harbour Post · 3 hours ago", "Valley News");
            }

            @Test
            void whatIsNotThereAndWhatIsNotTheirsLookAlike() {
                String invisible = test.notice("/story " + secret).text();
                assertThat(invisible)
                        .isEqualTo("I don't know a story 4. /latest shows the stories with their numbers.");
                assertThat(test.notice("/story 999").text()).isEqualTo(invisible.replace("story 4", "story 999"));
                assertThat(test.notice("/related 999").text()).isEqualTo(invisible.replace("story 4", "story 999"));
                assertThat(test.notice("/story 999999999999999999").text()).contains("999999999999999999");
                assertThat(test.ask("/story " + TestDesk.link(SECRET)))
                        .isEqualTo(test.ask("/story https://news.example/none"));
                assertThat(test.ask("/summarize " + TestDesk.link(SECRET)))
                        .isEqualTo(test.ask("/summarize https://news.example/none"));
                assertThat(test.notice("/story secret plan").title()).isEqualTo("No such story");
            }

            @Test
            void aLinkTheyMayNotSeeIsUnknownEvenWhenItsStoryIsKnown() {
                String leaked = "Port Arlen talks were off from the start";
                test.join(port, test.foreign(), leaked, "Foreign Feed", Duration.ofMinutes(1), "Talks were off.");
                assertThat(test.notice("/story " + TestDesk.link(leaked)).title())
                        .isEqualTo("Unknown link");
                assertThat(test.notice("/related " + TestDesk.link(leaked)).title())
                        .isEqualTo("Unknown server");
                assertThat(test.text("/story " + port)).doesNotContain("Foreign Feed", leaked);
            }

            @ParameterizedTest
            @CsvSource({"two ROADS rain, 2", "que valley, none", "vall, 2", "bre, none", "BREAD, 3", "東京 , 5", "京港, 5"})
            void titleWordsMayBeBegunButNotGuessed(String words, String story) {
                test.add("東京港で火災", "Valley News", Duration.ofDays(2), "A fire in a port.");
                Answer answer = test.ask("/story " + words);
                if (story.equals("none")) {
                    assertThat(answer.title()).isEqualTo("No such story");
                } else {
                    assertThat(answer)
                            .isInstanceOfSatisfying(
                                    Answer.StoryCard.class,
                                    card -> assertThat(card.story().view().id()).hasToString(story));
                }
            }

            @Test
            void aWholeTitleMeansItsStoryThoughOthersHaveTheWordsToo() {
                StoryId shortOne = test.add("Bread prices", "Valley News", Duration.ofDays(2), "Bread is dear.");
                assertThat(test.ask("/story bread prices")).isEqualTo(test.ask("/story " + shortOne));
                assertThat(test.notice("/story !!!").title()).isEqualTo("No such story");
            }

            @Test
            void severalPossibleOnesAreListed() {
                Answer.Notice notice = test.notice("/story arlen");
                assertThat(notice.text()).contains("#1 ", "#3 " + PRICES);
                assertThat(notice.actions()).contains(new Action(PRICES, "/story 3", Action.Kind.OPEN));
            }
        }

        @Nested
        class Search {
            @Test
            void findsStoriesThatHaveAllWords() {
                assertThat(test.list("/search port arlen").stories())
                        .extracting(s -> s.view().id())
                        .containsExactlyInAnyOrder(port, new StoryId(3));
                assertThat(test.list("/search port arlen dispute").stories())
                        .extracting(s -> s.view().id())
                        .containsExactly(new StoryId(3));
            }

            @Test
            void takesQuotedWordsAsAPhrase() {
                assertThat(test.list("/search „night shifts“").stories())
                        .extracting(s -> s.view().id())
                        .containsExactly(port);
                assertThat(test.notice("/search \"shifts night\"").title()).isEqualTo("Nothing found");
            }

            @Test
            void isWhatPlainWordsAreTakenFor() {
                assertThat(test.ask("fire chief")).isEqualTo(test.ask("/search fire chief"));
            }

            @Test
            void offersTheCommandToWhoForgotTheSlash() {
                assertThat(test.notice("topic weather").actions())
                        .first()
                        .isEqualTo(new Action("/topic weather", "/topic weather"));
            }
        }

        @Nested
        class Summarize {
            @Test
            void tellsOneArticleAndLeadsToItsStory() {
                Answer.StoryCard card = (Answer.StoryCard) test.ask("/summarize " + TestDesk.link(WALKOUT));
                assertThat(card.title()).isEqualTo(WALKOUT);
                assertThat(card.story().view().articles()).hasSize(1);
                assertThat(card.story().summary()).isNotEmpty();
                assertThat(card.actions())
                        .containsExactly(
                                new Action("Whole story", "/story 1", Action.Kind.OPEN),
                                new Action("Related", "/related 1", Action.Kind.RELATED));
            }

            @Test
            void isWhatALinkAloneIsTakenFor() {
                assertThat(test.ask("look " + TestDesk.link(RAIN) + "?utm_source=chat"))
                        .isEqualTo(test.ask("/summarize " + TestDesk.link(RAIN)));
            }

            @Test
            void saysWhatToGiveWhenItIsNoLinkOrUnknown() {
                assertThat(test.notice("/summarize harbour").text()).startsWith("\"harbour\" is not a link.");
                assertThat(test.notice("/summarize https://elsewhere.example/a").title())
                        .isEqualTo("Unknown server");
                assertThat(test.notice("/summarize https://elsewhere.example/").title())
                        .isEqualTo("No article there");
            }
        }

        @Test
        void everyAnswerIsShownAsStored() {
            for (Map.Entry<String, String> shown : Map.of(
                            "latest", "/latest",
                            "topic", "/topic harbour",
                            "related", "/related 1",
                            "story", "/story 1",
                            "summarize", "/summarize " + TestDesk.link(RAIN),
                            "search", "/search arlen")
                    .entrySet()) {
                Snapshot.assertShown("command/" + shown.getKey() + ".txt", test.text(shown.getValue()));
            }
        }
    }

    @Test
    void helpTopicsAndStartAreShownAsStored() {
        Snapshot.assertShown("command/help.txt", test.text("/help"));
        Snapshot.assertShown("command/help-latest.txt", test.text("/help latest"));
        Snapshot.assertShown("command/topics.txt", test.text("/topics"));
        Snapshot.assertShown("command/start.txt", test.text("/start"));
        Snapshot.assertShown(
                "command/help-de.txt", test.text(test.desk.answer(test.asker(Role.MEMBER, Locale.GERMAN), "/help")));
    }

    @Test
    void helpOnAMistypedCommandNamesTheNearest() {
        assertThat(test.notice("/help /latst").text()).contains("Did you mean /latest?");
        assertThat(test.ask("/help /LATEST")).isEqualTo(test.ask("/help latest"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/latest count:0   | The count goes from 1 to 20, so not \"0\". For example: /latest count:10",
                "/latest count:21  | The count goes from 1 to 20, so not \"21\".",
                "/latest 50        | The count goes from 1 to 20, so not \"50\".",
                "/latest count:-1  | The count goes from 1 to 20, so not \"-1\".",
                "/latest count:two | The count goes from 1 to 20, so not \"two\".",
                "/latest count:99999999999 | The count goes from 1 to 20, so not \"99999999999\".",
                "/latest page:0    | Pages go from 1 to 200, so not \"0\".",
                "/story            | /story needs its option \"story\":",
                "/search           | /search needs its option \"words\":",
                "/summarize        | /summarize needs its option \"link\":",
            })
    void wrongValuesAreAnsweredWithWhatToType(String typed, String text) {
        assertThat(test.notice(typed).text()).startsWith(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/latest count:1", "/latest count:20", "/latest page:1", "/latest count: ２０"})
    void valuesAtTheBoundsAreTaken(String typed) {
        test.add(RAIN, "Valley News", Duration.ofHours(1), "Heavy rain closed two roads.");
        assertThat(test.list(typed).stories()).hasSize(1);
    }

    @Test
    void wordsBeyondAllMeasureAreRefused() {
        assertThat(test.notice("/search " + "harbour ".repeat(100)).text()).contains("up to 400 characters");
    }

    @Test
    void optionsThatAPlatformPartedAreTakenAsTheyAre() {
        test.add(RAIN, "Valley News", Duration.ofHours(1), "Heavy rain closed two roads.");
        assertThat(test.desk.answer(test.member(), new Invocation("latest", Map.of("count", "1", "topic", " "))))
                .isEqualTo(test.ask("/latest count:1"));
    }

    @Test
    void commandsAreThoseDeclared() {
        assertThat(test.desk.commands()).isEqualTo(CommandSpecs.ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CommandDesk(test.newsroom(() -> test.index), List.of(CommandSpecs.HELP), List.of()))
                .withMessage("no handler answers /help");
    }

    @Nested
    class WithACommandForModerators {
        private final CommandSpec audit = new CommandSpec("topics", List.of(), Role.MODERATOR);
        private final CommandDesk desk = new CommandDesk(
                test.newsroom(() -> test.index),
                List.of(audit, CommandSpecs.HELP),
                List.of(
                        handler(audit, _ -> new Answer.Notice("done", "done", List.of())),
                        new HelpCommand(new CommandLine(List.of(audit, CommandSpecs.HELP)))));

        @Test
        void aMemberIsRefusedAndAModeratorAnswered() {
            assertThat(desk.answer(test.member(), "/topics").title()).isEqualTo("For moderators");
            assertThat(desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), "/topics")
                            .title())
                    .isEqualTo("done");
        }

        @Test
        void helpAndCompletionShowItToModeratorsOnly() {
            assertThat(test.text(desk.answer(test.member(), "/help"))).doesNotContain("/topics -");
            assertThat(desk.answer(test.member(), "/help topics")).isInstanceOf(Answer.Notice.class);
            assertThat(desk.complete(test.member(), "help", "command", "")).hasSize(1);
            assertThat(desk.complete(test.asker(Role.MODERATOR, Locale.ENGLISH), "help", "command", ""))
                    .hasSize(2);
        }
    }

    @Nested
    class WhenSomethingFailsInside {
        @Test
        void theAskerGetsANoticeWithoutDetails() {
            CommandDesk failing = desk(new IllegalStateException("jdbc: secret"));
            Answer answer = failing.answer(test.member(), "/help");
            assertThat(answer).isInstanceOf(Answer.Notice.class);
            assertThat(answer.title()).isEqualTo("Something went wrong");
            assertThat(test.text(answer)).doesNotContain("secret");
        }

        @Test
        void aLibraryThatDoesNotLoadIsToldTheSameWay() {
            assertThat(desk(new UnsatisfiedLinkError("onnx"))
                            .answer(test.member(), "/help")
                            .title())
                    .isEqualTo("Something went wrong");
        }

        @Test
        void whatFailedToOpenIsTriedAgain() {
            test.add(RAIN, "Valley News", Duration.ofHours(1), "Heavy rain closed two roads.");
            int[] calls = {0};
            CommandDesk desk = new CommandDesk(test.newsroom(() -> {
                if (calls[0]++ == 0) {
                    throw new IllegalStateException("index locked");
                }
                return test.index;
            }));
            assertThat(desk.answer(test.member(), "/search rain").title()).isEqualTo("Something went wrong");
            assertThat(desk.answer(test.member(), "/search rain")).isInstanceOf(Answer.StoryList.class);
        }

        private CommandDesk desk(Throwable failure) {
            return new CommandDesk(
                    test.newsroom(() -> test.index),
                    List.of(CommandSpecs.HELP),
                    List.of(handler(CommandSpecs.HELP, _ -> {
                        switch (failure) {
                            case RuntimeException e -> throw e;
                            case Error e -> throw e;
                            default -> throw new AssertionError(failure);
                        }
                    })));
        }
    }

    @Nested
    class Completing {
        @Test
        void topicsAreFoundByIdAndByTheReadersName() {
            assertThat(test.desk.complete(test.member(), "topic", "topic", "ha"))
                    .containsExactly(new Choice("Harbours and ships", "harbour"));
            assertThat(test.desk.complete(test.asker(Role.MEMBER, Locale.GERMAN), "latest", "topic", "schi"))
                    .containsExactly(new Choice("Häfen und Schiffe", "harbour"));
        }

        @Test
        void storiesAreFoundByTitleAndNumberAndOnlyVisibleOnes() {
            StoryId rain = test.add(RAIN, "Valley News", Duration.ofHours(1), "Heavy rain closed two roads.");
            test.add(test.foreign(), SECRET, "Foreign Feed", Duration.ofHours(1), "A plan was leaked.");
            Choice choice = new Choice("#" + rain + " " + RAIN, rain.toString());
            assertThat(test.desk.complete(test.member(), "related", "story", "quell"))
                    .containsExactly(choice);
            assertThat(test.desk.complete(test.member(), "story", "story", "#1"))
                    .containsExactly(choice);
            assertThat(test.desk.complete(test.member(), "story", "story", "secret"))
                    .isEmpty();
        }

        @Test
        void storiesAreRememberedForHalfAMinute() {
            assertThat(test.desk.complete(test.member(), "story", "story", "")).isEmpty();
            test.add(RAIN, "Valley News", Duration.ofHours(1), "Heavy rain closed two roads.");
            assertThat(test.desk.complete(test.member(), "story", "story", "")).isEmpty();
            test.clock.advance(Duration.ofSeconds(31));
            assertThat(test.desk.complete(test.member(), "story", "story", "")).hasSize(1);
        }

        @Test
        void sourcesArePublishersToo() {
            test.add(RAIN, "Valley News", Duration.ofHours(1), "Heavy rain closed two roads.");
            test.foreign();
            assertThat(test.desk.complete(test.member(), "latest", "source", "news"))
                    .extracting(Choice::value)
                    .contains("Valley News");
            assertThat(test.desk.complete(test.member(), "latest", "source", "foreign"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"help, command, la, latest", "help, command, /to, topic", "help, command, serach, search"})
        void commandsAreCompleted(String command, String option, String typed, String first) {
            assertThat(test.desk.complete(test.member(), command, option, typed))
                    .first()
                    .extracting(Choice::value)
                    .isEqualTo(first);
        }

        @ParameterizedTest
        @CsvSource({"brief, topic", "latest, story", "latest, count", "search, words", "summarize, link"})
        void whatHasNoChoicesGivesNone(String command, String option) {
            assertThat(test.desk.complete(test.member(), command, option, "a")).isEmpty();
        }
    }

    private static Handler handler(CommandSpec spec, Function<Request, Answer> answer) {
        return new Handler() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public Answer answer(Request request) {
                return answer.apply(request);
            }
        };
    }
}
