package news.lede.command;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.WorkspaceId;
import news.lede.source.Source;
import news.lede.subscription.Cadence;
import news.lede.subscription.Filter;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.Wish;
import news.lede.text.Language;

/** Says in words what somebody subscribed to, and when they are told. */
final class SubscriptionWords {
    private static final int WORDS_CHARS = 80;
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Newsroom newsroom;
    private final Texts texts;
    private final Instant now;

    SubscriptionWords(Newsroom newsroom, Texts texts, Instant now) {
        this.newsroom = newsroom;
        this.texts = texts;
        this.now = now;
    }

    /** "Immigration", "Pier News", a search between quotes. */
    String name(Subject subject, WorkspaceId workspace) {
        return switch (subject) {
            case Subject.OfTopic(String name) ->
                newsroom.topics()
                        .get()
                        .named(name, workspace)
                        .map(topic -> Display.plain(topic.name(TopicStories.language(texts))))
                        .orElse(name);
            case Subject.OfWords(String words) ->
                "\"" + Display.brief(words, WORDS_CHARS).replace("\"", "'") + "\"";
            case Subject.OfSource(var source) ->
                newsroom.sources()
                        .find(source)
                        .map(Source::title)
                        .map(title -> Display.brief(title, WORDS_CHARS))
                        .orElse("#" + source);
            case Subject.Everything _ -> texts.text("subscription.everything");
        };
    }

    /** What narrows a wish: its filter, languages and least number of publishers. Empty where nothing does. */
    List<String> limits(Wish wish) {
        List<String> limits = new ArrayList<>();
        if (!wish.filter().isEmpty()) {
            limits.add(texts.text("subscription.filter", Display.brief(wish.filter(), Filter.MOST_CHARS)));
        }
        if (!wish.languages().isEmpty()) {
            limits.add(texts.text("subscription.languages", languages(wish.languages())));
        }
        if (wish.least() > 1) {
            limits.add(texts.text("subscription.least", wish.least()));
        }
        return limits;
    }

    /** "English and German". */
    String languages(Set<Language> languages) {
        return texts.list(languages.stream()
                .map(Language::locale)
                .map(locale -> locale.getDisplayLanguage(texts.locale()))
                .sorted()
                .toList());
    }

    /** "at once", "every day at 07:30 and 18:00 (Europe/Berlin)". */
    String cadence(Cadence cadence) {
        return switch (cadence) {
            case Cadence.Instantly _ -> texts.text("cadence.now");
            case Cadence.ByDigest digest -> {
                String times = texts.list(
                        digest.times().stream().map(LocalTime::toString).toList());
                yield texts.text("cadence.digest", days(digest.days()), times, ZoneNames.shown(digest.zone()));
            }
        };
    }

    private String days(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return texts.text("cadence.daily");
        }
        if (days.equals(WEEKDAYS)) {
            return texts.text("cadence.weekdays");
        }
        return texts.text(
                "cadence.days",
                texts.list(days.stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.FULL, texts.locale()))
                        .toList()));
    }

    /** "Tuesday, May 5, 2026, 07:30 (Europe/Berlin)". */
    String moment(Instant at, ZoneId zone) {
        Phrases there = new Phrases(texts, now, zone);
        return texts.text("moment", there.day(at), there.time(at, false), ZoneNames.shown(zone));
    }

    /** All of it in one line, without its name. */
    String line(Subscription subscription, ZoneId zone) {
        List<String> parts = new ArrayList<>();
        parts.add(cadence(subscription.cadence()));
        parts.addAll(limits(subscription.wish()));
        paused(subscription.pausedUntil(), zone).ifPresent(parts::add);
        parts.add(texts.text("subscription.number", subscription.id().toString()));
        return parts.stream().collect(Collectors.joining(" · "));
    }

    /** "paused until …", as long as it is. */
    Optional<String> paused(Optional<Instant> until, ZoneId zone) {
        return until.filter(now::isBefore)
                .map(end -> end.equals(PauseCommand.OPEN_END)
                        ? texts.text("subscription.paused")
                        : texts.text("subscription.paused-until", moment(end, zone)));
    }
}
