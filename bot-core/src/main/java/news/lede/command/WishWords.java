package news.lede.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Matches.Fitting;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.story.StoryView;
import news.lede.subscription.Filter;
import news.lede.subscription.FilterText;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.Wish;

/** Says why a story fits a wish, or the first thing that keeps it out, with what to do about it. */
final class WishWords {
    /** Announcements that wait are few: they are dealt with within a second. */
    private static final int OPEN = 1_000;

    private final Newsroom newsroom;
    private final Request request;
    private final Texts texts;

    WishWords(Newsroom newsroom, Request request) {
        this.newsroom = newsroom;
        this.request = request;
        this.texts = request.texts();
    }

    /** "fits, with a score of 0.83, found 4 minutes ago". */
    String fits(Subscription subscription, StoryView story, Fitting fitting) {
        String age = request.phrases().age(fitting.at(), false);
        String fits = subscription.wish().subject() instanceof Subject.OfTopic
                ? texts.text("why.fits-score", fitting.score(), age)
                : texts.text("why.fits", age);
        int voices = voices(story);
        int least = subscription.wish().least();
        return voices < least ? fits + "; " + texts.text("why.out.least", least, voices) : fits;
    }

    /** What keeps it out, looked for in the order in which it is decided. */
    String keptOut(Subscription subscription, StoryView story) {
        Wish wish = subscription.wish();
        if (wish.subject() instanceof Subject.OfSource(SourceId source) && !isFrom(source, story)) {
            return texts.text("why.out.source");
        }
        return limit(subscription, story).orElseGet(() -> subject(subscription, story));
    }

    private Optional<String> limit(Subscription subscription, StoryView story) {
        Wish wish = subscription.wish();
        SubscriptionWords words = new SubscriptionWords(newsroom, texts, request.now());
        List<Article> spoken = story.articles().stream()
                .filter(article ->
                        wish.languages().isEmpty() || wish.languages().contains(article.language()))
                .toList();
        if (spoken.isEmpty()) {
            return Optional.of(texts.text("why.out.language", words.languages(wish.languages())));
        }
        Filter filter = Filter.of(wish.filter());
        if (spoken.stream().map(FilterText::of).noneMatch(filter::matches)) {
            return Optional.of(texts.text("why.out.filter", Display.brief(wish.filter(), Filter.MOST_CHARS)));
        }
        int voices = voices(story);
        return voices < wish.least()
                ? Optional.of(texts.text("why.out.least", wish.least(), voices))
                : Optional.empty();
    }

    private String subject(Subscription subscription, StoryView story) {
        if (story.articles().stream().noneMatch(article -> !article.firstSeen().isBefore(subscription.created()))) {
            return texts.text("why.late");
        }
        if (isOpen(story)) {
            return texts.text("why.planning");
        }
        WorkspaceId workspace = subscription.workspace();
        return switch (subscription.wish().subject()) {
            case Subject.OfTopic(String name) ->
                newsroom.topics().get().named(name, workspace).isPresent()
                        ? texts.text("why.out.topic", story.id().toString(), name)
                        : texts.text("why.out.no-topic", name);
            case Subject.OfWords _ -> texts.text("why.out.words");
            case Subject.OfSource _, Subject.Everything _ -> texts.text("why.out.old");
        };
    }

    /** Whether it is not decided yet what follows from the latest of a story. */
    boolean isOpen(StoryView story) {
        return newsroom.dispatch().matches().open(OPEN).stream()
                .anyMatch(open -> open.announcement().story().equals(story.id()));
    }

    private boolean isFrom(SourceId source, StoryView story) {
        return !newsroom.articles()
                .visible(story.articles().stream().map(Article::id).toList(), Set.of(source))
                .isEmpty();
    }

    private int voices(StoryView story) {
        return newsroom.ranking().voices(story).size();
    }
}
