package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.Quotas;
import news.lede.subscription.Budget;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Filter;
import news.lede.subscription.FilterFault;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.subscription.Subscriptions;
import news.lede.subscription.Wish;
import news.lede.text.Language;

/** {@code /subscribe}: shows what a wish would have brought, and starts it once that is confirmed. Nothing is stored before. */
final class SubscribeCommand implements Handler {
    private static final int SHOWN = 3;
    private static final int WEEK = 7;

    private final Newsroom newsroom;
    private final CommandLine commandLine;
    private final StoryLists lists;
    private final SubjectReader subjects;
    private final Forecast forecast;

    SubscribeCommand(Newsroom newsroom, CommandLine commandLine, StoryLists lists) {
        this.newsroom = newsroom;
        this.commandLine = commandLine;
        this.lists = lists;
        this.subjects = new SubjectReader(newsroom);
        this.forecast = new Forecast(newsroom);
    }

    /** All that was asked for, understood. {@code there}: asked as where it is to be told. */
    private record Plan(Request there, Targets.Target target, Wish wish, Cadence cadence, SubjectReader.Found found) {}

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SUBSCRIBE;
    }

    @Override
    public Answer answer(Request request) {
        return switch (Targets.of(request, request.arguments().text("to"))) {
            case Targets.Refused(Answer.Notice notice) -> notice;
            case Targets.Target target -> at(request, target);
        };
    }

    private Answer at(Request request, Targets.Target target) {
        // What is told there is seen with the eyes of that place, but said in the language of whoever asks.
        Request there = request.as(target.asker().speaking(request.asker().locale()));
        Texts texts = request.texts();
        Filter filter;
        switch (Filter.parse(request.arguments().text("filter").orElse(""))) {
            case Filter.Parsed.Wrong(FilterFault fault) -> {
                return FilterNotices.of(fault, texts);
            }
            case Filter.Parsed.Read(Filter read) -> filter = read;
        }
        Optional<Set<Language>> languages = request.arguments()
                .text("language")
                .map(SubjectReader::languages)
                .orElse(Optional.of(Set.of()));
        if (languages.isEmpty()) {
            return texts.notice(
                    "subscribe.language",
                    List.of(),
                    Display.brief(request.arguments().required("language"), CommandLine.ECHOED));
        }
        int least = request.arguments().text("least").map(Integer::valueOf).orElse(1);
        return switch (CadenceReader.read(there)) {
            case CadenceReader.Wrong(Answer.Notice notice) -> notice;
            case CadenceReader.Read(Cadence cadence) ->
                switch (subjects.read(there)) {
                    case SubjectReader.Wrong(Answer.Notice notice) -> notice;
                    case SubjectReader.Found found -> {
                        Wish wish = Wish.of(found.subject(), filter, languages.get(), least);
                        Plan plan = new Plan(there, target, wish, cadence, found);
                        boolean confirmed = request.arguments().flag("confirm").orElse(false);
                        yield confirmed ? started(plan) : preview(plan);
                    }
                };
        };
    }

    private Answer started(Plan plan) {
        Request there = plan.there();
        Texts texts = there.texts();
        Optional<Instant> due = plan.cadence() instanceof Cadence.ByDigest digest
                ? Optional.of(DigestSchedule.next(digest, there.now()))
                : Optional.empty();
        Subscriptions.Outcome outcome = there.ledger().together(() -> subscribed(plan, due));
        return switch (outcome) {
            case Subscriptions.Outcome.Full(int most, boolean workspace) ->
                texts.notice(
                        workspace ? "subscribe.full-workspace" : "subscribe.full",
                        List.of(new Action(texts.text("action.subscriptions"), "/subscriptions")),
                        most);
            case Subscriptions.Outcome.Subscribed(Subscription subscription, boolean fresh) ->
                confirmed(plan, subscription, fresh, due);
        };
    }

    /** Writes it down too: what is there already is told in another way from now on. */
    private Subscriptions.Outcome subscribed(Plan plan, Optional<Instant> due) {
        Request there = plan.there();
        Asker asker = plan.target().asker();
        Map<SubscriptionId, Map<String, String>> before = new HashMap<>();
        newsroom.subscriptions()
                .of(plan.target().conversation())
                .forEach(s -> before.put(s.id(), SubscriptionMatter.fields(s)));
        int most = newsroom.oversight().limits().most(asker.workspace().id(), Quotas.Kind.SUBSCRIPTIONS);
        Subscriptions.Outcome outcome = newsroom.subscriptions()
                .subscribe(asker.conversation(), plan.wish(), plan.cadence(), due, asker.person(), there.now(), most);
        if (outcome instanceof Subscriptions.Outcome.Subscribed(Subscription made, boolean _)) {
            there.ledger()
                    .changed(
                            asker,
                            there.matters().subscription().action(),
                            SubscriptionMatter.subject(made.id()),
                            before.getOrDefault(made.id(), Map.of()),
                            SubscriptionMatter.fields(made));
        }
        return outcome;
    }

    private Answer confirmed(Plan plan, Subscription subscription, boolean fresh, Optional<Instant> due) {
        Request there = plan.there();
        Texts texts = there.texts();
        SubscriptionWords words = words(there);
        List<String> lines = new ArrayList<>();
        lines.add(
                plan.cadence() instanceof Cadence.ByDigest digest && due.isPresent()
                        ? texts.text("subscribe.next", words.moment(due.get(), digest.zone()))
                        : texts.text("subscribe.at-once"));
        folded(plan).ifPresent(lines::add);
        lines.addAll(words.limits(plan.wish()));
        lines.add(where(plan));
        Channel channel = newsroom.subscriptions().channel(plan.target().conversation());
        ZoneId zone = there.asker().workspace().zone();
        words.paused(channel.pausedUntil(), zone)
                .ifPresent(paused -> lines.add(texts.text("subscribe.paused", paused)));
        List<Action> actions = List.of(
                new Action(texts.text("action.unsubscribe"), "/unsubscribe " + subscription.id(), Action.Kind.CANCEL),
                new Action(texts.text("action.subscriptions"), "/subscriptions"));
        Answer.Notice notice = texts.notice(
                fresh ? "subscribe.done" : "subscribe.changed", actions, name(plan), String.join("\n", lines));
        return notice;
    }

    private SubscriptionWords words(Request there) {
        return new SubscriptionWords(newsroom, there.texts(), there.now());
    }

    private String name(Plan plan) {
        return words(plan.there())
                .name(plan.wish().subject(), plan.there().asker().workspace().id());
    }

    private static String where(Plan plan) {
        return plan.there().texts().text(plan.target().own() ? "subscribe.to-me" : "subscribe.to-here");
    }

    private Answer preview(Plan plan) {
        Request there = plan.there();
        Texts texts = there.texts();
        Forecast.Matches matches = forecast.of(there, plan.wish());
        SubscriptionWords words = words(there);
        String title = texts.text("title.subscribe", name(plan), words.cadence(plan.cadence()));
        List<String> notes = new ArrayList<>();
        notes.add(expected(plan, matches));
        folded(plan).ifPresent(notes::add);
        notes.addAll(words.limits(plan.wish()));
        notes.add(where(plan));
        plan.found()
                .near()
                .ifPresent(near ->
                        notes.add(texts.text("note.subscribe-near", near.id().value())));
        notes.add(texts.text("note.subscribe"));
        List<Action> actions = new ArrayList<>();
        actions.add(new Action(texts.text("action.start"), start(plan), Action.Kind.CONFIRM));
        actions.add(new Action(
                texts.text("action.subscribe-ask"),
                commandLine.write(there.arguments().invocation()),
                Action.Kind.ASK));
        plan.found()
                .near()
                .ifPresent(near -> actions.add(
                        new Action(Display.plain(near.name(TopicStories.language(texts))), "/subscribe " + near.id())));
        if (matches.stories().isEmpty()) {
            return texts.notice(
                    "subscribe.preview", actions, name(plan), String.join("\n", notes), span(plan, matches.looked()));
        }
        return lists.shown(
                title,
                matches.stories().stream().limit(SHOWN).toList(),
                actions,
                Optional.of(String.join(" · ", notes)));
    }

    /** "About 3 messages a day, by the last 7 days". */
    private String expected(Plan plan, Forecast.Matches matches) {
        String span = span(plan, matches.looked());
        if (plan.cadence() instanceof Cadence.ByDigest digest) {
            double aWeek = digest.days().size() * digest.times().size();
            return about(plan, "expected.digest", "expected.digest-fewer", matches.aDay() * WEEK / aWeek, span);
        }
        int most = budget(plan);
        String expected = matches.aDay() >= 1
                ? about(plan, "expected.day", "expected.week-fewer", matches.aDay(), span)
                : about(plan, "expected.week", "expected.week-fewer", matches.aDay() * WEEK, span);
        return Math.round(matches.aDay()) > most
                ? expected + " " + plan.there().texts().text("expected.over", most)
                : expected;
    }

    /** {@code fewer} is said where the number rounds to none. */
    private static String about(Plan plan, String key, String fewer, double number, String span) {
        long rounded = Math.round(number);
        Texts texts = plan.there().texts();
        return rounded < 1 ? texts.text(fewer, span) : texts.text(key, rounded, span);
    }

    /** "7 days", "9 hours". */
    private static String span(Plan plan, Duration looked) {
        Texts texts = plan.there().texts();
        return looked.toDays() >= 2
                ? texts.count("age.days", looked.toDays())
                : texts.count("age.hours", looked.toHours());
    }

    private int budget(Plan plan) {
        return Budget.of(newsroom.subscriptions()
                        .channel(plan.target().conversation())
                        .budget())
                .aDay();
    }

    /** Said where a day has fewer messages than digests, this one among them. */
    private Optional<String> folded(Plan plan) {
        if (!(plan.cadence() instanceof Cadence.ByDigest digest)) {
            return Optional.empty();
        }
        Set<LocalTime> times = new TreeSet<>(digest.times());
        newsroom.subscriptions().of(plan.target().asker().conversation().id()).stream()
                .map(Subscription::cadence)
                .forEach(cadence -> {
                    if (cadence instanceof Cadence.ByDigest other) {
                        times.addAll(other.times());
                    }
                });
        int most = budget(plan);
        return times.size() > most
                ? Optional.of(plan.there().texts().count("expected.folded", most))
                : Optional.empty();
    }

    /** The same call, confirmed, with the place named: a button may be pressed elsewhere than it stands. */
    private String start(Plan plan) {
        Map<String, String> options =
                new HashMap<>(plan.there().arguments().invocation().options());
        options.put("to", plan.target().conversation().toString());
        options.put("confirm", "yes");
        if (!plan.wish().filter().isEmpty()) {
            // A quote at the beginning of an option holds all of it together; in parentheses it is a phrase.
            String filter = plan.wish().filter();
            options.put("filter", filter.startsWith("\"") ? "(" + filter + ")" : filter);
        }
        if (plan.wish().subject() instanceof Subject.OfTopic(String topic)) {
            options.put("topic", topic);
        }
        return commandLine.write(new Invocation(CommandSpecs.SUBSCRIBE.name(), options));
    }
}
