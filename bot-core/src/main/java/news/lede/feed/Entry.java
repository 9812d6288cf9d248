package news.lede.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One element of a feed as published.
 *
 * <p>{@code id}: the feed's own identifier. {@code key}: what the entry is known by within its feed, whatever identifiers the publisher changes: see {@link EntryKeys}; never
 * empty in an entry that was read from a document. {@code title}: plain text, one line, empty when there is none. {@code summary} and {@code content}: HTML as published, not
 * made safe, empty when there is none. {@code image}: the picture to show; {@code media}: everything to look at or listen to that is no enclosure.
 */
public record Entry(
        Optional<String> id,
        String key,
        Optional<URI> link,
        String title,
        Optional<String> author,
        Optional<Instant> published,
        Optional<Instant> updated,
        String summary,
        String content,
        List<URI> enclosures,
        Optional<URI> image,
        List<URI> media,
        List<String> categories) {
    public Entry {
        enclosures = List.copyOf(enclosures);
        media = List.copyOf(media);
        categories = List.copyOf(categories);
    }

    /** The longest text the feed carries of this entry, as HTML; some publishers put the whole article where others put a teaser. */
    public String html() {
        return content.length() >= summary.length() ? content : summary;
    }

    /**
     * A hash of title and text that stays the same while only markup, white space or tracking parameters of addresses in the text change. When it differs from the one seen
     * before, the publisher edited the entry. Computed at each call.
     */
    public String fingerprint() {
        return Fingerprint.of(title, html());
    }

    /** An empty entry to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers the facts of an entry. For one thread. */
    public static final class Builder {
        private Optional<String> id = Optional.empty();
        private Optional<URI> link = Optional.empty();
        private String title = "";
        private Optional<String> author = Optional.empty();
        private Optional<Instant> published = Optional.empty();
        private Optional<Instant> updated = Optional.empty();
        private String summary = "";
        private String content = "";
        private List<URI> enclosures = List.of();
        private Optional<URI> image = Optional.empty();
        private List<URI> media = List.of();
        private List<String> categories = List.of();

        private Builder() {}

        public Builder id(Optional<String> value) {
            id = value;
            return this;
        }

        public Builder link(Optional<URI> value) {
            link = value;
            return this;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder author(Optional<String> value) {
            author = value;
            return this;
        }

        public Builder published(Optional<Instant> value) {
            published = value;
            return this;
        }

        public Builder updated(Optional<Instant> value) {
            updated = value;
            return this;
        }

        public Builder summary(String html) {
            summary = html;
            return this;
        }

        public Builder content(String html) {
            content = html;
            return this;
        }

        public Builder enclosures(List<URI> value) {
            enclosures = value;
            return this;
        }

        public Builder image(Optional<URI> value) {
            image = value;
            return this;
        }

        public Builder media(List<URI> value) {
            media = value;
            return this;
        }

        public Builder categories(List<String> value) {
            categories = value;
            return this;
        }

        /** The entry, known by {@code key}. */
        public Entry build(String key) {
            return new Entry(
                    id,
                    key,
                    link,
                    title,
                    author,
                    published,
                    updated,
                    summary,
                    content,
                    enclosures,
                    image,
                    media,
                    categories);
        }

        /** The entry as if it stood alone in its feed. */
        public Entry build() {
            return EntryKeys.assign(List.of(this)).getFirst();
        }

        Optional<String> id() {
            return id;
        }

        Optional<URI> link() {
            return link;
        }

        String title() {
            return title;
        }

        String html() {
            return content.length() >= summary.length() ? content : summary;
        }
    }
}
