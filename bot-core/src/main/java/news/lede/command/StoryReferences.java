package news.lede.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.article.Article;
import news.lede.article.ArticleKeys;
import news.lede.community.Viewer;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.text.NameFolding;
import news.lede.text.WrappedLink;

/** Finds the story that somebody means by its number, by the link of one of its articles, or by words of its title. */
final class StoryReferences {
    /** Titles older than these many stories are found by searching, not by naming. */
    private static final int TITLES_LOOKED_AT = 500;

    private static final Pattern NUMBER = Pattern.compile("(?i)(?:story:|#)?\\s*(\\p{Nd}{1,18})");
    /** Letters of a word typed in part that are enough to mean it. */
    private static final int WORD_BEGINNING = 4;

    private final Newsroom newsroom;

    /** By the view itself: a story with another title is another view. */
    private final Cache<StoryView, List<String>> titles = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(4L * TITLES_LOOKED_AT)
            .executor(Runnable::run)
            .build();

    StoryReferences(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** What a reference led to. What does not exist and what the asker may not see look alike. */
    sealed interface Found {}

    record One(StoryView story) implements Found {}

    /** Titles of several stories have these words; newest first. */
    record Several(List<StoryView> stories) implements Found {}

    /** A number that leads nowhere. */
    record UnknownNumber(String number) implements Found {}

    /** A link to no article we have. */
    record UnknownLink(URI link) implements Found {}

    /** No title has these words. */
    record Words(String words) implements Found {}

    /** Whether {@code typed} is the number of a story and nothing else: {@code 4}, {@code #4}, {@code story:4}. */
    static boolean isNumber(String typed) {
        return NUMBER.matcher(typed.strip()).matches();
    }

    Found find(String typed, Viewer viewer) {
        String reference = typed.strip();
        Matcher number = NUMBER.matcher(reference);
        if (number.matches()) {
            return newsroom.views()
                    .view(new StoryId(Long.parseLong(number.group(1))), viewer)
                    .<Found>map(One::new)
                    .orElse(new UnknownNumber(number.group(1)));
        }
        Optional<URI> link = Links.parse(reference);
        return link.isPresent() ? byLink(link.get(), viewer) : byTitle(reference, viewer);
    }

    private Found byLink(URI link, Viewer viewer) {
        return article(link, viewer)
                .flatMap(a -> newsroom.stories().storyOf(a.id()))
                .flatMap(id -> newsroom.views().view(id, viewer))
                .<Found>map(One::new)
                .orElse(new UnknownLink(link));
    }

    /** The article at {@code link}, or at what that wraps, if one of the asker's sources carried it. */
    Optional<Article> article(URI link, Viewer viewer) {
        return ArticleKeys.link(WrappedLink.unwrap(link).orElse(link))
                .flatMap(key -> newsroom.articles().findByKeys(List.of(key)))
                .filter(id -> !newsroom.articles()
                        .visible(List.of(id), viewer.sources())
                        .isEmpty())
                .flatMap(newsroom.articles()::find);
    }

    private Found byTitle(String typed, Viewer viewer) {
        List<String> words = NameFolding.words(typed);
        if (words.isEmpty()) {
            return new Words(typed);
        }
        List<StoryView> recent =
                newsroom.views().views(newsroom.stories().newest(viewer.sources(), TITLES_LOOKED_AT), viewer);
        List<StoryView> whole = matching(recent, title -> title.equals(words));
        List<StoryView> found = whole.isEmpty() ? matching(recent, title -> hasAll(title, words)) : whole;
        return switch (found.size()) {
            case 0 -> new Words(typed);
            case 1 -> new One(found.getFirst());
            default -> new Several(found);
        };
    }

    private List<StoryView> matching(List<StoryView> stories, Predicate<List<String>> title) {
        return stories.stream()
                .filter(story -> title.test(titles.get(story, one -> NameFolding.words(one.title()))))
                .toList();
    }

    private static boolean hasAll(List<String> title, List<String> words) {
        HashSet<String> whole = new HashSet<>(title);
        return words.stream().allMatch(w -> whole.contains(w) || title.stream().anyMatch(t -> means(t, w)));
    }

    /** Scripts written without spaces have no word beginnings: there, any part of the run of signs will do. */
    private static boolean means(String titleWord, String typed) {
        return typed.length() >= WORD_BEGINNING && titleWord.startsWith(typed)
                || Character.isIdeographic(typed.codePointAt(0)) && titleWord.contains(typed);
    }
}
