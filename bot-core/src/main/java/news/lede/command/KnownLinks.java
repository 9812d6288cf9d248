package news.lede.command;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer.Notice;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.ConversationId;
import news.lede.community.Viewer;
import news.lede.text.AddressDay;

/** Says whether a link is old news: since when it is known in a place, how many publishers report the event, of when the article is. Thread-safe. */
final class KnownLinks {
    private static final int TITLE_SHOWN = 200;

    private final Newsroom newsroom;

    KnownLinks(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Empty for what was taken back there. */
    Optional<LinkAge> age(Article article, Viewer viewer, ConversationId conversation, Instant now) {
        return LinkAge.of(newsroom, article, viewer, conversation, now);
    }

    /** The facts alone; empty when there is nothing to say but that it is new. */
    String words(LinkAge age, Moments moments) {
        return age.words(newsroom.ranking().voices(age.story()).size(), moments);
    }

    Notice notice(LinkAge age, Moments moments) {
        Texts texts = moments.texts();
        Phrases phrases = new Phrases(texts, moments.now(), moments.zone());
        Article article = age.article();
        String title = Display.brief(article.title(), TITLE_SHOWN);
        List<Action> open = List.of(StoryActions.open(texts, age.story()));
        if (age.isOld()) {
            return texts.notice(
                    "known.old",
                    open,
                    title,
                    phrases.publisher(article),
                    words(age, moments),
                    LinkAge.year(article.published(), moments));
        }
        return age.isKnown() || age.told().isPresent()
                ? texts.notice("known.here", open, title, phrases.publisher(article), words(age, moments))
                : texts.notice(
                        "known.new",
                        open,
                        title,
                        phrases.publisher(article),
                        phrases.age(article.published(), article.approximate()));
    }

    /** What the address of a link that nothing is known of tells by itself: the day, when that is long ago. */
    static Optional<Instant> oldDay(URI link, Instant now) {
        return AddressDay.in(link)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(day -> LinkAge.isOld(day, now));
    }

    static Notice byAddress(Instant day, Moments moments) {
        Moments there = atItsOwn(moments);
        return moments.texts().notice("known.address", List.of(), LinkAge.day(day, there), LinkAge.year(day, there));
    }

    /** The same, where the page could not be read, for the reason that {@code why} tells. */
    static Notice unread(Instant day, Notice why, Moments moments) {
        Moments there = atItsOwn(moments);
        return moments.texts()
                .notice("known.unread", why.actions(), LinkAge.day(day, there), LinkAge.year(day, there), why.text());
    }

    /** An address names a day of its own, in no reader's zone. */
    private static Moments atItsOwn(Moments moments) {
        return new Moments(moments.texts(), moments.now(), ZoneOffset.UTC);
    }
}
