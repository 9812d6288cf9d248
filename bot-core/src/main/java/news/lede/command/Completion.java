package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.story.StoryView;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;

/** Completes the options that can be chosen from: topics, stories by title, sources by name, commands. From memory, which is filled beside. Thread-safe. */
final class Completion {
    private static final int VIEWERS = 500;
    private static final int WORKSPACES = 1_000;
    private static final Duration STORIES_FRESH = Duration.ofSeconds(30);

    private final Newsroom newsroom;
    private final CommandLine commandLine;
    private final Ledger ledger;
    private final Remembered<Viewer, Recent> recent;
    private final Remembered<WorkspaceId, List<Topic>> topics;
    private final Remembered<WorkspaceId, List<Candidate>> followables;
    private final Remembered<Own, List<Candidate>> subscriptions;

    /** Whose subscriptions, and where. */
    private record Own(ConversationId conversation, PersonKey person, Locale locale) {}

    /** {@code background}: where the store is read. Platforms ask at every key pressed, and want to be answered at once. */
    Completion(Newsroom newsroom, CommandLine commandLine, Ledger ledger, Executor background) {
        this.newsroom = newsroom;
        this.commandLine = commandLine;
        this.ledger = ledger;
        InstantSource clock = newsroom.clock();
        this.recent = new Remembered<>(background, clock, STORIES_FRESH, VIEWERS);
        this.topics = new Remembered<>(background, clock, Duration.ZERO, WORKSPACES);
        this.followables = new Remembered<>(background, clock, Duration.ZERO, WORKSPACES);
        this.subscriptions = new Remembered<>(background, clock, Duration.ZERO, WORKSPACES);
    }

    /** Nothing for a command or option there is not, that the asker may not use, or that has no choices. */
    List<Choice> of(Asker asker, String command, String option, String typed) {
        Optional<Option.Kind> kind = commandLine
                .spec(command)
                .filter(s -> asker.role().may(s.role()))
                .flatMap(s -> s.option(option))
                .map(Option::kind);
        return kind.map(k -> Matching.best(typed, candidates(k, asker))).orElse(List.of());
    }

    private List<Candidate> candidates(Option.Kind kind, Asker asker) {
        return switch (kind) {
            case TOPIC -> topics(asker);
            case STORY -> stories(asker);
            case SOURCE -> sources(asker);
            case COMMAND -> commands(asker);
            case ACTION -> actions(Texts.in(asker.locale()));
            case FOLLOWABLE ->
                followables
                        .get(asker.workspace().id(), () -> followables(asker))
                        .orElse(List.of());
            case LENGTH -> lengths(Texts.in(asker.locale()));
            case FLAG -> YesNo.choices(Texts.in(asker.locale()));
            case WHEN -> SpokenChoice.WHEN.candidates(Texts.in(asker.locale()));
            case TARGET -> SpokenChoice.TO.candidates(Texts.in(asker.locale()));
            case GRANT -> SpokenChoice.GRANT.candidates(Texts.in(asker.locale()));
            case STYLE -> SpokenChoice.STYLE.candidates(Texts.in(asker.locale()));
            case SILENT -> SpokenChoice.SILENT.candidates(Texts.in(asker.locale()));
            case STEP -> SpokenChoice.STEP.candidates(Texts.in(asker.locale()));
            case OPINION -> SpokenChoice.OPINION.candidates(Texts.in(asker.locale()));
            case FAULT -> SpokenChoice.FAULT.candidates(Texts.in(asker.locale()));
            case LANGUAGE -> Tongues.candidates(Texts.in(asker.locale()));
            case ZONE -> ZoneNames.candidates(newsroom.clock().instant());
            case SUBSCRIPTION ->
                subscriptions
                        .get(
                                new Own(asker.conversation().id(), asker.person(), asker.locale()),
                                () -> subscriptions(asker))
                        .orElse(List.of());
            case WORDS, TEXT, LINK, COUNT, PAGE, SPAN, VIEW, FILTER, PERSON, FILE -> List.of();
        };
    }

