package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Queue<Runnable> pool = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Lanes lanes = new Lanes(pool::add, 3);

    private void runAll() {
        for (Runnable work = pool.poll(); work != null; work = pool.poll()) {
            work.run();
        }
    }

    @Test
    void workOfOneKeyRunsInOrderOnOneThreadAtATime() {
        lanes.offer("a", () -> done.add("a1"));
        lanes.offer("a", () -> done.add("a2"));
        lanes.offer("b", () -> done.add("b1"));

        assertThat(pool).hasSize(2);
        runAll();
        assertThat(done).containsExactly("a1", "a2", "b1");
    }

    @Test
    void beyondItsCapacityItSaysNo_andThereIsRoomAgainWhenWorkIsDone() {
        for (int i = 0; i < 3; i++) {
            assertThat(lanes.offer("a", () -> done.add("x"))).isTrue();
        }
        assertThat(lanes.offer("b", () -> done.add("y"))).isFalse();
        runAll();
        assertThat(lanes.offer("b", () -> done.add("y"))).isTrue();
        runAll();
        assertThat(done).containsExactly("x", "x", "x", "y");
    }

    @Test
    void whatFailsDoesNotStopWhatFollows() {
        lanes.offer("a", () -> {
            throw new IllegalStateException("boom");
        });
        lanes.offer("a", () -> done.add("a2"));
        runAll();
        assertThat(done).containsExactly("a2");
    }

    @Test
    void aPoolThatIsFullIsANo_andLeavesNothingBehind() {
        Lanes refused = new Lanes(
                work -> {
                    throw new RejectedExecutionException();
                },
                3);
        for (int i = 0; i < 9; i++) {
            assertThat(refused.offer("a", () -> {})).isFalse();
        }
    }
}
