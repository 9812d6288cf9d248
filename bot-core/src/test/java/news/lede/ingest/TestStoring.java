package news.lede.ingest;

import java.time.InstantSource;
import news.lede.alert.Announcements;
import news.lede.store.Store;
import news.lede.story.StoryGrouping;

/** Wires what stores articles over a store. */
final class TestStoring {
    private TestStoring() {}

    static Storing over(Store store, InstantSource clock) {
        return over(store, store.announcements(), clock);
    }

    static Storing over(Store store, Announcements announcements, InstantSource clock) {
        return new Storing(
                store.transactor(),
                store.articles(),
                store.revisits(),
                store.vectors(),
                store.sources(),
                new StoryGrouping(store.stories(), store.articles()),
                announcements,
                clock);
    }
}
