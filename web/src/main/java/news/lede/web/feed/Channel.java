package news.lede.web.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A feed, whatever it is written as. {@code home}: the page beside it; {@code self}: where it is. {@code description} is plain text. Entries stand newest first.
 */
record Channel(String title, String description, URI home, URI self, Locale language, List<Item> items) {
    /**
     * One story. {@code id} stays the same while the story grows. {@code html} is safe to show: whatever was text before is text there. {@code link}: an article of it, where one has an address.
     */
    record Item(String id, String title, Optional<String> link, String html, Instant published, List<String> subjects) {
        Item {
            subjects = List.copyOf(subjects);
        }
    }

    Channel {
        items = items.stream()
                .sorted(Comparator.comparing(Item::published).reversed())
                .toList();
    }
}
