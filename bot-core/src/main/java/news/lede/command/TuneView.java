package news.lede.command;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicReplay;
import news.lede.topic.TopicSearch.Judged;

/** Shows a definition with what it would have matched, and what can be done with it. */
final class TuneView {
    private static final int FITTING = 8;
    private static final int NEAR = 5;
    private static final int WORDS_CHARS = 300;
    private static final int TITLE_CHARS = 120;

    private final Request request;
    private final Texts texts;
    private final TuneCommand.Base base;
    private final boolean draft;

    TuneView(Request request, TuneCommand.Base base, boolean draft) {
        this.request = request;
        this.texts = request.texts();
        this.base = base;
        this.draft = draft;
    }

    Answer of(
            Topic topic,
            TopicReplay.Replay replay,
            List<String> missing,
            Optional<String> near,
            Optional<String> meanwhile) {
        List<Listing.Section> sections = new ArrayList<>();
        meanwhile.ifPresent(said -> sections.add(new Listing.Section("", List.of(new Listing.Line("/audit", said)))));
        sections.add(definition(topic));
        sections.add(days(replay));
        if (!replay.fitting().isEmpty()) {
            sections.add(stories(texts.text("tune.fitting"), replay.fitting(), FITTING));
        }
        if (!replay.near().isEmpty()) {
            sections.add(stories(texts.text("tune.near"), replay.near(), NEAR));
        }
        return new Listing(
                Listing.Kind.FORM,
                texts.text("title.tune", Display.plain(topic.name(TopicStories.language(texts)))),
                sections,
                actions(topic),
                Optional.of(footer(topic, missing, near)));
    }

    private Listing.Section definition(Topic topic) {
        List<Listing.Line> lines = new ArrayList<>();
        words(lines, "words", topic.words());
        words(lines, "must", topic.must());
        words(lines, "not", topic.mustNot());
        if (!topic.description().isEmpty()) {
            lines.add(new Listing.Line("description", Display.brief(topic.description(), WORDS_CHARS)));
        }
        topic.parent().ifPresent(parent -> lines.add(new Listing.Line("parent", parent.value())));
        examples(lines, "yes", topic.examples(true));
        examples(lines, "no", topic.examples(false));
        String heading = draft ? "tune.draft" : base.own() ? "tune.own" : base.ships() ? "tune.shipped" : "tune.new";
        return new Listing.Section(texts.text(heading), lines);
    }

    /** Words for all languages and for English first, those of others counted. */
    private void words(List<Listing.Line> lines, String option, Map<Language, List<String>> lists) {
        List<String> parts = new ArrayList<>();
        for (Language shown : List.of(Language.UNKNOWN, Language.ENGLISH)) {
            List<String> words = lists.getOrDefault(shown, List.of());
            if (!words.isEmpty()) {
                parts.add(words.stream().map(Display::plain).collect(Collectors.joining(", ")));
            }
        }
        long others = lists.keySet().stream()
                .filter(l -> !l.equals(Language.UNKNOWN) && !l.equals(Language.ENGLISH))
                .count();
        String text = Display.brief(String.join(", ", parts), WORDS_CHARS);
        String more = others == 0 ? "" : " " + texts.count("tune.languages", others);
        if (!lists.isEmpty()) {
            lines.add(new Listing.Line(option, (text + more).strip()));
        }
    }

    private void examples(List<Listing.Line> lines, String option, List<String> examples) {
        if (!examples.isEmpty()) {
            lines.add(new Listing.Line(
                    option,
                    examples.stream()
                            .map(text -> Display.brief(text, TITLE_CHARS / 2))
                            .collect(Collectors.joining(" | "))));
        }
    }

    private Listing.Section days(TopicReplay.Replay replay) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE d MMM", texts.locale());
        List<Listing.Line> lines = replay.days().stream()
                .map(day -> new Listing.Line(format.format(day.date()), texts.count("stories.count", day.stories())))
                .toList();
        return new Listing.Section(
                texts.text(
                        "tune.days",
                        texts.count("stories.count", replay.fitting().size()),
                        replay.looked()),
                lines);
    }

    private Listing.Section stories(String heading, List<Judged> judged, int most) {
        Phrases phrases = request.phrases();
        List<Listing.Line> lines = judged.stream()
                .limit(most)
                .map(one -> new Listing.Line(
                        "#" + one.story().id(),
                        Display.brief(one.story().title(), TITLE_CHARS) + " · " + phrases.byline(one.story()) + " · "
                                + phrases.mentions(one.words())))
                .toList();
        return new Listing.Section(heading, lines);
    }

    private List<Action> actions(Topic topic) {
        Action ask = new Action(texts.text("action.tune-ask"), "/tune " + topic.id(), Action.Kind.ASK);
        if (draft || base.isNew()) {
            List<Action> actions = new ArrayList<>();
            actions.add(new Action(
                    texts.text("action.tune-save"), "/tune " + topic.id() + " save:yes", Action.Kind.CONFIRM));
            if (draft) {
                actions.add(new Action(
                        texts.text("action.tune-drop"), "/tune " + topic.id() + " save:no", Action.Kind.CANCEL));
            }
            actions.add(ask);
            return actions;
        }
        Action open = new Action(texts.text("action.topic"), "/topic " + topic.id());
        return base.own()
                ? List.of(
                        open,
                        new Action(
                                texts.text("action.tune-remove"),
                                "/tune " + topic.id() + " remove:yes",
                                Action.Kind.CANCEL),
                        ask)
                : List.of(open, ask);
    }

    private String footer(Topic topic, List<String> missing, Optional<String> near) {
        List<String> notes = new ArrayList<>();
        near.ifPresent(name -> notes.add(texts.text("note.tune-near", Display.plain(name))));
        if (!missing.isEmpty()) {
            notes.add(texts.text("note.tune-missing", texts.list(missing, Display::plain)));
        }
        notes.add(texts.text("note.tune", topic.id().value()));
        return String.join(" ", notes);
    }
}
