package news.lede.topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The numbers by which articles remember topics' words. A definition that is changed is another topic and gets another number. Thread-safe. */
final class TopicNumbers {
    /** Definitions that nobody has asked for in so long are forgotten; who asks again gets a new number. */
    private static final int MOST = 2_000;

    private final Map<Topic, Integer> numbers = new LinkedHashMap<>(16, 0.75f, true);
    private int next;
    private WordMatcher matcher = new WordMatcher(Map.of(), 0);

    /** Those of {@code topics}; unknown ones get a number. */
    synchronized Map<Topic, Integer> of(List<Topic> topics) {
        Map<Topic, Integer> found = new LinkedHashMap<>();
        boolean more = false;
        for (Topic topic : topics) {
            if (!numbers.containsKey(topic)) {
                numbers.put(topic, next++);
                more = true;
            }
            found.put(topic, Objects.requireNonNull(numbers.get(topic)));
        }
        if (more) {
            while (numbers.size() > MOST) {
                numbers.remove(numbers.keySet().iterator().next());
            }
            Map<Integer, Topic> byNumber = new LinkedHashMap<>();
            numbers.forEach((topic, number) -> byNumber.put(number, topic));
            matcher = new WordMatcher(byNumber, next);
        }
        return found;
    }

    /** Finds the words of all topics that have a number. */
    synchronized WordMatcher matcher() {
        return matcher;
    }

    /** The number that the next new topic gets. */
    synchronized int next() {
        return next;
    }
}
