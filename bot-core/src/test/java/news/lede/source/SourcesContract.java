package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import news.lede.community.Communities;
import news.lede.community.Workspace;
import news.lede.store.PortContract;
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
}
