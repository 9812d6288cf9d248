package news.lede.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Account;
import news.lede.answer.Phrases;
import news.lede.answer.RevisionWords;
import news.lede.answer.Texts;
import news.lede.story.StoryView;
import news.lede.story.Timeline.Step;
import news.lede.story.Timelines;
import news.lede.summary.Quotes;

/** {@code /timeline}: how one story developed, day by day: what each article brought, what publishers changed. */
final class TimelineCommand implements Handler {
    /** More lines than a reader follows; the material ones stay. */
    private static final int MOST_LINES = 30;

    private final Newsroom newsroom;
    private final OneStory oneStory;
    private final Timelines timelines;

    TimelineCommand(Newsroom newsroom, OneStory oneStory, Timelines timelines) {
        this.newsroom = newsroom;
        this.oneStory = oneStory;
        this.timelines = timelines;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.TIMELINE;
    }

    @Override
    public Answer answer(Request request) {
        return oneStory.answer(request, spec(), story -> account(request, story));
    }

    private Answer account(Request request, StoryView story) {
        Texts texts = request.texts();
        Phrases phrases = request.phrases();
        List<Step> all = timelines.of(story).steps();
        List<Step> shown = shown(all);
        RevisionWords words = new RevisionWords(
                texts, new Quotes(newsroom.articles(), newsroom.summarizer().allowance()));
        Map<LocalDate, List<Step>> days = new LinkedHashMap<>();
        shown.forEach(step -> days.computeIfAbsent(
                        step.when().atZone(request.asker().workspace().zone()).toLocalDate(), _ -> new ArrayList<>())
                .add(step));
        List<Account.Section> sections = days.values().stream()
                .map(steps -> new Account.Section(
                        phrases.day(steps.getFirst().when()),
                        steps.stream()
                                .map(step -> line(step, words, phrases, texts))
                                .toList()))
                .toList();
        int left = all.size() - shown.size();
        return new Account(
                Account.Kind.TIMELINE,
                texts.text("title.timeline", story.title()),
                story,
                sections,
                List.of(
                        StoryActions.open(texts, story),
                        StoryActions.sources(texts, story),
                        new Action(texts.text("action.related"), "/related " + story.id(), Action.Kind.RELATED)),
                left > 0 ? Optional.of(texts.count("timeline.left", left)) : Optional.empty());
    }

    private static Account.Line line(Step step, RevisionWords words, Phrases phrases, Texts texts) {
        String time = phrases.time(step.when(), step.approximate());
        RevisionWords.Worded worded = words.of(step);
        return new Account.Line(
                step.material() ? texts.text("timeline.material", time) : time, worded.text(), worded.evidence());
    }

    /** All steps of a short timeline; of a long one the material ones first, then as many others as there is room for, the oldest first. */
    private static List<Step> shown(List<Step> all) {
        if (all.size() <= MOST_LINES) {
            return all;
        }
        long material = all.stream().filter(Step::material).count();
        long others = Math.max(0, MOST_LINES - material);
        List<Step> shown = new ArrayList<>();
        for (Step step : all) {
            if (step.material() ? shown.size() < MOST_LINES : others-- > 0) {
                shown.add(step);
            }
        }
        return shown;
    }
}
