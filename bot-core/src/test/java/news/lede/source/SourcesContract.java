package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.lede.article.ArticleId;
import news.lede.article.Samples;
import news.lede.community.Communities;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Sources} promises. */
public abstract class SourcesContract extends PortContract {
    @Test
    void theSourceOfImportsIsThereFromTheStart() {
        Source imported = store.sources().imported();

        assertThat(imported.kind()).isEqualTo(SourceKind.IMPORTED);
        assertThat(imported.address()).isEqualTo(Source.IMPORTED_ADDRESS);
        assertThat(store.sources().find(imported.id())).contains(imported);
        assertThat(store.sources().all()).containsExactly(imported);
    }

    @Test
    void anAddressIsOneSourceWhateverItIsCalledLater() {
        Source first = store.sources().addIfAbsent(SourceKind.FEED, "https://a.example/feed", "A");
        Source again = store.sources().addIfAbsent(SourceKind.SITEMAP, "https://a.example/feed", "Another name");

        assertThat(again).isEqualTo(first);
        assertThat(first.title()).isEqualTo("A");
        assertThat(store.sources().findByAddress("https://a.example/feed")).contains(first);
        assertThat(store.sources().find(first.id())).contains(first);
    }

    @Test
    void allAreListedByTitle() {
        Source c = store.sources().addIfAbsent(SourceKind.FEED, "https://c.example", "C");
        Source a = store.sources().addIfAbsent(SourceKind.PAGE, "https://a.example", "A");

        assertThat(store.sources().all()).containsExactly(a, c, store.sources().imported());
    }

    @Test
    void whatAWorkspaceAskedForIsFoundButNeverListed() {
        Source asked = store.sources().addIfAbsent(SourceKind.ASKED, Source.ASKED_ADDRESS + 7, "Links asked for");

        assertThat(store.sources().find(asked.id())).contains(asked);
        assertThat(store.sources().findByAddress("lede:asked:7")).contains(asked);
        assertThat(store.sources().all()).containsExactly(store.sources().imported());
    }

    @Test
    void theUnknownIsNotFound() {
        assertThat(store.sources().find(new SourceId(99))).isEmpty();
        assertThat(store.sources().findByAddress("https://nowhere.example")).isEmpty();
    }

    @Test
    void whoFollowsAPackSeesWhatIsAddedToIt() {
        Workspace workspace = store.communities().workspace("console", "local", "Local");
        SourceId added = source("added");

        store.sources().addToPack(Communities.DEFAULT_PACK, added);
        store.sources().addToPack(Communities.DEFAULT_PACK, added);

        assertThat(store.communities().visibleSources(workspace.id()))
                .containsExactlyInAnyOrder(store.sources().imported().id(), added);
    }

    @Nested
    class GivenASourceIsRemoved {
        @Test
        void itIsNeitherListedNorFoundByItsAddressNorInItsPackButKeepsItsRow() {
            SourceId pier = source("pier");
            store.sources().addToPack("coast", pier);

            assertThat(store.sources().remove(pier, Samples.NOON)).isTrue();

            assertThat(store.sources().all()).containsExactly(store.sources().imported());
            assertThat(store.sources().findByAddress("https://pier.example/feed"))
                    .isEmpty();
            assertThat(store.sources().inPack("coast")).isEmpty();
            assertThat(store.sources().find(pier)).map(Source::title).contains("pier");
        }

        @Test
        void itIsNotPolled() {
            SourceId never = source("never");
            SourceId due = source("due");
            store.pollStates().save(PollState.fresh(due, Samples.NOON));

            store.sources().remove(never, Samples.NOON);
            store.sources().remove(due, Samples.NOON);

            assertThat(store.pollStates().admit(Samples.NOON)).isZero();
            assertThat(store.pollStates().due(Samples.NOON, 10)).isEmpty();
        }

        @Test
        void nobodySeesItThoughTheFollowsAreKept() {
            Workspace workspace = store.communities().workspace("discord", "1", "One");
            SourceId own = source("own");
            SourceId packed = source("packed");
            store.communities().follow(workspace.id(), own);
            store.sources().addToPack(Communities.DEFAULT_PACK, packed);

            store.sources().remove(own, Samples.NOON);
            store.sources().remove(packed, Samples.NOON);

            assertThat(store.communities().visibleSources(workspace.id()))
                    .containsExactly(store.sources().imported().id());
            assertThat(store.communities().ownSources(workspace.id())).isEmpty();

            source("own");
            source("packed");
            assertThat(store.communities().visibleSources(workspace.id())).contains(own, packed);
        }

        @Test
        void addingItAgainBringsItBackAsItIsCalledNow() {
            SourceId pier = source("pier");
            store.sources().remove(pier, Samples.NOON);

            Source back = store.sources().addIfAbsent(SourceKind.PAGE, "https://pier.example/feed", "The Pier");

            assertThat(back).isEqualTo(new Source(pier, SourceKind.PAGE, "https://pier.example/feed", "The Pier"));
            assertThat(store.sources().all()).contains(back);
        }

        @Test
        void removingItAgainDoesNothing() {
            SourceId pier = source("pier");
            store.sources().remove(pier, Samples.NOON);

            assertThat(store.sources().remove(pier, Samples.NOON)).isFalse();
            assertThat(store.sources().remove(new SourceId(99), Samples.NOON)).isFalse();
        }
    }

    @Test
    void theSourceOfImportsCannotBeRemoved() {
        SourceId imported = store.sources().imported().id();

        assertThat(store.sources().remove(imported, Samples.NOON)).isFalse();
        assertThat(store.sources().all()).extracting(Source::id).containsExactly(imported);
    }

