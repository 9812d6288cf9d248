package news.lede.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import news.lede.article.Revisits.Revisit;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link Revisits} promises. */
public abstract class RevisitsContract extends PortContract {
    private static final Instant NOON = Samples.NOON;

    private static Revisit reading(Article article, Instant due, int round) {
        return new Revisit(
                article.id(),
                due,
                round,
                Optional.of("W/\"a, 'b'\""),
                Optional.empty(),
                Optional.of("Fähre: 'auf' Grund"));
    }

    @Test
    void aPlannedReadingIsDueFromItsInstantOnAndAnsweredAsItWasGiven() {
        Revisit planned = reading(stored("Ferry runs aground"), NOON, 2);
        store.revisits().plan(planned);

        assertThat(store.revisits().due(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(store.revisits().due(NOON, 10)).containsExactly(planned);
    }

    @Test
    void theLongestDueComeFirstAndThenTheFirstStored() {
        Revisit late = reading(stored("Late"), NOON.plusSeconds(1), 1);
        Revisit one = reading(stored("One"), NOON, 1);
        Revisit two = reading(stored("Two"), NOON, 1);
        store.revisits().plan(two);
        store.revisits().plan(late);
        store.revisits().plan(one);

        assertThat(store.revisits().due(NOON.plusSeconds(5), 10)).containsExactly(one, two, late);
        assertThat(store.revisits().due(NOON.plusSeconds(5), 2)).containsExactly(one, two);
    }

    @Test
    void aNewPlanReplacesTheOldOne() {
        Article article = stored("Ferry runs aground");
        store.revisits().plan(reading(article, NOON, 1));
        Revisit next = new Revisit(
                article.id(), NOON.plusSeconds(9), 2, Optional.empty(), Optional.of("Monday"), Optional.empty());
        store.revisits().plan(next);

        assertThat(store.revisits().due(NOON, 10)).isEmpty();
        assertThat(store.revisits().due(NOON.plusSeconds(9), 10)).containsExactly(next);
    }

    @Test
    void whatEndedIsDueNoMoreAndMayEndTwice() {
        Article article = stored("Ferry runs aground");
        Revisit other = reading(stored("Bridge reopens"), NOON, 1);
        store.revisits().plan(reading(article, NOON, 1));
        store.revisits().plan(other);
        store.revisits().end(article.id());
        store.revisits().end(article.id());

        assertThat(store.revisits().due(NOON, 10)).containsExactly(other);
    }

    @Test
    void aPlanBelongsToTheTransactionItIsMadeIn() {
        Article article = stored("Ferry runs aground");

        assertThatThrownBy(() -> store.transactor().inTransaction(() -> {
                    store.revisits().plan(reading(article, NOON, 1));
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        assertThat(store.revisits().due(NOON, 10)).isEmpty();
    }
}
