package news.lede.command;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Viewer;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.story.StoryView;
import news.lede.text.NameFolding;

/**
 * Narrows stories to those from one source. People know publishers, we know feeds: a source's title is looked for first, then the publishers that visible
 * stories name; a whole name before a part of one.
 */
final class SourceFilter {
    private static final int NAMED = 10;

    private final Newsroom newsroom;

    SourceFilter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    sealed interface Outcome {}

    /** Look with these eyes, and keep stories that name one of {@code publishers}, unless that is empty. */
    record Only(String name, Viewer viewer, Set<String> publishers) implements Outcome {
        boolean keeps(StoryView story) {
            return publishers.isEmpty() || story.publishers().stream().anyMatch(publishers::contains);
        }
    }

    /** Nothing is called that; the notice names what comes near. */
    record Unknown(Answer.Notice notice) implements Outcome {}

    /** {@code recent}: the stories whose publishers count as known. */
    Outcome find(Request request, String typed, List<StoryView> recent) {
        Viewer viewer = request.viewer();
        Texts texts = request.texts();
        List<Source> sources = newsroom.sources().all().stream()
                .filter(s -> viewer.sources().contains(s.id()))
                .toList();
        List<String> publishers =
                recent.stream().flatMap(s -> s.publishers().stream()).distinct().toList();
        for (BiPredicate<String, String> match :
                List.<BiPredicate<String, String>>of(String::equals, SourceFilter::begins)) {
            String wanted = NameFolding.fold(typed);
            List<Source> named = sources.stream()
                    .filter(s -> match.test(NameFolding.fold(s.title()), wanted))
                    .toList();
            if (!named.isEmpty()) {
                Set<SourceId> ids = named.stream().map(Source::id).collect(Collectors.toSet());
                String names = names(texts, named.stream().map(Source::title).toList());
                return new Only(names, new Viewer(viewer.workspace(), ids, viewer.takenBack()), Set.of());
            }
            List<String> publishing = publishers.stream()
                    .filter(p -> match.test(NameFolding.fold(p), wanted))
                    .toList();
            if (!publishing.isEmpty()) {
                return new Only(names(texts, publishing), viewer, Set.copyOf(publishing));
            }
        }
        return new Unknown(unknown(
                texts,
                typed,
                Stream.concat(sources.stream().map(Source::title), publishers.stream())
                        .toList()));
    }

    /** Whether a word of {@code name}, and what follows it, begins with what is wanted. */
    private static boolean begins(String name, String wanted) {
        return (" " + name).contains(" " + wanted);
    }

    private static Answer.Notice unknown(Texts texts, String typed, List<String> names) {
        String shown = Display.brief(typed, CommandLine.ECHOED);
        return Nearest.of(typed, names)
                .map(near -> texts.notice("source.near", List.of(), shown, Display.plain(near)))
                .orElseGet(() -> texts.notice("source.unknown", List.of(), shown, names(texts, names)));
    }

    private static String names(Texts texts, List<String> names) {
        return texts.list(names.stream().limit(NAMED).toList(), Display::plain);
    }
}
