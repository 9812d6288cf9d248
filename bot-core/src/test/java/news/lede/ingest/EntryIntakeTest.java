package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Revisits.Revisit;
import news.lede.ingest.EntryIntake.Taken;
import news.lede.ingest.PageReader.PageReading;
import news.lede.ingest.PageReader.Reason;
import news.lede.ingest.TestFeed.Item;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryIntakeTest {
    private static final Instant NOW = TestChain.NOW;
    private static final String LINK = "https://courier.example/ferry";
    private static final String TEASER = "<p>The ferry ran aground on Monday near Port Ellery.</p>";
    private static final String PAGE_TEXT =
            "The ferry Alma ran aground on Monday near Port Ellery with ninety people on"
                    + " board, the harbour master said, and all of them were brought ashore by noon.";
    private static final Item FERRY = Item.of(LINK, "Ferry runs aground near Port Ellery", NOW, TEASER);

    private final TestChain chain = new TestChain();
    private final SourceId source = chain.source("courier");

    private Article only() {
        assertThat(chain.articles()).hasSize(1);
        return chain.articles().getFirst();
    }

    private List<Revisit> planned() {
        return chain.store.revisits().due(NOW.plus(Duration.ofDays(300)), 100);
    }

    @Test
    void whatWaitsIsStoredGroupedAnnouncedAndDealtWith() {
        chain.pages.answer(LINK, "Ferry runs aground near Port Ellery", PAGE_TEXT);
        chain.polled(source, FERRY);

        Taken taken = chain.take();

        assertThat(taken.entries()).isEqualTo(1);
        assertThat(taken.added()).containsExactly(only().id());
        assertThat(taken.changed()).isEmpty();
        assertThat(chain.store.stories().storyOf(only().id())).isPresent();
        assertThat(chain.announced()).isEqualTo(1);
        assertThat(chain.store.inbox().backlog()).isZero();
        assertThat(chain.take()).isEqualTo(new Taken(0, List.of(), List.of()));
    }

    @Test
    void entriesOfAllSourcesAreStoredInTheOrderOfTheirPublication() {
        SourceId other = chain.source("post");
        chain.polled(
                source,
                Item.of("https://courier.example/3", "Third", NOW.minusSeconds(10), TEASER),
                Item.of("https://courier.example/1", "First", NOW.minusSeconds(90), TEASER));
        chain.polled(other, Item.of("https://post.example/2", "Second", NOW.minusSeconds(50), TEASER));
        chain.take();

        assertThat(chain.titles()).containsExactly("First", "Second", "Third");
    }

    @Test
    void whatStoodInASourceAtFirstContactIsStoredAndToldToNobody() {
        chain.polled(source, true, List.of(FERRY));
        chain.take();

        assertThat(chain.store.stories().storyOf(only().id())).isPresent();
        assertThat(chain.announced()).isZero();
    }

    @Test
    void atFirstContactOnlyTheNewestPagesAreRead() {
        List<Item> items = IntStream.range(0, 12)
                .mapToObj(n ->
                        Item.of("https://courier.example/" + n, "Event number " + n, NOW.minusSeconds(n * 60L), TEASER))
                .toList();
        chain.polled(source, true, items);
        chain.take();

        assertThat(chain.titles()).hasSize(12);
        assertThat(chain.pages.asked())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 5)
                        .mapToObj(n -> "https://courier.example/" + n)
                        .toList());
    }

    @Test
    void ofManyWaitingOnlyAsManyAsAskedForAreTaken() {
        for (int n = 0; n < 5; n++) {
            chain.polled(source, Item.of("https://courier.example/" + n, "Event " + n, NOW, TEASER));
        }

        assertThat(chain.intake(chain.store).take(3).entries()).isEqualTo(3);
        assertThat(chain.store.inbox().backlog()).isEqualTo(2);
    }

    @Test
    void anEntryWithNothingToShowIsLeftOut() {
        chain.polled(source, Item.of(LINK, "", NOW, ""));

        assertThat(chain.take().entries()).isEqualTo(1);
        assertThat(chain.articles()).isEmpty();
        assertThat(chain.store.inbox().backlog()).isZero();
    }

    @Test
    void anAddressWithoutATitleIsWhatItsPageTells() {
        chain.pages.answer(LINK, "Ferry runs aground near Port Ellery", PAGE_TEXT);
        chain.polled(source, Item.of(LINK, "", NOW, ""));
        chain.take();

        assertThat(only().title()).isEqualTo("Ferry runs aground near Port Ellery");
        assertThat(only().paragraphs()).containsExactly(PAGE_TEXT);
        assertThat(only().url()).contains(URI.create(LINK));
        assertThat(only().published()).isEqualTo(NOW);
        assertThat(only().approximate()).isTrue();
        assertThat(chain.announced()).isEqualTo(1);
    }

    @Test
    void anAddressWithoutATitleWaitsForItsPage() {
        chain.pages.answer(LINK, new PageReading.Later(Optional.empty(), "status 503"));
        chain.polled(source, Item.of(LINK, "", NOW, ""));
        chain.take();
        assertThat(chain.articles()).isEmpty();
        assertThat(chain.store.inbox().backlog()).isEqualTo(1);

        chain.pages.answer(LINK, "Ferry runs aground near Port Ellery", PAGE_TEXT);
        chain.clock.advance(Duration.ofMinutes(2));
        chain.take();
        assertThat(only().title()).isEqualTo("Ferry runs aground near Port Ellery");
    }

    @Test
    void aDamagedPayloadCostsOnlyItself() {
        chain.store
                .inbox()
                .receive(
                        source,
                        List.of(
                                new Inbox.Carried("a", "1", "{\"title\": \"cut o"),
                                new Inbox.Carried("b", "1", "{\"link\": \"https://a b\"}"),
                                new Inbox.Carried("c", "1", "[]")),
                        false,
                        NOW);
        chain.polled(source, FERRY);

        assertThat(chain.take().entries()).isEqualTo(4);
        assertThat(chain.titles()).containsExactly("Ferry runs aground near Port Ellery");
        assertThat(chain.store.inbox().backlog()).isZero();
    }

    @Nested
    class GivenAPage {
        @Test
        void itsTextIsTakenWithTheFeedsHeadlineAndDate() {
            chain.pages.answer(
                    LINK, "Ferry aground near Port Ellery | Courier", PAGE_TEXT, "It will be towed on Tuesday.");
            chain.polled(source, FERRY);
            chain.take();

            assertThat(only().paragraphs()).containsExactly(PAGE_TEXT, "It will be towed on Tuesday.");
            assertThat(only().title()).isEqualTo("Ferry runs aground near Port Ellery");
            assertThat(only().published()).isEqualTo(NOW);
            assertThat(only().url()).contains(URI.create(LINK));
        }

        @Test
        void aHeadlineThatTheFeedCutShortIsThePages() {
            chain.pages.answer(LINK, "Ferry runs aground near Port Ellery, nobody hurt", PAGE_TEXT);
            chain.polled(source, FERRY.titled("Ferry runs aground near…"));
            chain.take();

            assertThat(only().title()).isEqualTo("Ferry runs aground near Port Ellery, nobody hurt");
        }

        @Test
        void itIsReadAgainAnHourLaterWithItsValidators() {
            chain.pages.answer(LINK, "Ferry aground", PAGE_TEXT);
            chain.polled(source, FERRY);
            chain.take();

            assertThat(planned())
                    .containsExactly(new Revisit(
                            only().id(),
                            NOW.plus(Duration.ofHours(1)),
                            1,
                            Optional.of("\"v1\""),
                            Optional.of("Monday"),
                            Optional.of("Ferry aground")));
        }

        @Test
        void anotherArticleBehindTheLinkIsNotTaken() {
            chain.pages.answer(LINK, "All the news of today", "Markets rose and the weather stays fine in the west.");
            chain.polled(source, FERRY);
            chain.take();

            assertThat(only().paragraphs()).containsExactly("The ferry ran aground on Monday near Port Ellery.");
            assertThat(planned()).isEmpty();
        }

        @Test
        void twoSourcesWithTheSameLinkReadItOnce() {
            chain.pages.answer(LINK, "Ferry runs aground", PAGE_TEXT);
            chain.polled(source, FERRY);
            chain.polled(chain.source("region"), FERRY.telling("Ferry news."));
            chain.take();

            assertThat(chain.pages.asked()).containsExactly(LINK);
            assertThat(chain.store.articles().sourcesOf(only().id())).hasSize(2);
        }

        @Test
        void whatAnotherSourceBroughtBeforeIsNotReadAgain() {
            chain.pages.answer(LINK, "Ferry runs aground", PAGE_TEXT);
            chain.polled(source, FERRY);
            chain.take();
            chain.polled(chain.source("region"), FERRY);

            assertThat(chain.take().changed()).containsExactly(only().id());
            assertThat(chain.pages.asked()).hasSize(1);
            assertThat(chain.announced()).isEqualTo(1);
        }
    }

    @Nested
    class GivenNoPage {
        @ParameterizedTest
        @EnumSource(Reason.class)
        void aClosedOneLeavesWhatTheFeedSaysAndIsNotAskedForAgain(Reason reason) {
            chain.pages.answer(LINK, new PageReading.Closed(reason, "no"));
            chain.polled(source, FERRY);
            chain.take();

            assertThat(only().paragraphs()).containsExactly("The ferry ran aground on Monday near Port Ellery.");
            assertThat(chain.announced()).isEqualTo(1);
            assertThat(planned()).isEmpty();
        }

        @Test
        void temporaryTroubleStoresAtOnceAndReadsAgainInAQuarterOfAnHour() {
            chain.pages.answer(LINK, new PageReading.Later(Optional.empty(), "status 503"));
            chain.polled(source, FERRY);
            chain.take();

            assertThat(chain.announced()).isEqualTo(1);
            assertThat(planned())
                    .extracting(Revisit::due, Revisit::round)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(NOW.plus(Duration.ofMinutes(15)), 0));
        }

        @Test
        void aHostThatAsksForMoreTimeGetsItUpToADay() {
            chain.pages.answer(LINK, new PageReading.Later(Optional.of(Duration.ofHours(3)), "status 429"));
            String other = "https://courier.example/other";
            chain.pages.answer(other, new PageReading.Later(Optional.of(Duration.ofDays(3_000)), "status 429"));
            chain.polled(source, FERRY, Item.of(other, "Other event", NOW, "Something else."));
            chain.take();

            assertThat(planned())
                    .extracting(Revisit::due)
                    .containsExactly(NOW.plus(Duration.ofHours(3)), NOW.plus(Duration.ofDays(1)));
        }

        @Test
        void aHangingHostHoldsUpNobodyBeyondThePatienceOfTheRound() throws InterruptedException {
            TestChain hurried = new TestChain(new InMemoryStore(), Duration.ofSeconds(4));
            CountDownLatch never = new CountDownLatch(1);
            hurried.pages.answer("https://quick.example/a", "Quick event in Larkhaven", PAGE_TEXT);
            hurried.readPagesBy((page, known) -> {
                if (page.getHost().startsWith("slow")) {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        return new PageReading.Later(Optional.empty(), "broken off");
                    }
                }
                return hurried.pages.read(page, known);
            });
            List<Item> items = new ArrayList<>();
            for (int n = 0; n < 140; n++) {
                items.add(Item.of("https://slow.example/" + n, "Slow event " + n, NOW.minusSeconds(100), TEASER));
            }
            hurried.polled(hurried.source("slow"), false, items);
            hurried.polled(
                    hurried.source("quick"),
                    Item.of("https://quick.example/a", "Quick event in Larkhaven", NOW, TEASER));

            assertThat(hurried.intake(hurried.store).take(200).entries()).isEqualTo(141);
            assertThat(hurried.articles().getLast().paragraphs()).containsExactly(PAGE_TEXT);
            assertThat(hurried.store.revisits().due(NOW.plus(Duration.ofMinutes(15)), 200))
                    .hasSize(140);
        }

        @Test
        void aPageThatBreaksItsReaderLeavesWhatTheFeedSays() {
            chain.readPagesBy((_, _) -> {
                throw new IllegalStateException("reader bug");
            });
            chain.polled(source, FERRY);
            chain.take();

            assertThat(only().paragraphs()).containsExactly("The ferry ran aground on Monday near Port Ellery.");
        }

        @Test
        void soundsPicturesAndDocumentsAreNotFetched() {
            for (String file : List.of("a.mp3", "b.MP4?x=1", "c.pdf", "d.jpg")) {
                chain.polled(source, Item.of("https://courier.example/" + file, "About " + file, NOW, TEASER));
            }
            chain.take();

            assertThat(chain.articles()).hasSize(4);
            assertThat(chain.pages.asked()).isEmpty();
        }

        @Test
        void aLinkThatHidesWhereItLeadsGivesAHeadlineAloneAndSaysSo() {
            String opaque = "https://news.google.com/rss/articles/CBMiAUAUFVX3lxTE5hYmNkZWZnaGlqa2xtbm9wcXJzdHV2?oc=5";
            chain.polled(
                    source,
                    Item.of(
                            opaque,
                            "Ferry runs aground near Port Ellery - Harbour Post",
                            NOW,
                            "<ol><li>Ferry aground - Harbour Post</li><li>Another headline - Echo</li></ol>"));
            chain.take();

            assertThat(only().title()).isEqualTo("Ferry runs aground near Port Ellery");
            assertThat(only().publisher()).contains("Harbour Post (news.google.com)");
            assertThat(only().paragraphs()).isEmpty();
            assertThat(only().url()).contains(URI.create(opaque));
            assertThat(chain.pages.asked()).isEmpty();
        }

        @Test
        void aLinkWithADetourIsTheLinkBehindIt() {
            chain.pages.answer(LINK, "Ferry runs aground near Port Ellery", PAGE_TEXT);
            chain.polled(source, FERRY.at("https://www.google.com/url?q=https%3A%2F%2Fcourier.example%2Fferry&sa=U"));
            chain.take();
            chain.polled(chain.source("post"), FERRY);
            chain.take();

            assertThat(only().url()).contains(URI.create(LINK));
            assertThat(chain.pages.asked()).containsExactly(LINK);
        }

        @Test
        void aLinkThatAllEntriesShareLeadsToNoneOfThem() {
            chain.polled(
                    source,
                    new Item("1", LINK, "Lighthouse keeper retires", Optional.of(NOW), "He handed over the key."),
                    new Item("2", LINK, "Orchard harvest is early", Optional.of(NOW), "Growers began on Monday."));
            chain.take();

            assertThat(chain.articles()).hasSize(2);
            assertThat(chain.pages.asked()).isEmpty();
        }

        @Test
        void aFeedWithTheWholeTextNeedsNoPageAndNoSecondReading() {
            StringBuilder whole = new StringBuilder();
            for (int n = 1; n <= 4; n++) {
                whole.append("<p>")
                        .append(PAGE_TEXT)
                        .append(" Paragraph ")
                        .append(n)
                        .append(" tells more of the ferry and of its crew.</p>");
            }
            chain.polled(source, FERRY.telling(whole.toString()));
            chain.take();

            assertThat(chain.pages.asked()).isEmpty();
            assertThat(only().paragraphs()).hasSize(4);
            assertThat(planned()).isEmpty();
        }

        @Test
        void aLongTeaserThatEndsInReadMoreIsNotTheWholeText() {
            StringBuilder most = new StringBuilder();
            for (int n = 1; n <= 4; n++) {
                most.append("<p>")
                        .append(PAGE_TEXT)
                        .append(" Paragraph ")
                        .append(n)
                        .append(" tells more.</p>");
            }
            chain.polled(source, FERRY.telling(most + "<p><a href=\"" + LINK + "\">Continue reading</a></p>"));
            chain.take();

            assertThat(chain.pages.asked()).containsExactly(LINK);
        }
    }

    @Test
    void aSourceThatFloodsAtEveryPollIsCappedAndHoldsUpNobody() {
        SourceId flood = chain.source("flood");
        for (int poll = 0; poll < 2; poll++) {
            List<Item> items = new ArrayList<>();
            for (int n = 0; n < 2_000; n++) {
                items.add(
                        Item.of("https://flood.example/" + poll + "/" + n + ".pdf", "Flood " + poll + n, NOW, "Wet."));
            }
            assertThat(chain.polled(flood, false, items).added()).isEqualTo(1_000);
        }
        chain.polled(source, FERRY);
        chain.intake(chain.store).take(20);

        assertThat(chain.titles()).hasSize(20).contains("Ferry runs aground near Port Ellery");
    }

    @Test
    void anInterruptEndsTheRoundAndWhatIsLeftWaitsOn() {
        chain.polled(source, FERRY);
        Thread.currentThread().interrupt();
        try {
            assertThat(chain.take().entries()).isZero();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(chain.take().entries()).isEqualTo(1);
        assertThat(only().id()).isEqualTo(new ArticleId(1));
    }
}
