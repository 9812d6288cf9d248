package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleVersion;
import news.lede.article.Revisits.Revisit;
import news.lede.ingest.PageReader.PageReading;
import news.lede.ingest.TestFeed.Item;
import news.lede.source.SourceId;
import news.lede.story.Change;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of articles whose publishers change them: in the feed, and on the page. */
class EditedEntriesTest {
    private static final Instant NOW = TestChain.NOW;
    private static final String LINK = "https://courier.example/ferry";
    private static final String TITLE = "Ferry runs aground near Port Ellery";
    private static final String TEASER = "The ferry ran aground on Monday near Port Ellery.";
    private static final String FIRST = "The ferry Alma ran aground on Monday near Port Ellery with ninety people on"
            + " board, the harbour master said, and all of them were brought ashore by noon.";
    private static final String SECOND = "Two of the crew were taken to the hospital of Larkhaven with broken arms.";
    private static final String CORRECTED = FIRST.replace("ninety", "seventy");
    private static final Item FERRY = Item.of(LINK, TITLE, NOW, TEASER);

    private final TestChain chain = new TestChain();
    private final SourceId source = chain.source("courier");

    private Article ferry() {
        assertThat(chain.articles()).hasSize(1);
        return chain.articles().getFirst();
    }

    private List<ArticleVersion> versions() {
        return chain.store.articles().versions(ferry().id());
    }

    private List<Revisit> planned() {
        return chain.store.revisits().due(NOW.plus(Duration.ofDays(300)), 100);
    }

    private Revisiting.Reread reread() {
        return new Revisiting(TestStoring.over(chain.store, chain.clock), chain.reading(chain.store), chain.pages)
                .due(10);
    }

    private void stored(Item item) {
        chain.polled(source, item);
        chain.take();
    }

