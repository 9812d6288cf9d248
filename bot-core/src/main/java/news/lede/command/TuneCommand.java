package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.PersonKey;
import news.lede.community.Quotas;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import news.lede.text.NameFolding;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicId;
import news.lede.topic.TopicReplay;

/**
 * {@code /tune}: moderators define a topic of their workspace, look at what it would have matched, and save it. What is not saved is a draft of the person who
 * wrote it; each call changes what it names and leaves the rest.
 */
final class TuneCommand implements Handler {
    static final Duration DRAFT_KEPT = Duration.ofDays(30);
    private static final int NAME_CHARS = 40;
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{Ll}\\p{Lo}0-9]+");

    private final Newsroom newsroom;
    private final CommandLine commandLine;
    private final TuneWishes wishes;

    TuneCommand(Newsroom newsroom, CommandLine commandLine, StoryReferences references) {
        this.newsroom = newsroom;
        this.commandLine = commandLine;
        this.wishes = new TuneWishes(newsroom, references);
    }

    /** The definition a call begins with: the asker's draft, else that of the workspace, else what ships, else a new one. */
    record Base(Topic topic, boolean draft, boolean own, boolean ships) {
        boolean isNew() {
            return !draft && !own && !ships;
        }
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.TUNE;
    }

    @Override
    public Answer answer(Request request) {
        String typed = request.arguments().required("topic");
        Optional<Base> base = base(request, typed);
        if (base.isEmpty()) {
            return request.texts().notice("tune.name", List.of(), Display.brief(typed, CommandLine.ECHOED), NAME_CHARS);
        }
        if (!request.asker().decidesOn(base.get().topic().id().value())) {
            return request.refused(request.texts()
                    .notice("tune.not-yours", List.of(), base.get().topic().id().value()));
        }
        return request.arguments().flag("remove").orElse(false)
                ? removed(request, base.get())
                : tuned(request, base.get());
    }

    private Optional<Base> base(Request request, String typed) {
        TopicCatalog catalog = newsroom.topics().get();
        WorkspaceId workspace = request.asker().workspace().id();
        // An alias is no name: who types one may want a topic of their own that is narrower.
        Optional<Topic> known = catalog.called(typed, workspace);
        Optional<TopicId> id = known.map(Topic::id).or(() -> id(typed));
        return id.map(i -> {
            Optional<Topic> draft = newsroom.tuning().drafts().find(workspace, person(request), i);
            Topic topic = draft.or(() -> known).orElseGet(() -> fresh(i, typed));
            return new Base(
                    topic,
                    draft.isPresent(),
                    catalog.own(i, workspace),
                    catalog.shipped(i).isPresent());
        });
    }

    private static Optional<TopicId> id(String typed) {
        String id =
                NO_NAME.matcher(NameFolding.fold(typed)).replaceAll(" ").strip().replace(' ', '-');
        return id.isEmpty() || typed.length() > NAME_CHARS ? Optional.empty() : Optional.of(new TopicId(id));
    }

    /** Until more is said, a new topic is its name. */
    private static Topic fresh(TopicId id, String typed) {
        String name = Display.plain(typed);
        return new Topic(
                id,
                Map.of(Language.ENGLISH, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)),
                "",
                Map.of(Language.UNKNOWN, List.of(name.toLowerCase(Locale.ROOT))),
                Optional.empty());
    }

    private static PersonKey person(Request request) {
        return request.asker().person();
    }

    private Answer tuned(Request request, Base base) {
        return switch (wishes.read(request, base.topic())) {
            case TuneWishes.Wrong(Answer.Notice notice) -> repeated(request, notice);
            case TuneWishes.Read(TuneEdit.Wish wish) ->
                switch (TuneEdit.apply(base.topic(), wish)) {
                    case TuneEdit.Unusable(String word) ->
                        repeated(request, "tune.word", Display.brief(word, CommandLine.ECHOED), WordEdit.MOST_CHARS);
                    case TuneEdit.TooMany(String option, int most) -> repeated(request, "tune.too-many", option, most);
                    case TuneEdit.Both(String word) ->
                        repeated(request, "tune.both", Display.brief(word, CommandLine.ECHOED));
                    case TuneEdit.Changed(Topic topic, List<String> missing) ->
                        changed(request, base, wish, topic, missing);
                };
        };
    }

    private Answer changed(Request request, Base base, TuneEdit.Wish wish, Topic topic, List<String> missing) {
        Optional<Boolean> save = request.arguments().flag("save");
        if (save.isPresent()) {
            return save.get() ? saved(request, base, wish, topic) : dropped(request, base);
        }
        Optional<String> meanwhile = newsroom.tuning()
                .drafts()
                .keptAt(request.asker().workspace().id(), person(request), topic.id())
                .flatMap(since -> Meanwhile.by(
                                request, request.matters().topic(), topic.id().value(), since)
                        .stream()
                        .findFirst())
                .map(last -> Meanwhile.said(request, new AuditWords(newsroom, request), last));
        if (!wish.isEmpty()) {
            WorkspaceId workspace = request.asker().workspace().id();
            newsroom.tuning().drafts().dropOlder(workspace, request.now().minus(DRAFT_KEPT));
            newsroom.tuning().drafts().keep(workspace, person(request), topic, request.now());
        }
        TopicReplay.Replay replay = new TopicReplay(
                        newsroom.stories(),
                        newsroom.views(),
                        newsroom.topicSearch().get())
                .of(
                        topic,
                        request.viewer(),
                        request.now(),
                        request.asker().workspace().zone());
        boolean draft = base.draft() || !wish.isEmpty();
        return new TuneView(request, base, draft).of(topic, replay, missing, near(request, base), meanwhile);
    }

    /** The known topic that somebody may have meant who seems to begin a new one. */
    private Optional<String> near(Request request, Base base) {
        if (!base.isNew()) {
            return Optional.empty();
        }
        String typed = request.arguments().required("topic");
        WorkspaceId workspace = request.asker().workspace().id();
        TopicCatalog catalog = newsroom.topics().get();
        List<String> known =
                catalog.of(workspace).stream().flatMap(TopicCatalog::callings).toList();
        Optional<String> by =
                catalog.named(typed, workspace).map(topic -> topic.id().value());
        return by.or(() -> Nearest.of(typed, known));
    }

    private Answer saved(Request request, Base base, TuneEdit.Wish wish, Topic topic) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        String name = topic.id().value();
        if (!base.draft() && wish.isEmpty() && !base.isNew()) {
            return texts.notice("tune.nothing", List.of(), name);
        }
        int most = newsroom.oversight().limits().most(workspace, Quotas.Kind.TOPICS);
        Optional<Answer> shown = shownFirst(request, topic);
        if (shown.isPresent()) {
            return shown.get();
        }
        if (!base.own() && newsroom.tuning().defined().of(workspace).size() >= most) {
            return repeated(request, "tune.full", most);
        }
        request.changing(request.matters().topic(), name, () -> {
            newsroom.tuning().defined().define(workspace, topic);
            newsroom.tuning().drafts().drop(workspace, person(request), topic.id());
            return true;
        });
        return texts.notice(
                "tune.saved", List.of(open(texts, topic)), Display.plain(topic.name(Language.ENGLISH)), name);
    }

    /** What somebody else saved of the same topic since this draft was written: whoever saves over it is to know. */
    private Optional<Answer> shownFirst(Request request, Topic topic) {
        Texts texts = request.texts();
        String name = topic.id().value();
        Optional<Instant> written =
                newsroom.tuning().drafts().keptAt(request.asker().workspace().id(), person(request), topic.id());
        return written.flatMap(since -> Meanwhile.by(request, request.matters().topic(), name, since).stream()
                        .findFirst())
                .filter(last -> !request.arguments()
                        .text("over")
                        .filter(Long.toString(last.number())::equals)
                        .isPresent())
                .map(last -> texts.notice(
                        "tune.meanwhile",
                        List.of(
                                new Action(
                                        texts.text("action.save-over"),
                                        "/tune " + name + " save:yes over:" + last.number(),
                                        Action.Kind.CONFIRM),
                                new Action(
                                        texts.text("action.drop-draft"),
                                        "/tune " + name + " save:no",
                                        Action.Kind.CANCEL)),
                        name,
                        Meanwhile.said(request, new AuditWords(newsroom, request), last)));
    }

    private Answer dropped(Request request, Base base) {
        Texts texts = request.texts();
        String name = base.topic().id().value();
        if (!base.draft()) {
            return texts.notice("tune.no-draft", List.of(), name);
        }
        newsroom.tuning()
                .drafts()
                .drop(
                        request.asker().workspace().id(),
                        person(request),
                        base.topic().id());
        return texts.notice("tune.dropped", List.of(), name);
    }

    private Answer removed(Request request, Base base) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        TopicId id = base.topic().id();
        if (base.own()) {
            request.changing(request.matters().topic(), id.value(), () -> {
                newsroom.tuning().defined().remove(workspace, id);
                newsroom.tuning().drafts().drop(workspace, person(request), id);
                return true;
            });
            return base.ships()
                    ? texts.notice("tune.reset", List.of(open(texts, base.topic())), id.value())
                    : texts.notice("tune.removed", List.of(), id.value());
        }
        return base.draft() ? dropped(request, base) : texts.notice("tune.not-own", List.of(), id.value());
    }

    private static Action open(Texts texts, Topic topic) {
        return new Action(texts.text("action.topic"), "/topic " + topic.id());
    }

    private Answer repeated(Request request, String notice, Object... arguments) {
        return repeated(request, request.texts().notice(notice, List.of(), arguments));
    }

    /** Whoever has typed a long definition is given it back to correct. */
    private Answer repeated(Request request, Answer.Notice notice) {
        return new Answer.Notice(
                notice.title(),
                notice.text() + "\n\n"
                        + request.texts()
                                .text(
                                        "tune.correct",
                                        commandLine.write(request.arguments().invocation())),
                notice.actions());
    }
}
