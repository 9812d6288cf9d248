package news.lede.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What all {@link Followers} promise. */
public abstract class FollowersContract extends PortContract {
    /** Has so much become of an article. */
    private void changes(int count) {
        ArticleId article = stored("Ferry").id();
        SourceId source = source("courier");
        for (int i = 0; i < count; i++) {
            store.articles().seenAgain(article, keys("key " + i), source);
        }
    }

    private List<Long> kept() {
        return store.articles().changes(0, 100).stream()
                .map(ArticleChange::number)
                .toList();
    }

    @Test
    void whatNobodyFollowsIsKept() {
        changes(3);

        assertThat(store.followers().forget(100)).isZero();

        assertThat(kept()).hasSize(3);
        assertThat(store.articles().firstChange()).isEqualTo(kept().getFirst());
    }

    @Test
    void whatEverybodyHasFollowedIsForgotten() {
        changes(5);
        List<Long> all = kept();
        store.followers().followed("one", all.get(4));
        store.followers().followed("two", all.get(2));

        assertThat(store.followers().forget(100)).isEqualTo(2);

        assertThat(kept()).isEqualTo(all.subList(2, 5));
        assertThat(store.articles().firstChange()).isEqualTo(all.get(2));
        assertThat(store.articles().lastChange()).isEqualTo(all.get(4));
    }

    @Test
    void whoeverComesFurtherOrLeavesLetsMoreGo() {
        changes(5);
        List<Long> all = kept();
        store.followers().followed("one", all.get(1));
        store.followers().followed("two", all.get(0));
        assertThat(store.followers().forget(100)).isZero();

        store.followers().followed("one", all.get(3));
        store.followers().left("two");

        assertThat(store.followers().forget(100)).isEqualTo(3);
        assertThat(kept()).isEqualTo(all.subList(3, 5));
    }

    @Test
    void theLatestStaysAndNoMoreGoesThanWasAskedFor() {
        changes(5);
        List<Long> all = kept();
        store.followers().followed("one", all.get(4) + 100);

        assertThat(store.followers().forget(3)).isEqualTo(3);
        assertThat(store.followers().forget(3)).isEqualTo(1);
        assertThat(store.followers().forget(3)).isZero();

        assertThat(kept()).containsExactly(all.get(4));
    }

    @Test
    void inAnEmptyStoreThereIsNothingToForget() {
        store.followers().followed("one", 0);

        assertThat(store.followers().forget(100)).isZero();
        assertThat(store.articles().firstChange()).isZero();
    }
}
