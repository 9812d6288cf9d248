package news.lede.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.community.Asker;
import news.lede.story.Dispute;
import news.lede.story.EventKind;
import news.lede.story.Related;
import news.lede.story.Side;
import news.lede.story.StoryView;
import news.lede.summary.Statement;

/**
 * The small lines around a story, in words: its age, who reported it, why it is here. For one reader at one instant.
 */
public final class Phrases {
    private static final int NAMED_PUBLISHERS = 3;
    private static final Duration AGE_BY_DATE = Duration.ofDays(7);

    private final Texts texts;
    private final Instant now;
    private final ZoneId zone;

    public Phrases(Texts texts, Instant now, ZoneId zone) {
        this.texts = texts;
        this.now = now;
        this.zone = zone;
    }

    /** The texts of the reader's language. */
    public Texts texts() {
        return texts;
    }

    /** In the language and the time zone of the one who asks. */
    public static Phrases of(Asker asker, Instant now) {
        return new Phrases(Texts.in(asker.locale()), now, asker.workspace().zone());
    }

    /**
     * "38 minutes ago", "about 2 hours ago" when reckoned, the date when older than a week. An instant to come counts as now: clocks differ.
     */
    public String age(Instant published, boolean approximate) {
        Duration age = Duration.between(published, now);
        if (isOld(published)) {
            String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(texts.locale())
                    .format(published.atZone(zone));
            return approximate ? texts.text("age.around", date) : date;
        }
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.text("age.now");
        }
        String span = span(age);
        return approximate ? texts.text("age.about", span) : texts.text("age.ago", span);
    }

    /** Whether {@link #age} of that instant names the day, which stays right, and not a span, which grows. */
    public boolean isOld(Instant published) {
        return Duration.between(published, now).compareTo(AGE_BY_DATE) >= 0;
    }

    private String span(Duration age) {
        if (age.toHours() < 1) {
            return texts.count("age.minutes", age.toMinutes());
        }
        return age.toDays() < 1 ? texts.count("age.hours", age.toHours()) : texts.count("age.days", age.toDays());
    }

    /** The day of an instant where the reader is: "Monday, May 4, 2026". */
    public String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(texts.locale())
                .format(instant.atZone(zone));
    }

    /** The time of day where the reader is: "14:05", "around 14:05" when reckoned. */
    public String time(Instant instant, boolean approximate) {
        String time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(instant.atZone(zone));
        return approximate ? texts.text("age.around", time) : time;
    }

    /** Who reported a story and when: "The Harbour Post, Valley News · 4 articles · 38 minutes ago". */
    public String byline(StoryView story) {
        return reporters(story) + " · " + age(story.published(), story.approximate());
    }

    /** The same without when: "The Harbour Post, Valley News · 4 articles". */
    public String reporters(StoryView story) {
        String publishers = publishers(story.publishers());
        int articles = story.articles().size();
        return articles > 1 ? publishers + " · " + texts.count("articles", articles) : publishers;
    }

    /** Who published an article and when: "The Harbour Post · about 38 minutes ago". */
    public String byline(Article article) {
        return publisher(article) + " · " + age(article.published(), article.approximate());
    }

    /** Who published an article: "The Harbour Post". */
    public String publisher(Article article) {
        return publishers(article.publisher().stream().toList());
    }

    /** "and 12 more", for what a list leaves out. */
    public String more(int left) {
        return texts.count("more", left);
    }

    /** The heading above the articles of a story. */
    public String sourcesHeading() {
        return texts.text("sources");
    }

    /**
     * What to say behind a sentence whose figures others dispute or have told anew: "(sources differ: 12 according to Norby Post, 14 according to Valley News)". Empty for most.
     */
    public Optional<String> disputed(Statement statement) {
        List<String> notes = statement.disputes().stream().map(this::disputed).toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of("(" + String.join("; ", notes) + ")");
    }

    private String disputed(Dispute dispute) {
        List<Side> sides = dispute.sides();
        return switch (dispute.standing()) {
            case DISPUTED ->
                texts.text("dispute.differ", sides.stream().map(this::side).collect(Collectors.joining(", ")));
            case DEVELOPED -> texts.text("dispute.later", side(sides.getLast()));
        };
    }

    private String side(Side side) {
        return texts.text("dispute.side", Display.plain(side.said()), publishers(side.publishers()));
    }

    /** Why a story is shown, ready to stand below it: "Why: both mention Mara Lind". */
    public String why(List<String> reasons) {
        return texts.text("why", String.join("; ", reasons));
    }

    /** What a story shares with the one asked about, in words. */
    public String shared(Related.Reason reason) {
        return switch (reason) {
            case Related.Reason.Names(List<String> names) -> texts.text("reason.names", named(names));
            case Related.Reason.Event(EventKind kind) -> event(kind);
            case Related.Reason.Words(List<String> words) -> texts.text("reason.words", named(words));
            case Related.Reason.Listed() -> texts.text("reason.listed");
        };
    }

    /** What of the words asked for a story has, in words. */
    public String found(Related.Reason reason) {
        return switch (reason) {
            case Related.Reason.Names(List<String> names) -> mentions(names);
            case Related.Reason.Event(EventKind kind) -> event(kind);
            case Related.Reason.Words(List<String> words) -> mentions(words);
            case Related.Reason.Listed() -> texts.text("reason.listed");
        };
    }

    /** "both about an earthquake". */
    private String event(EventKind kind) {
        String event = switch (kind) {
            case EARTHQUAKE -> texts.text("event.earthquake");
            case FLOOD -> texts.text("event.flood");
            case STORM -> texts.text("event.storm");
            case FIRE -> texts.text("event.fire");
            case CRASH -> texts.text("event.crash");
            case TRIAL -> texts.text("event.trial");
            case ARREST -> texts.text("event.arrest");
            case ELECTION -> texts.text("event.election");
            case PROTEST -> texts.text("event.protest");
            case STRIKE -> texts.text("event.strike");
            case ATTACK -> texts.text("event.attack");
            case RESIGNATION -> texts.text("event.resignation");
            case OUTBREAK -> texts.text("event.outbreak");
        };
        return texts.text("reason.words", event);
    }

    /** "mentions deported, immigration"; when no word was found, that it is near in meaning. */
    public String mentions(List<String> words) {
        return words.isEmpty() ? texts.text("reason.meaning") : texts.text("reason.mentions", named(words));
    }

    private String named(List<String> words) {
        return texts.list(words, Display::plain);
    }

    private String publishers(List<String> names) {
        if (names.isEmpty()) {
            return texts.text("publisher.unknown");
        }
        String shown = String.join(
                ", ", names.stream().limit(NAMED_PUBLISHERS).map(Display::plain).toList());
        int left = names.size() - NAMED_PUBLISHERS;
        return left > 0 ? shown + " " + more(left) : shown;
    }
}