    @Nested
    class WhenTheFeedChangesIt {
        @Test
        void anotherHeadlineIsAVersionAndNoNews() {
            stored(FERRY);
            chain.store.vectors().putArticle("model", ferry().id(), new float[] {1});
            chain.clock.advance(Duration.ofMinutes(20));
            stored(FERRY.titled("Ferry runs aground near Port Ellery, two hurt"));

            assertThat(ferry().title()).isEqualTo("Ferry runs aground near Port Ellery, two hurt");
            assertThat(versions())
                    .extracting(ArticleVersion::version, ArticleVersion::title, ArticleVersion::seen)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, TITLE, NOW),
                            org.assertj.core.groups.Tuple.tuple(
                                    2,
                                    "Ferry runs aground near Port Ellery, two hurt",
                                    NOW.plus(Duration.ofMinutes(20))));
            assertThat(chain.announced()).isEqualTo(1);
            assertThat(chain.store.vectors().missing("model", 5)).containsExactly(ferry().id());
        }

        @Test
        void theChangedArticleIsNamedToBeIndexedAnew() {
            stored(FERRY);
            chain.polled(source, FERRY.titled("Ferry aground: two hurt"));

            assertThat(chain.take().changed()).containsExactly(ferry().id());
        }

        @Test
        void caseSpacesMarksAndTrackingAreNoVersion() {
            stored(FERRY);
            stored(FERRY.titled("FERRY  runs aground near Port Ellery!"));
            stored(FERRY.telling("<p>The ferry ran aground, on Monday, near   <b>Port Ellery</b></p>"));
            stored(FERRY.telling(TEASER + "<img src=\"https://count.example/?utm_source=rss\">"));

            assertThat(versions()).isEmpty();
            assertThat(ferry().title()).isEqualTo(TITLE);
        }

        @Test
        void anotherTextIsAVersion() {
            stored(FERRY);
            stored(FERRY.telling("The ferry was towed free on Tuesday, its owner told the port."));

            assertThat(ferry().paragraphs())
                    .containsExactly("The ferry was towed free on Tuesday, its owner told the port.");
            assertThat(versions()).hasSize(2);
        }

        @Test
        void aTeaserNeverReplacesTheTextOfThePage() {
            chain.pages.answer(LINK, TITLE, FIRST, SECOND);
            stored(FERRY);
            chain.pages.answer(LINK, new PageReading.Closed(PageReader.Reason.WALL, "subscribers only"));
            stored(FERRY.telling("The ferry Alma ran aground on Monday near Port Ellery."));
            stored(FERRY.telling("Ferry owner speaks."));

            assertThat(ferry().paragraphs()).containsExactly(FIRST, SECOND);
            assertThat(versions()).isEmpty();
        }

        @Test
        void withAnotherHeadlineATeaserChangesTheHeadlineAlone() {
            chain.pages.answer(LINK, TITLE, FIRST, SECOND);
            stored(FERRY);
            chain.pages.answer(LINK, new PageReading.Later(Optional.empty(), "status 503"));
            stored(FERRY.titled("Two hurt as ferry runs aground"));

            assertThat(ferry().title()).isEqualTo("Two hurt as ferry runs aground");
            assertThat(ferry().paragraphs()).containsExactly(FIRST, SECOND);
        }

        @Test
        void thePageIsReadAgainAndItsTextIsTheVersion() {
            chain.pages.answer(LINK, TITLE, FIRST, SECOND);
            stored(FERRY);
            chain.pages.answer(LINK, TITLE, CORRECTED, SECOND);
            stored(FERRY.telling("The ferry ran aground on Monday. Corrected number."));

            assertThat(ferry().paragraphs()).containsExactly(CORRECTED, SECOND);
            assertThat(versions()).hasSize(2);
            assertThat(chain.pages.asked()).hasSize(2);
        }

        @Test
        void aSourceAmongOthersMayRetitleButNotFillInItsOwnText() {
            stored(FERRY);
            SourceId closed = chain.source("subscribers");
            chain.polled(closed, FERRY);
            chain.take();
            chain.polled(closed, FERRY.telling(FIRST + " " + SECOND));
            chain.take();

            assertThat(ferry().paragraphs()).containsExactly(TEASER);
        }
    }

    @Nested
    class WhenThePageIsReadAgain {
        private void storedWithPage() {
            chain.pages.answer(LINK, "Ferry Alma aground", FIRST, SECOND);
            stored(FERRY);
        }

        @Test
        void nothingIsReadBeforeItsTime() {
            storedWithPage();
            chain.clock.advance(Duration.ofMinutes(59));

            assertThat(reread().pages()).isZero();
            assertThat(chain.pages.asked()).hasSize(1);
        }

        @Test
        void itHappensAfterOneSixAndTwentyFourHoursAndThenNeverAgain() {
            storedWithPage();
            for (int hours : new int[] {1, 6, 24}) {
                assertThat(planned()).extracting(Revisit::due).containsExactly(NOW.plus(Duration.ofHours(hours)));
                chain.clock.set(NOW.plus(Duration.ofHours(hours)));
                assertThat(reread()).isEqualTo(new Revisiting.Reread(1, List.of()));
            }

            assertThat(planned()).isEmpty();
            assertThat(chain.pages.asked()).hasSize(4);
            assertThat(versions()).isEmpty();
        }

        @Test
        void theLastValidatorsAreSentAndAnUnchangedPageKeepsThem() {
            storedWithPage();
            chain.pages.answer(LINK, new PageReading.Unchanged());
            chain.clock.advance(Duration.ofHours(1));
            reread();
            chain.clock.advance(Duration.ofHours(5));
            reread();

            assertThat(chain.pages.sent().subList(1, 3)).containsOnly(TestPages.TAG);
            assertThat(planned())
                    .extracting(Revisit::round, Revisit::headline)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(3, Optional.of("Ferry Alma aground")));
        }

        @Test
        void aCorrectedTextIsAVersionAndKeepsTheHeadlineOfTheFeed() {
            storedWithPage();
            chain.pages.answer(LINK, "Ferry Alma aground", CORRECTED, SECOND);
            chain.clock.advance(Duration.ofHours(1));

            assertThat(reread().changed()).containsExactly(ferry().id());
            assertThat(ferry().paragraphs()).containsExactly(CORRECTED, SECOND);
            assertThat(ferry().title()).isEqualTo(TITLE);
            assertThat(versions()).extracting(ArticleVersion::seen).containsExactly(NOW, NOW.plus(Duration.ofHours(1)));
            assertThat(chain.announced()).as("the article, and the correction").isEqualTo(2);
        }

        @Test
        void aHeadlineThatThePageChangedIsAVersion() {
            storedWithPage();
            chain.pages.answer(LINK, "Correction: ferry Alma aground, two hurt", FIRST, SECOND);
            chain.clock.advance(Duration.ofHours(1));
            reread();

            assertThat(ferry().title()).isEqualTo("Correction: ferry Alma aground, two hurt");
            assertThat(versions()).hasSize(2);
        }

        @Test
        void aPageThatBeginsToAskForPaymentTakesNothingAway() {
            storedWithPage();
            chain.pages.answer(LINK, "Ferry Alma aground", "The ferry Alma ran aground on Monday.");
            chain.clock.advance(Duration.ofHours(1));
            reread();

            assertThat(ferry().paragraphs()).containsExactly(FIRST, SECOND);
            assertThat(versions()).isEmpty();
        }

        @Test
        void aParagraphThatThePublisherTookBackIsAVersion() {
            storedWithPage();
            chain.pages.answer(LINK, "Ferry Alma aground", FIRST);
            chain.clock.advance(Duration.ofHours(1));
            reread();

            assertThat(ferry().paragraphs()).containsExactly(FIRST);
            assertThat(versions()).hasSize(2);
        }

        @Test
        void whatCouldNotBeReadAtFirstIsCompletedWithoutAVersion() {
            chain.pages.answer(LINK, new PageReading.Later(Optional.empty(), "status 503"));
            stored(FERRY);
            chain.pages.answer(LINK, "Ferry Alma aground", FIRST, SECOND);
            chain.clock.advance(Duration.ofMinutes(15));

            assertThat(reread().changed()).containsExactly(ferry().id());
            assertThat(ferry().paragraphs()).containsExactly(FIRST, SECOND);
            assertThat(ferry().title()).isEqualTo(TITLE);
            assertThat(versions()).isEmpty();
            assertThat(planned())
                    .extracting(Revisit::due, Revisit::round)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(NOW.plus(Duration.ofHours(1)), 1));
        }

        @Test
        void troubleWaitsForTheNextTimeAndAtLastGivesUp() {
            chain.pages.answer(LINK, new PageReading.Later(Optional.empty(), "status 503"));
            stored(FERRY);
            int readings = 0;
            while (!planned().isEmpty()) {
                chain.clock.set(planned().getFirst().due());
                readings += reread().pages();
            }

            assertThat(readings).isEqualTo(4);
            assertThat(chain.clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(24)));
            assertThat(ferry().paragraphs()).containsExactly(TEASER);
        }

        @Test
        void aHostsWishIsHonoured() {
            storedWithPage();
            chain.pages.answer(LINK, new PageReading.Later(Optional.of(Duration.ofHours(8)), "status 429"));
            chain.clock.advance(Duration.ofHours(1));
            reread();

            assertThat(planned()).extracting(Revisit::due).containsExactly(NOW.plus(Duration.ofHours(9)));
        }

        @Test
        void whatTimePassedOverIsNotMadeUpFor() {
            storedWithPage();
            chain.clock.advance(Duration.ofHours(20));
            reread();

            assertThat(chain.pages.asked()).hasSize(2);
            assertThat(planned()).extracting(Revisit::due).containsExactly(NOW.plus(Duration.ofHours(24)));
        }

        private List<Change> changes() {
            return chain.store
                    .stories()
                    .revisions(chain.store.stories().storyOf(ferry().id()).orElseThrow())
                    .getLast()
                    .changes();
        }

        @Test
        void aPageThatIsGoneTwiceInARowWasWithdrawnWhichIsToldOnce() {
            storedWithPage();
            chain.pages.answer(LINK, new PageReading.Gone(410));
            chain.clock.advance(Duration.ofHours(1));
            reread();
            assertThat(planned()).extracting(Revisit::due).containsExactly(NOW.plus(Duration.ofHours(2)));
            assertThat(chain.announced()).isEqualTo(1);

            chain.clock.advance(Duration.ofHours(1));
            reread();

            assertThat(planned()).isEmpty();
            assertThat(changes()).containsExactly(new Change.Withdrawn(410));
            assertThat(chain.announced()).isEqualTo(2);
            assertThat(ferry().paragraphs()).containsExactly(FIRST, SECOND);
        }

        @Test
        void aSlipOfTheServerIsNoWithdrawal() {
            storedWithPage();
            chain.pages.answer(LINK, new PageReading.Gone(404));
            chain.clock.advance(Duration.ofHours(1));
            reread();
            chain.pages.answer(LINK, "Ferry Alma aground", FIRST, SECOND);
            chain.clock.advance(Duration.ofHours(1));
            reread();

            assertThat(changes()).hasExactlyElementsOfTypes(Change.FirstReport.class);
            assertThat(planned()).extracting(Revisit::due).containsExactly(NOW.plus(Duration.ofHours(6)));
        }

        @Test
        void anOverviewInItsPlaceChangesNothing() {
            storedWithPage();
            chain.pages.answer(LINK, "All our stories", "Markets rose. The weather stays fine in the west.");
            chain.clock.advance(Duration.ofHours(1));
            reread();

            assertThat(planned()).isEmpty();
            assertThat(versions()).isEmpty();
        }
    }
}