    @Test
    void aRenamedSourceKeepsItsAddress() {
        SourceId pier = source("pier");

        store.sources().rename(pier, "The Pier");

        assertThat(store.sources().find(pier))
                .contains(new Source(pier, SourceKind.FEED, "https://pier.example/feed", "The Pier"));
    }

    @Test
    void aSourceMovesToAFreeAddressOnly() {
        SourceId pier = source("pier");
        SourceId quay = source("quay");
        SourceId gone = source("gone");
        store.sources().remove(gone, Samples.NOON);

        assertThat(store.sources().moveTo(pier, "https://quay.example/feed")).isFalse();
        assertThat(store.sources().moveTo(pier, "https://gone.example/feed")).isFalse();
        assertThat(store.sources().moveTo(new SourceId(99), "https://free.example/feed"))
                .isFalse();
        assertThat(store.sources().find(pier)).map(Source::address).contains("https://pier.example/feed");

        assertThat(store.sources().moveTo(pier, "https://pier.example/feed")).isTrue();
        assertThat(store.sources().moveTo(pier, "https://pier.example/rss")).isTrue();
        assertThat(store.sources().findByAddress("https://pier.example/rss"))
                .map(Source::id)
                .contains(pier);
        assertThat(store.sources().findByAddress("https://pier.example/feed")).isEmpty();
        assertThat(store.sources().find(quay)).map(Source::address).contains("https://quay.example/feed");
    }

    @Test
    void aSourceMayBeInSeveralPacks() {
        SourceId pier = source("pier");
        SourceId arbour = source("arbour");
        store.sources().addToPack("coast", pier);
        store.sources().addToPack("coast", arbour);
        store.sources().addToPack("boats", pier);

        assertThat(store.sources().packsOf(pier)).containsExactly("boats", "coast");
        assertThat(store.sources().inPack("coast"))
                .extracting(Source::title)
                .containsExactlyElementsOf(List.of("arbour", "pier"));

        store.sources().removeFromPack("coast", pier);
        store.sources().removeFromPack("coast", pier);

        assertThat(store.sources().packsOf(pier)).containsExactly("boats");
        assertThat(store.sources().inPack("coast")).extracting(Source::id).containsExactly(arbour);
        assertThat(store.sources().inPack("unknown")).isEmpty();
    }

    @Test
    void whoeverFollowsADuplicateFollowsWhatIsKeptAndStillSeesWhatWasReadBefore() {
        SourceId duplicate = source("pier");
        SourceId kept = source("quay");
        WorkspaceId byItself =
                store.communities().workspace("console", "1", "One").id();
        WorkspaceId byPack =
                store.communities().workspace("console", "2", "Two").id();
        WorkspaceId neither =
                store.communities().workspace("console", "3", "Three").id();
        store.communities().follow(byItself, duplicate);
        store.sources().addToPack("coast", duplicate);
        store.communities().followPack(byPack, "coast");
        ArticleId read = stored("Read before", Samples.NOON, duplicate).id();

        assertThat(store.sources().mergeInto(duplicate, "https://quay.example/feed", Samples.NOON))
                .map(Source::id)
                .contains(kept);

        assertThat(store.communities().visibleSources(byItself)).contains(kept).doesNotContain(duplicate);
        assertThat(store.communities().visibleSources(byPack)).contains(kept).doesNotContain(duplicate);
        assertThat(store.communities().visibleSources(neither)).doesNotContain(kept);
        assertThat(store.articles().sourcesOf(read)).containsExactlyInAnyOrder(duplicate, kept);
        assertThat(store.sources().findByAddress("https://pier.example/feed")).isEmpty();
    }

    @Test
    void whatIsKeptComesBackAndNothingIsKeptWhereThereIsNoOther() {
        SourceId pier = source("pier");
        SourceId quay = source("quay");
        store.sources().remove(quay, Samples.NOON);

        assertThat(store.sources().mergeInto(pier, "https://pier.example/feed", Samples.NOON))
                .isEmpty();
        assertThat(store.sources().mergeInto(pier, "https://free.example/feed", Samples.NOON))
                .isEmpty();
        assertThat(store.sources().findByAddress("https://pier.example/feed")).isPresent();

        store.sources().mergeInto(pier, "https://quay.example/feed", Samples.NOON);
        assertThat(store.sources().findByAddress("https://quay.example/feed"))
                .map(Source::id)
                .contains(quay);
    }

    @Test
    void packsAreNamedWhenTheyHoldSomethingThatIsRead() {
        SourceId pier = source("pier");
        store.sources().addToPack("coast", pier);
        store.sources().addToPack("boats", pier);
        SourceId quay = source("quay");
        store.sources().addToPack("empty", quay);
        store.sources().remove(quay, Samples.NOON);

        assertThat(store.sources().packs()).containsExactly("boats", "coast", Communities.DEFAULT_PACK);
    }

    @Test
    void aPackWithholdsWhatWasRemovedWhileInIt() {
        SourceId pier = source("pier");
        store.sources().addToPack("coast", pier);
        String address = "https://pier.example/feed";
        assertThat(store.sources().withheld("coast", address)).isFalse();

        store.sources().remove(pier, Samples.NOON);

        assertThat(store.sources().withheld("coast", address)).isTrue();
        assertThat(store.sources().withheld("boats", address)).isFalse();
        assertThat(store.sources().withheld("coast", "https://unknown.example/"))
                .isFalse();
    }
}