    private List<Candidate> subscriptions(Asker asker) {
        Instant now = newsroom.clock().instant();
        SubscriptionWords words = new SubscriptionWords(newsroom, Texts.in(asker.locale()), now);
        return new OwnSubscriptions(newsroom)
                .all(new Request(asker, new Arguments(new Invocation("", Map.of())), now, ledger)).stream()
                        .map(s -> {
                            String number = s.id().toString();
                            String name = words.name(s.wish().subject(), s.workspace());
                            return new Candidate(name + " (" + number + ")", number, List.of(name, number));
                        })
                        .toList();
    }

    static List<Candidate> actions(Texts texts) {
        return List.of(SourceCommand.What.values()).stream()
                .map(what -> new Candidate(
                        what.typed() + " - " + explained(what, texts), what.typed(), List.of(what.typed())))
                .toList();
    }

    static List<Candidate> lengths(Texts texts) {
        return List.of(BriefLength.values()).stream()
                .map(length -> new Candidate(
                        texts.count("age.minutes", length.minutes()),
                        Integer.toString(length.minutes()),
                        List.of(Integer.toString(length.minutes()))))
                .toList();
    }

    private static String explained(SourceCommand.What what, Texts texts) {
        return switch (what) {
            case ADD -> texts.text("source.what.add");
            case PAGE -> texts.text("source.what.page");
            case REMOVE -> texts.text("source.what.remove");
            case LIST -> texts.text("source.what.list");
        };
    }

    /** Packs to choose from, and what can be taken away again. */
    private List<Candidate> followables(Asker asker) {
        Following following = newsroom.following().get();
        Set<SourceId> own = following.communities().ownSources(asker.workspace().id());
        Stream<Candidate> packs = following.follows().packs().stream()
                .map(pack -> new Candidate(
                        pack + " - " + following.follows().title(pack),
                        pack,
                        List.of(pack, following.follows().title(pack))));
        Stream<Candidate> sources = newsroom.sources().all().stream()
                .filter(s -> own.contains(s.id()))
                .map(s -> new Candidate(s.title(), s.title(), List.of(s.title(), s.address())));
        return Stream.concat(packs, sources).toList();
    }

    private List<Candidate> topics(Asker asker) {
        Language language = TopicStories.language(Texts.in(asker.locale()));
        WorkspaceId workspace = asker.workspace().id();
        return topics.get(workspace, () -> newsroom.topics().get().of(workspace)).stream()
                .flatMap(List::stream)
                .map(t -> topic(t, language))
                .toList();
    }

    private static Candidate topic(Topic topic, Language language) {
        Stream<String> aliases =
                Stream.of(language, Language.ENGLISH).flatMap(l -> topic.aliases().getOrDefault(l, List.of()).stream());
        return new Candidate(
                topic.name(language),
                topic.id().value(),
                Stream.concat(Stream.of(topic.id().value(), topic.name(language)), aliases)
                        .toList(),
                TopicCatalog.callings(topic).toList());
    }

    private List<Candidate> stories(Asker asker) {
        return recent(asker).stream()
                .flatMap(recently -> recently.stories().stream())
                .map(Completion::story)
                .toList();
    }

    private static Candidate story(StoryView story) {
        String number = "#" + story.id();
        return new Candidate(
                number + " " + story.title(),
                story.id().toString(),
                List.of(story.title(), number, story.id().toString()));
    }

    private List<Candidate> sources(Asker asker) {
        return recent(asker).stream()
                .flatMap(recently -> recently.sources().stream())
                .map(name -> new Candidate(name, name, List.of(name)))
                .toList();
    }

    private Optional<Recent> recent(Asker asker) {
        Viewer viewer = asker.viewer();
        return recent.get(viewer, () -> Recent.of(viewer, newsroom));
    }

    private List<Candidate> commands(Asker asker) {
        return commandLine.specs().stream()
                .filter(s -> asker.role().may(s.role()))
                .map(s -> new Candidate("/" + s.name(), s.name(), List.of(s.name(), "/" + s.name())))
                .toList();
    }
}
