package news.lede.telegram;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Place;

/** A desk that knows two stories and every kind of answer, and remembers what it was asked. Its {@code /topics} is for moderators. */
final class FakeDesk implements NewsDesk {
    /** What was asked, by whom. */
    record Asked(Asker asker, String typed) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile BiFunction<Asker, String, Answer> answers = (_, typed) -> usual(typed);

    /** What was said among others and looked at. */
    final List<String> overheard = new CopyOnWriteArrayList<>();

    private volatile Function<String, Optional<Answer>> remarks = _ -> Optional.empty();

    void remarkWith(Function<String, Optional<Answer>> remarks) {
        this.remarks = remarks;
    }

    void answerWith(BiFunction<Asker, String, Answer> answers) {
        this.answers = answers;
    }

    List<String> typed() {
        return asked.stream().map(Asked::typed).toList();
    }

    Asked last() {
        return asked.getLast();
    }

    static Answer usual(String typed) {
        return switch (typed.split(" ")[0]) {
            case "/latest", "/search" ->
                new Answer.StoryList(
                        "Latest stories",
                        List.of(SampleStories.dam(), SampleStories.ferry()),
                        List.of(new Action("Next page", "/latest page:2")),
                        Optional.of("2 of 9"));
            case "/related", "/topic" ->
                new Answer.StoryList(
                        "Related to: Reservoir dam", List.of(SampleStories.ferry()), List.of(), Optional.empty());
            case "/story", "/summarize" ->
                new Answer.StoryCard(
                        "Story", SampleStories.dam(), List.of(new Action("Related", "/related 4")), Optional.empty());
            case "/help", "/topics" ->
                new Answer.Listing(
                        Answer.Listing.Kind.HELP,
                        "What you can ask",
                        List.of(new Answer.Listing.Section(
                                "News",
                                List.of(
                                        new Answer.Listing.Line("/latest", "newest stories"),
                                        new Answer.Listing.Line("/topic TOPIC", "stories on a topic")))),
                        List.of(),
                        Optional.empty());
            default -> new Answer.Notice("You wrote", "You wrote " + typed, List.of(new Action("Help", "/help")));
        };
    }

    @Override
    public List<CommandSpec> commands() {
        return CommandSpecs.ALL;
    }

    @Override
    public Answer answer(Asker asker, String typed) {
        asked.add(new Asked(asker, typed));
        return answers.apply(asker, typed);
    }

    @Override
    public Answer answer(Asker asker, Invocation invocation) {
        throw new AssertionError("this adapter hands over what was typed");
    }

    @Override
    public Optional<Remark> remark(Place place, String said) {
        overheard.add(said);
        return remarks.apply(said)
                .map(answer ->
                        new Remark(answer, new Phrases(Texts.in(Locale.ENGLISH), SampleStories.NOW, ZoneOffset.UTC)));
    }

    @Override
    public List<Choice> complete(Asker asker, String command, String option, String typed) {
        return List.of();
    }
}
