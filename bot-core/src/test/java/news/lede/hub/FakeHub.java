package news.lede.hub;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.Poster;

/** A hub that answers as it was told to, 202 otherwise, and remembers what it was asked. */
final class FakeHub implements Poster {
    final List<Map<String, String>> asked = new ArrayList<>();
    private final Deque<FetchOutcome> answers = new ArrayDeque<>();
    private Consumer<Map<String, String>> before = _ -> {};

    void answer(FetchOutcome... outcomes) {
        answers.addAll(List.of(outcomes));
    }

    /** Does something before it answers. */
    void first(Consumer<Map<String, String>> work) {
        before = work;
    }

    Map<String, String> last() {
        return asked.getLast();
    }

    @Override
    public FetchOutcome post(URI address, Map<String, String> form, Duration patience) {
        asked.add(Map.copyOf(form));
        before.accept(form);
        return answers.isEmpty() ? new Status(202) : answers.removeFirst();
    }
}
