package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Told;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.ConversationId;
import news.lede.community.Viewer;
import news.lede.story.StoryView;

/**
 * How old the article behind a link is, to those of one conversation.
 *
 * @param story that tells of its event, as it is seen there
 * @param told when a message there told that story
 * @param since when the first article on the event was seen there
 */
record LinkAge(Article article, StoryView story, Optional<Instant> told, Instant since, Instant now) {
    /** News of another month. */
    static final Duration OLD = Duration.ofDays(30);
    /** What came a moment ago came with the question. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    /** Empty for what was taken back there. */
    static Optional<LinkAge> of(
            Newsroom newsroom, Article article, Viewer viewer, ConversationId conversation, Instant now) {
        return newsroom.stories()
                .storyOf(article.id())
                .flatMap(id -> newsroom.views().view(id, viewer))
                .map(story -> new LinkAge(article, story, told(newsroom, story, conversation), since(story), now));
    }

    private static Optional<Instant> told(Newsroom newsroom, StoryView story, ConversationId conversation) {
        return Optional.ofNullable(newsroom.dispatch()
                        .outbox()
                        .told(conversation, List.of(story.id()))
                        .get(story.id()))
                .map(Told::at);
    }

    private static Instant since(StoryView story) {
        return story.articles().stream()
                .map(Article::firstSeen)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean isOld() {
        return isOld(article.published(), now);
    }

    static boolean isOld(Instant published, Instant now) {
        return published.isBefore(now.minus(OLD));
    }

    /** Whether anybody there could have known of the event before the question. */
    boolean isKnown() {
        return since.isBefore(now.minus(BEFORE));
    }

    /**
     * "This article is from Monday, May 4, 2026. Known here since …; 3 publishers report it. Told here: …", as far as there is something to say.
     *
     * @param voices the independent publishers that tell the story
     */
    String words(int voices, Moments moments) {
        Texts texts = moments.texts();
        List<String> said = new ArrayList<>();
        if (isOld()) {
            said.add(texts.text("known.dated", day(article.published(), moments)));
        }
        if (isKnown()) {
            said.add(texts.text("known.event", moments.of(since), Math.max(1, voices)));
        }
        told.ifPresent(at -> said.add(texts.text("known.told", moments.of(at))));
        return String.join(" ", said);
    }

    static String day(Instant at, Moments moments) {
        return new Phrases(moments.texts(), moments.now(), moments.zone()).day(at);
    }

    /** Not written as a number, which would be grouped. */
    static String year(Instant at, Moments moments) {
        return Integer.toString(at.atZone(moments.zone()).getYear());
    }
}
