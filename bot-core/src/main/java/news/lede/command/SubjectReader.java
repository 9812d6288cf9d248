package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.opml.SourceAddress;
import news.lede.source.Source;
import news.lede.subscription.Subject;
import news.lede.text.Language;
import news.lede.text.NameFolding;
import news.lede.text.TypedWords;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;

/** Makes out what somebody wants to subscribe to: a topic, a source, everything, or a search for what they typed. */
final class SubjectReader {
    private static final int NAMED = 10;

    private final Newsroom newsroom;

    SubjectReader(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Whether somebody asks for all news. */
    static boolean isEverything(String typed) {
        return TypedWords.mean("everything", typed);
    }

    sealed interface Outcome {}

    /** {@code near}: the topic that was perhaps meant by words that name none. */
    record Found(Subject subject, Optional<Topic> near) implements Outcome {
        Found(Subject subject) {
            this(subject, Optional.empty());
        }
    }

    record Wrong(Answer.Notice notice) implements Outcome {}

    /** What one of the options says; of words without an option's name whichever they name. {@code there}: asked as where it is to be told. */
    Outcome read(Request there) {
        Arguments arguments = there.arguments();
        List<String> given = Stream.of("topic", "words", "source")
                .filter(option -> arguments.text(option).isPresent())
                .toList();
        if (given.size() != 1) {
            String notice = given.isEmpty() ? "subscribe.what" : "subscribe.several";
            return new Wrong(there.texts().notice(notice, List.of()));
        }
        String typed = arguments.required(given.getFirst());
        return switch (given.getFirst()) {
            case "words" -> words(there, typed);
            case "source" -> source(there, typed);
            default -> any(there, typed);
        };
    }

    private Outcome any(Request there, String typed) {
        if (isEverything(typed)) {
            return new Found(new Subject.Everything());
        }
        if (Links.parse(typed).isPresent()) {
            return source(there, typed);
        }
        TopicCatalog topics = newsroom.topics().get();
        Optional<Topic> topic = topics.named(typed, there.asker().workspace().id());
        if (topic.isPresent()) {
            return new Found(new Subject.OfTopic(topic.get().id().value()));
        }
        String wanted = NameFolding.fold(typed);
        Optional<Source> source = visible(there).stream()
                .filter(s -> NameFolding.fold(s.title()).equals(wanted))
                .findFirst();
        return source.<Outcome>map(s -> new Found(new Subject.OfSource(s.id()))).orElseGet(() -> words(there, typed));
    }

    private Outcome words(Request there, String typed) {
        String words = Display.plain(Piece.straight(typed));
        if (NameFolding.words(words).isEmpty()) {
            return new Wrong(
                    there.texts().notice("subscribe.no-word", List.of(), Display.brief(typed, CommandLine.ECHOED)));
        }
        return new Found(new Subject.OfWords(words), near(there, typed));
    }

    private Optional<Topic> near(Request there, String typed) {
        List<Topic> known = newsroom.topics().get().of(there.asker().workspace().id());
        return Nearest.of(typed, known.stream().flatMap(TopicCatalog::callings).toList())
                .flatMap(name -> known.stream()
                        .filter(t -> TopicCatalog.callings(t).anyMatch(name::equals))
                        .findFirst());
    }

    private Outcome source(Request there, String typed) {
        List<Source> visible = visible(there);
        if (SourceAddress.read(typed) instanceof SourceAddress.Usable(String address)) {
            Optional<Source> known =
                    visible.stream().filter(s -> s.address().equals(address)).findFirst();
            if (known.isPresent()) {
                return new Found(new Subject.OfSource(known.get().id()));
            }
            if (Links.parse(typed).isPresent()) {
                Texts texts = there.texts();
                return new Wrong(texts.notice(
                        "subscribe.not-followed",
                        List.of(new Action(texts.text("action.add"), "/source add " + address, Action.Kind.FOLLOW)),
                        Display.brief(typed, CommandLine.ECHOED)));
            }
        }
        return named(there, typed, visible);
    }

    private Outcome named(Request there, String typed, List<Source> visible) {
        String wanted = NameFolding.fold(typed);
        List<Source> whole = visible.stream()
                .filter(s -> NameFolding.fold(s.title()).equals(wanted))
                .toList();
        List<Source> part = visible.stream()
                .filter(s -> (" " + NameFolding.fold(s.title())).contains(" " + wanted))
                .toList();
        if (!whole.isEmpty() || part.size() == 1) {
            Source source = whole.isEmpty() ? part.getFirst() : whole.getFirst();
            return new Found(new Subject.OfSource(source.id()));
        }
        Texts texts = there.texts();
        String shown = Display.brief(typed, CommandLine.ECHOED);
        List<String> names =
                (part.isEmpty() ? visible : part).stream().map(Source::title).toList();
        return new Wrong(Nearest.of(typed, names)
                .map(near -> texts.notice("source.near", List.of(), shown, Display.plain(near)))
                .orElseGet(() -> texts.notice(
                        "source.unknown",
                        List.of(),
                        shown,
                        texts.list(names.stream().limit(NAMED).toList(), Display::plain))));
    }

    private List<Source> visible(Request there) {
        return newsroom.sources().all().stream()
                .filter(s -> there.viewer().sources().contains(s.id()))
                .toList();
    }

    /** Languages by code, parted by commas; empty when one of them is none. */
    static Optional<Set<Language>> languages(String typed) {
        Set<String> known = Set.of(Locale.getISOLanguages());
        List<String> codes = Stream.of(typed.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        return codes.isEmpty() || !known.containsAll(codes)
                ? Optional.empty()
                : Optional.of(Set.copyOf(codes.stream().map(Language::new).toList()));
    }
}
