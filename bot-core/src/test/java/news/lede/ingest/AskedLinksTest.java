package news.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKeys;
import news.lede.article.NewArticle;
import news.lede.community.WorkspaceId;
import news.lede.extract.DocumentExtractor;
import news.lede.fetch.FakeWeb;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Fetcher;
import news.lede.fetch.Validators;
import news.lede.ingest.AskedLinks.Result;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AskedLinksTest {
    private static final URI LINK = URI.create("https://courier.example/ferry-aground");
    private static final String TITLE = "Ferry runs aground near Port Ellery";
    private static final List<String> TEXT = List.of(
            "A ferry ran aground in fog near Port Ellery on Sunday with 120 passengers on board, the harbour master said,"
                    + " and all of them were brought ashore by noon.",
            "Two of the crew were taken to the hospital of Larkhaven with broken arms, its spokeswoman told the Courier.",
            "Divers will look at the hull on Tuesday before tugs try to pull the ship off the sand bank, where it has been"
                    + " lying since the early morning. Nobody could say how it left the channel in calm weather.");

    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();

    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final Storing storing = TestStoring.over(store, clock);
    private final FakeWeb web = new FakeWeb();
    private int indexed;
    private final AskedLinks links = over(web);
    private final WorkspaceId ours =
            store.communities().workspace("test", "1", "Ours").id();
    private final WorkspaceId theirs =
            store.communities().workspace("test", "2", "Theirs").id();

    private AskedLinks over(Fetcher fetcher) {
        return new AskedLinks(
                fetcher,
                EXTRACTOR::extract,
                _ -> Optional.of(Language.ENGLISH),
                storing,
                store.sources(),
                store.communities(),
                () -> indexed++);
    }

    private static String page(String head, List<String> text) {
        return "<!DOCTYPE html><html lang=\"en\"><head><title>" + TITLE + "</title>" + head
                + "</head><body><article><h1>" + TITLE + "</h1><p>" + String.join("</p><p>", text)
                + "</p></article></body></html>";
    }

    private static Fetched answer(URI address, String type, String body) {
        return new Fetched(
                address,
                Optional.empty(),
                body.getBytes(UTF_8),
                Optional.of(type),
                Optional.of("utf-8"),
                Validators.NONE,
                Optional.empty());
    }

    private Result.Found found(URI link, WorkspaceId workspace) {
        Result result = links.read(link, workspace);
        assertThat(result).isInstanceOf(Result.Found.class);
        return (Result.Found) result;
    }

    private Article article(Result.Found found) {
        return store.articles().find(found.article()).orElseThrow();
    }

    private boolean sees(WorkspaceId workspace, ArticleId article) {
        return !store.articles()
                .visible(List.of(article), store.communities().visibleSources(workspace))
                .isEmpty();
    }

    private SourceId privateFeed(WorkspaceId of) {
        SourceId feed = store.sources()
                .addIfAbsent(SourceKind.FEED, "https://courier.example/members.rss?key=s3", "Courier for members")
                .id();
        store.communities().follow(of, feed);
        return feed;
    }

    private ArticleId carried(SourceId feed, URI link, List<String> text) {
        NewArticle article = new NewArticle(
                TITLE,
                Optional.of("The Courier"),
                Optional.of(link),
                text,
                clock.instant(),
                false,
                Language.ENGLISH,
                java.util.OptionalInt.empty());
        return storing.inTransaction(() -> storing.store(
                        article, ArticleKeys.of(article, feed, Optional.empty()), feed, Storing.News.ANNOUNCED))
                .article();
    }

    @Nested
    class GivenAPageNobodyHas {
        @Test
        void itsArticleIsKeptAsThatOfWhoAskedAlone() {
            web.put(LINK.toString(), page("", TEXT));

            Result.Found found = found(LINK, ours);

            assertThat(article(found).title()).isEqualTo(TITLE);
            assertThat(article(found).paragraphs()).isEqualTo(TEXT);
            assertThat(article(found).url()).contains(LINK);
            assertThat(article(found).publisher()).contains("courier.example");
            assertThat(sees(ours, found.article())).isTrue();
            assertThat(sees(theirs, found.article())).isFalse();
            assertThat(store.stories().storyOf(found.article())).isPresent();
        }

        @Test
        void nobodyIsToldAndNothingIsListed() {
            web.put(LINK.toString(), page("", TEXT));

            found(LINK, ours);

            assertThat(store.announcements().after(0, 10)).isEmpty();
            assertThat(store.sources().all()).containsExactly(store.sources().imported());
            assertThat(indexed).isEqualTo(1);
        }

        @Test
        void aWrappedLinkIsUnwrappedFirst() {
            web.put(LINK.toString(), page("", TEXT));

            found(URI.create("https://www.google.com/url?q=" + LINK), ours);

            assertThat(web.asked()).containsExactly(LINK.toString());
        }

        @Test
        void whatTellsHowAReaderCameIsLeftOutOfTheAddressThatOthersMaySee() {
            URI shared = URI.create(LINK + "?gift=abc123");
            web.put(shared.toString(), page("<link rel=\"canonical\" href=\"" + LINK + "\">", TEXT));

            assertThat(article(found(shared, ours)).url()).contains(LINK);
        }

        @Test
        void aPageCannotClaimTheAddressOfAnother() {
            ArticleId rival = carried(
                    privateFeed(theirs), URI.create("https://courier.example/dam-breaks"), List.of("The dam broke."));
            web.put(
                    LINK.toString(),
                    page("<link rel=\"canonical\" href=\"https://courier.example/dam-breaks\">", TEXT));

            Result.Found found = found(LINK, ours);

            assertThat(found.article()).isNotEqualTo(rival);
            assertThat(article(found).url()).contains(LINK);
            assertThat(sees(ours, rival)).isFalse();
        }

        @Test
        void itIsReadAgainForCorrectionsAsWhatReadersWereTold() {
            web.put(LINK.toString(), page("", TEXT));

            Result.Found found = found(LINK, ours);

            clock.advance(java.time.Duration.ofHours(1));
            assertThat(store.revisits().due(clock.instant(), 10))
                    .extracting(due -> due.article())
                    .containsExactly(found.article());
        }
    }

    @Nested
    class GivenAnotherWorkspaceAskedBefore {
        @Test
        void theSameArticleIsSeenThroughASourceOfTheirOwn() {
            web.put(LINK.toString(), page("", TEXT));
            Result.Found first = found(LINK, ours);

            Result.Found second = found(LINK, theirs);

            assertThat(second.article()).isEqualTo(first.article());
            assertThat(second.source()).isNotEqualTo(first.source());
            assertThat(store.articles().count()).isEqualTo(1);
            assertThat(sees(theirs, second.article())).isTrue();
            assertThat(indexed).isEqualTo(2);
        }

        @Test
        void thePageIsAskedForOnceMoreSoThatTheTimeItTakesTellsNothing() {
            web.put(LINK.toString(), page("", TEXT));
            found(LINK, ours);

            found(LINK, theirs);

            assertThat(web.asked()).hasSize(2);
        }

        @Test
        void aPageThatChangedMeanwhileHasTheLastWord() {
            web.put(LINK.toString(), page("", TEXT));
            ArticleId article = found(LINK, ours).article();
            List<String> later = List.of(TEXT.get(0).replace("120", "140"), TEXT.get(1), TEXT.get(2));
            web.put(LINK.toString(), page("", later));

            Result.Found found = found(LINK, theirs);

            assertThat(found.article()).isEqualTo(article);
            assertThat(article(found).paragraphs()).isEqualTo(later);
        }

        @Test
        void aFeedThatCarriesItLaterTellsItsFollowers() {
            web.put(LINK.toString(), page("", TEXT));
            ArticleId asked = found(LINK, ours).article();

            ArticleId carried = carried(privateFeed(theirs), LINK, List.of(TEXT.getFirst()));

            assertThat(carried).isEqualTo(asked);
            assertThat(store.announcements().after(0, 10)).hasSize(1);
        }
    }

    @Nested
    class GivenAFeedOfOthersCarriesTheArticle {
        @Test
        void itBecomesVisibleWhenThePageTellsEverybodyTheSame() {
            ArticleId known = carried(privateFeed(theirs), LINK, TEXT);
            web.put(LINK.toString(), page("", TEXT));

            assertThat(found(LINK, ours).article()).isEqualTo(known);
            assertThat(web.asked()).hasSize(1);
        }

        @Test
        void whatTheirFeedTellsThemAloneStaysTheirs() {
            List<String> forMembers = new ArrayList<>(TEXT);
            forMembers.add(
                    "Members read first: owner Casimir Holt sold his shares in the line a week before, papers show,"
                            + " and the insurer Brandt Mutual had refused to renew its policy after two earlier groundings.");
            ArticleId known = carried(privateFeed(theirs), LINK, forMembers);
            web.put(LINK.toString(), page("", TEXT));

            Result.Found found = found(LINK, ours);

            assertThat(found.article()).isNotEqualTo(known);
            assertThat(article(found).paragraphs()).isEqualTo(TEXT);
            assertThat(sees(ours, known)).isFalse();
            assertThat(found(LINK, ours).article()).isEqualTo(found.article());
        }

        @Test
        void aTeaserGrowsIntoWhatThePageTells() {
            ArticleId known = carried(privateFeed(theirs), LINK, List.of(TEXT.getFirst()));
            web.put(LINK.toString(), page("", TEXT));

            Result.Found found = found(LINK, ours);

            assertThat(found.article()).isEqualTo(known);
            assertThat(article(found).paragraphs()).isEqualTo(TEXT);
        }

        @Test
        void aWallHidesItWhoeverHasIt() {
            carried(privateFeed(theirs), LINK, TEXT);
            web.put(LINK.toString(), new Status(402));

            assertThat(links.read(LINK, ours)).isEqualTo(new Result.Failed(LINK, new Status(402)));
        }
    }

    @Nested
    class GivenThereIsNoArticle {
        @Test
        void aHomePageIsNotAsked() {
            URI home = URI.create("https://courier.example/");

            assertThat(links.read(home, ours)).isEqualTo(new Result.Closed(home, PageReader.Reason.NO_ARTICLE));
            assertThat(web.asked()).isEmpty();
        }

        @Test
        void aLinkThatHidesWhereItLeadsIsNotAsked() {
            URI hidden = URI.create("https://news.google.com/rss/articles/CBMiabcdefghijklmnop?oc=5");

            assertThat(links.read(hidden, ours)).isEqualTo(new Result.Hidden(hidden));
            assertThat(web.asked()).isEmpty();
        }

        @Test
        void aFileIsNoPage() {
            web.put(LINK.toString(), answer(LINK, "application/pdf", "%PDF-1.7"));

            assertThat(links.read(LINK, ours)).isEqualTo(new Result.Closed(LINK, PageReader.Reason.NO_PAGE));
        }

        @Test
        void moreThanAPageHoldsIsNotRead() {
            web.put(LINK.toString(), page("", TEXT) + " ".repeat(5 * 1024 * 1024));

            assertThat(links.read(LINK, ours)).isEqualTo(new Result.Closed(LINK, PageReader.Reason.TOO_LARGE));
        }

        @Test
        void aLinkThatLeadsHomeHasNone() {
            web.put(LINK.toString(), answer(URI.create("https://courier.example/"), "text/html", page("", TEXT)));

            assertThat(links.read(LINK, ours)).isEqualTo(new Result.Closed(LINK, PageReader.Reason.NO_ARTICLE));
        }

        @Test
        void nothingIsKept() {
            web.put(LINK.toString(), new Status(404));

            links.read(LINK, ours);

            assertThat(store.articles().count()).isZero();
            assertThat(store.communities().ownSources(ours)).isEmpty();
        }
    }

    @Test
    void whoComesWhileTwoPagesAreBeingReadIsToldToTryAgain() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch answered = new CountDownLatch(1);
        AskedLinks slow = over(new Fetcher() {
            @Override
            public FetchOutcome fetch(FetchRequest request) {
                asked.countDown();
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Status(404);
            }

            @Override
            public void close() {}
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Result>> waiting =
                    List.of(threads.submit(() -> slow.read(LINK, ours)), threads.submit(() -> slow.read(LINK, theirs)));
            asked.await();

            assertThat(slow.read(LINK, ours)).isEqualTo(new Result.Busy());

            answered.countDown();
            for (Future<Result> one : waiting) {
                assertThat(one.get()).isEqualTo(new Result.Failed(LINK, new Status(404)));
            }
            assertThat(slow.read(LINK, ours)).isEqualTo(new Result.Failed(LINK, new Status(404)));
        }
    }
}
