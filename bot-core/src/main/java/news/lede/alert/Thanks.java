package news.lede.alert;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Places.Spot;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.ArticleKeys;
import news.lede.article.Articles;
import news.lede.community.Suggestions.Kind;
import news.lede.community.Suggestions.Suggestion;
import news.lede.fetch.WebAddress;
import news.lede.story.Stories;
import news.lede.story.StoryId;
import news.lede.story.StoryView;

/** Has digests tell what members suggested and moderators accepted, and thank for it. Thread-safe. */
final class Thanks {
    /** In one digest; the others are thanked for in the next. */
    private static final int MOST = 5;

    private static final int SHOWN = 60;

    private final Credits credits;
    private final Articles articles;
    private final Stories stories;
    private final Places places;

    Thanks(Credits credits, Articles articles, Stories stories, Places places) {
        this.credits = credits;
        this.articles = articles;
        this.stories = stories;
        this.places = places;
    }

    /** What the next digest of a place thanks for. {@code stories}: those of suggested articles, as they are seen there. */
    record Owed(List<Suggestion> suggestions, List<StoryView> stories) {}

    Owed owed(Spot spot) {
        List<Suggestion> due = credits.due(spot.id(), MOST);
        return new Owed(
                due,
                due.stream()
                        .flatMap(suggestion -> story(suggestion, spot).stream())
                        .distinct()
                        .toList());
    }

    private Optional<StoryView> story(Suggestion suggestion, Spot spot) {
        return Optional.of(suggestion)
                .filter(link -> link.kind() == Kind.LINK)
                .flatMap(link -> ArticleKeys.link(URI.create(link.address())))
                .flatMap(key -> articles.findByKeys(List.of(key)))
                .flatMap(stories::storyOf)
                .flatMap(story -> view(story, spot));
    }

    private Optional<StoryView> view(StoryId story, Spot spot) {
        return Optional.ofNullable(places.views(List.of(story), spot).get(story));
    }

    /** The line that thanks, in a digest; empty when nothing of what it thanks for can be seen there. */
    Optional<String> words(DeliveryId digest, Spot spot, Texts texts) {
        List<String> thanked = credits.of(digest).stream()
                .flatMap(suggestion -> shown(suggestion, spot, texts)
                        .map(shown -> suggestion.name().isEmpty()
                                ? shown
                                : texts.text("thanks.by", shown, Display.plain(suggestion.name())))
                        .stream())
                .toList();
        return thanked.isEmpty() ? Optional.empty() : Optional.of(texts.text("thanks", texts.list(thanked)));
    }

    private Optional<String> shown(Suggestion suggestion, Spot spot, Texts texts) {
        return switch (suggestion.kind()) {
            case LINK -> story(suggestion, spot).map(view -> texts.text("quote", Display.brief(view.title(), SHOWN)));
            case SOURCE -> Optional.of(Display.brief(WebAddress.host(URI.create(suggestion.address())), SHOWN));
        };
    }
}
