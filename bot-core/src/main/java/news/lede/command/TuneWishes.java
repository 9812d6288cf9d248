package news.lede.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryView;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;

/** Reads from the options of {@code /tune} what is to change: names become topics, stories become texts. */
final class TuneWishes {
    private static final String NONE = "-";
    private static final String PARTED = "\\s*,\\s*";

    private final Newsroom newsroom;
    private final StoryReferences references;

    TuneWishes(Newsroom newsroom, StoryReferences references) {
        this.newsroom = newsroom;
        this.references = references;
    }

    sealed interface Outcome {}

    record Read(TuneEdit.Wish wish) implements Outcome {}

    /** A name or story that is not known here; the notice says which. */
    record Wrong(Answer.Notice notice) implements Outcome {}

    Outcome read(Request request, Topic topic) {
        Arguments arguments = request.arguments();
        Map<String, WordEdit> words = new LinkedHashMap<>();
        for (String option : List.of("words", "must", "not")) {
            arguments.text(option).ifPresent(typed -> words.put(option, WordEdit.of(typed)));
        }
        Optional<Optional<TopicId>> parent = Optional.empty();
        if (arguments.text("parent").isPresent()) {
            String typed = arguments.required("parent");
            Optional<Topic> above = typed.equals(NONE) ? Optional.empty() : named(typed, request);
            Optional<Answer.Notice> fault = parentFault(request, topic, typed, above);
            if (fault.isPresent()) {
                return new Wrong(fault.get());
            }
            parent = Optional.of(above.map(Topic::id));
        }
        Map<String, List<String>> examples = new LinkedHashMap<>();
        for (String option : List.of("yes", "no")) {
            Optional<String> typed = arguments.text(option);
            if (typed.isPresent()) {
                List<String> texts = new ArrayList<>();
                for (String one : parted(typed.get())) {
                    Optional<String> text = text(one, request);
                    if (text.isEmpty()) {
                        return new Wrong(request.texts()
                                .notice("tune.example", List.of(), Display.brief(one, CommandLine.ECHOED)));
                    }
                    texts.add(text.get());
                }
                examples.put(option, texts);
            }
        }
        return new Read(new TuneEdit.Wish(
                words,
                arguments.text("description").map(text -> Display.brief(text, TuneEdit.MOST_CHARS)),
                parent,
                Optional.ofNullable(examples.get("yes")),
                Optional.ofNullable(examples.get("no"))));
    }

    private Optional<Topic> named(String typed, Request request) {
        return newsroom.topics().get().named(typed, request.asker().workspace().id());
    }

    private Optional<Answer.Notice> parentFault(Request request, Topic topic, String typed, Optional<Topic> above) {
        Texts texts = request.texts();
        if (typed.equals(NONE)) {
            return Optional.empty();
        }
        String shown = Display.brief(typed, CommandLine.ECHOED);
        if (above.isEmpty()) {
            return Optional.of(texts.notice("tune.parent.unknown", List.of(), shown));
        }
        boolean usable = above.get().parent().isEmpty()
                && !above.get().id().equals(topic.id())
                && !hasChildren(topic.id(), request.asker().workspace().id());
        return usable
                ? Optional.empty()
                : Optional.of(texts.notice(
                        "tune.parent.below", List.of(), above.get().id().value()));
    }

    /** Whether others stand below a topic, which then cannot stand below one itself. */
    private boolean hasChildren(TopicId topic, WorkspaceId workspace) {
        return newsroom.topics().get().of(workspace).stream()
                .anyMatch(t -> t.parent().filter(topic::equals).isPresent());
    }

    /** Numbers and links are parted by commas; anything else is one text, commas and all. */
    private static List<String> parted(String typed) {
        if (typed.equals(NONE)) {
            return List.of();
        }
        List<String> parts = List.of(typed.split(PARTED));
        boolean references = parts.stream()
                .allMatch(p -> StoryReferences.isNumber(p) || Links.parse(p).isPresent());
        return references ? parts : List.of(typed);
    }

    /** Of a story its title and how the article of that title begins; a text stays as it is. */
    private Optional<String> text(String typed, Request request) {
        if (!StoryReferences.isNumber(typed) && Links.parse(typed).isEmpty()) {
            return Optional.of(Display.brief(typed, TuneEdit.MOST_CHARS));
        }
        return references.find(typed, request.viewer()) instanceof StoryReferences.One(StoryView story)
                ? Optional.of(Display.brief(story.title() + ". " + beginning(story), TuneEdit.MOST_CHARS))
                : Optional.empty();
    }

    private static String beginning(StoryView story) {
        Article article = story.articles().stream()
                .filter(a -> a.title().startsWith(story.title()))
                .findFirst()
                .orElse(story.articles().getFirst());
        return article.paragraphs().stream().findFirst().orElse("");
    }
}
