package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.lede.community.Viewer;
import news.lede.source.Source;
import news.lede.story.StoryView;

/** What a viewer can name at the moment. {@code stories}: the newest, newest first. {@code sources}: titles of sources and names of publishers, in order. */
record Recent(List<StoryView> stories, List<String> sources) {
    private static final int STORIES = 200;

    Recent {
        stories = List.copyOf(stories);
        sources = List.copyOf(sources);
    }

    static Recent of(Viewer viewer, Newsroom newsroom) {
        List<StoryView> stories = newsroom.views().views(newsroom.stories().newest(viewer.sources(), STORIES), viewer);
        Stream<String> titles = newsroom.sources().all().stream()
                .filter(s -> viewer.sources().contains(s.id()))
                .map(Source::title);
        TreeSet<String> names = new TreeSet<>((a, b) -> {
            int folded = a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT));
            return folded != 0 ? folded : a.compareTo(b);
        });
        Stream.concat(titles, stories.stream().flatMap(s -> s.publishers().stream()))
                .forEach(names::add);
        return new Recent(stories, List.copyOf(names));
    }
}
