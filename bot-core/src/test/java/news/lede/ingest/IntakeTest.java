package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import news.lede.alert.Announcements;
import news.lede.alert.Announcements.Announcement;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.NewArticle;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.story.StoryId;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final SourceId source = store.sources().imported().id();
    private final Intake intake = intake(store.announcements());

    private Intake intake(Announcements announcements) {
        return new Intake(TestStoring.over(store, announcements, new SettableClock(NOW)));
    }

    private static Draft draft(String title, Optional<String> url, Optional<String> guid, String text) {
        return new Draft(
                new NewArticle(
                        title,
                        Optional.of("Tidewire"),
                        url.map(URI::create),
                        List.of(text),
                        NOW,
                        false,
                        Language.ENGLISH,
                        OptionalInt.empty()),
                guid);
    }

    private static Draft draft(String title) {
        return draft(
                title,
                Optional.empty(),
                Optional.empty(),
                title + " was told in the town on Monday by people who had been there and saw all of it happen.");
    }

    @Nested
    class GivenAPageThatListsOthers {
        private final Bundle page = Bundle.page(
                draft("Tunnel vote in Port Ellery"),
                List.of(draft("Museum finds lost charts"), draft("Bakery queue grows in Larkhaven")));

        @Test
        void thenAllAreStoredAndTheListingIsKept() {
            Intake.Stored stored = intake.store(page, source);

            assertThat(stored.added()).hasSize(3);
            ArticleId main = stored.added().getFirst();
            assertThat(store.articles().listers(stored.added().get(1))).containsExactly(main);
            assertThat(store.articles().listers(stored.added().get(2))).containsExactly(main);
            assertThat(store.articles().listers(main)).isEmpty();
        }

        @Test
        void thenEachIsInAStoryThatIsAnnounced() {
            Intake.Stored stored = intake.store(page, source);

            assertThat(stored.added())
                    .allSatisfy(a -> assertThat(store.stories().storyOf(a)).isPresent());
            assertThat(store.announcements().after(0, 10))
                    .extracting(Announcement::created)
                    .hasSize(3)
                    .containsOnly(NOW);
        }

        @Test
        void thenTheSameAgainChangesNothing() {
            intake.store(page, source);

            Intake.Stored again = intake.store(page, source);

            assertThat(again.added()).isEmpty();
            assertThat(again.known()).hasSize(3);
            assertThat(again.changed()).isEmpty();
            assertThat(store.articles().count()).isEqualTo(3);
            assertThat(store.announcements().after(0, 10)).hasSize(3);
        }

        @Test
        void thenFromAnotherSourceTheKnownOnesAreChanged() {
            intake.store(page, source);
            SourceId other = store.sources()
                    .addIfAbsent(SourceKind.FEED, "https://tidewire.example/rss", "Tidewire")
                    .id();

            Intake.Stored again = intake.store(page, other);

            assertThat(again.changed()).isEqualTo(again.known()).hasSize(3);
            assertThat(store.articles().sourcesOf(again.known().getFirst())).containsExactlyInAnyOrder(source, other);
        }

        @Test
        void thenAFailureInTheMiddleLeavesNothing() {
            Intake failing = intake(new FailingAnnouncements(2));

            assertThatThrownBy(() -> failing.store(page, source)).hasMessage("no more room");
            assertThat(store.articles().count()).isZero();
        }
    }

    @Nested
    class GivenAFeed {
        @Test
        void whenItsEntriesShareALink_thenTheyAreArticlesOfTheirOwn() {
            Optional<String> link = Optional.of("https://tidewire.example/today");
            Bundle feed = Bundle.feed(List.of(
                    draft("Lighthouse keeper retires", link, Optional.of("1"), "He handed over the key on Sunday."),
                    draft("Orchard harvest is early", link, Optional.of("2"), "Growers began to pick on Monday.")));

            assertThat(intake.store(feed, source).added()).hasSize(2);
        }

        @Test
        void whenAnEntryComesAgainWithANewText_thenItsIdentifierTellsThatItIsKnown() {
            Bundle first = Bundle.feed(List.of(draft("Storm nears", Optional.empty(), Optional.of("s"), "It comes.")));
            Bundle second = Bundle.feed(List.of(draft("Storm here", Optional.empty(), Optional.of("s"), "It came.")));
            intake.store(first, source);

            assertThat(intake.store(second, source).known()).hasSize(1);
        }

        @Test
        void whenOneEntryCannotBeStored_thenThoseBeforeItStay() {
            Bundle feed = Bundle.feed(List.of(
                    draft("Tunnel vote in Port Ellery"),
                    draft("Museum finds lost charts"),
                    draft("Bakery queue grows in Larkhaven")));
            Intake failing = intake(new NoRoomForASecond());

            assertThatThrownBy(() -> failing.store(feed, source)).hasMessage("no more room");
            assertThat(store.articles().after(new ArticleId(0), 10))
                    .extracting(Article::title)
                    .containsExactly("Tunnel vote in Port Ellery");
        }

        @Test
        void whenATransactionOfSeveralFailsOnce_thenEachIsStoredByItself() {
            Bundle feed = Bundle.feed(List.of(draft("Tunnel vote in Port Ellery"), draft("Museum finds lost charts")));
            Intake failing = intake(new FailingAnnouncements(1));

            assertThat(failing.store(feed, source).added()).hasSize(2);
            assertThat(store.articles().after(new ArticleId(0), 10))
                    .extracting(Article::title)
                    .containsExactly("Tunnel vote in Port Ellery", "Museum finds lost charts");
        }
    }

    @Nested
    class GivenSeveralBundles {
        private final List<Bundle> bundles = List.of(
                Bundle.page(draft("Tunnel vote in Port Ellery"), List.of(draft("Museum finds lost charts"))),
                Bundle.feed(List.of(draft("Tunnel vote in Port Ellery"), draft("Bakery queue grows in Larkhaven"))),
                Bundle.feed(List.of()),
                Bundle.page(draft("Orchard harvest is early"), List.of()));

        @Test
        void thenWhatCameOfEachIsTold() {
            List<Intake.Stored> stored = intake.store(bundles, source);

            assertThat(stored).extracting(each -> each.added().size()).containsExactly(2, 1, 0, 1);
            assertThat(stored).extracting(each -> each.known().size()).containsExactly(0, 1, 0, 0);
        }

        @Test
        void whenOneCannotBeStored_thenThoseBeforeItStayWhole() {
            Intake failing = intake(new NoRoomForASecond());

            assertThatThrownBy(() -> failing.store(bundles.reversed(), source)).hasMessage("no more room");
            assertThat(store.articles().after(new ArticleId(0), 10))
                    .extracting(Article::title)
                    .containsExactly("Orchard harvest is early");
        }

        @Test
        void whenThereAreMoreThanATransactionTakes_thenAllAreStoredInOrder() {
            List<Bundle> many = IntStream.range(0, 3 * Storing.AT_ONCE + 1)
                    .mapToObj(i -> Bundle.page(draft("Parcel number " + i + " arrives"), List.of()))
                    .toList();

            assertThat(intake.store(many, source))
                    .allMatch(stored -> stored.added().size() == 1);
            assertThat(store.articles().after(new ArticleId(0), many.size()))
                    .extracting(Article::title)
                    .startsWith("Parcel number 0 arrives", "Parcel number 1 arrives")
                    .endsWith("Parcel number " + (many.size() - 1) + " arrives");
        }
    }

    /** Fails for what would be the second article in the store, however often it is tried. */
    private final class NoRoomForASecond implements Announcements {
        @Override
        public void announce(StoryId announced, int revision, Instant at) {
            if (store.articles().count() == 2) {
                throw new IllegalStateException("no more room");
            }
        }

        @Override
        public List<Announcement> after(long after, int limit) {
            return List.of();
        }
    }

    /** Takes so many announcements, then fails once. */
    private static final class FailingAnnouncements implements Announcements {
        private int room;

        FailingAnnouncements(int room) {
            this.room = room;
        }

        @Override
        public void announce(StoryId story, int revision, Instant at) {
            if (room-- == 0) {
                throw new IllegalStateException("no more room");
            }
        }

        @Override
        public List<Announcement> after(long after, int limit) {
            return List.of();
        }
    }
}
