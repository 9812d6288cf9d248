package news.lede.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.source.Source;
import news.lede.story.StoryView;
import news.lede.text.Language;
import news.lede.topic.Topic;

/** Completes the options that can be chosen from: topics, stories by title, sources by name, commands. Thread-safe. */
final class Completion {
    private final Newsroom newsroom;
    private final CommandLine commandLine;
    private final RecentStories recent;

    Completion(Newsroom newsroom, CommandLine commandLine) {
        this.newsroom = newsroom;
        this.commandLine = commandLine;
        this.recent = new RecentStories(newsroom);
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
            case WORDS, LINK, COUNT, PAGE -> List.of();
        };
    }

    private List<Candidate> topics(Asker asker) {
        Language language = TopicStories.language(Texts.in(asker.locale()));
        return newsroom.topics().get().of(asker.workspace().id()).stream()
                .map(t -> topic(t, language))
                .toList();
    }

    private static Candidate topic(Topic topic, Language language) {
        return new Candidate(
                topic.name(language), topic.id().value(), List.of(topic.id().value(), topic.name(language)));
    }

    private List<Candidate> stories(Asker asker) {
        return recent.of(asker.viewer()).stream().map(Completion::story).toList();
    }

    private static Candidate story(StoryView story) {
        String number = "#" + story.id();
        return new Candidate(
                number + " " + story.title(),
                story.id().toString(),
                List.of(story.title(), number, story.id().toString()));
    }

    private List<Candidate> sources(Asker asker) {
        Stream<String> titles = newsroom.sources().all().stream()
                .filter(s -> asker.viewer().sources().contains(s.id()))
                .map(Source::title);
        Stream<String> publishers = recent.of(asker.viewer()).stream().flatMap(s -> s.publishers().stream());
        return Stream.concat(titles, publishers)
                .distinct()
                .sorted(Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT)))
                .map(name -> new Candidate(name, name, List.of(name)))
                .toList();
    }

    private List<Candidate> commands(Asker asker) {
        return commandLine.specs().stream()
                .filter(s -> asker.role().may(s.role()))
                .map(s -> new Candidate("/" + s.name(), s.name(), List.of(s.name(), "/" + s.name())))
                .toList();
    }
}
