package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking;
import news.lede.story.StoryView;
import news.lede.subscription.Budget;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subscription;
import news.lede.summary.Allowance;
import news.lede.summary.Summarizer;

/**
 * What the last 24 hours would have looked like in a conversation as it is set up now: which stories, for which wish, at once or in which digest, and what the budget would have kept back. Nothing is planned or
 * sent. Where more would have come at once than the budget lets through, the weightiest go first, as they do when it is for real; at what time of the day is not played through.
 */
final class LastDay {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int SHOWN = 6;

    private final Newsroom newsroom;
    private final Rankings rankings;
    private final Forecast forecast;

    LastDay(Newsroom newsroom, Rankings rankings) {
        this.newsroom = newsroom;
        this.rankings = rankings;
        this.forecast = new Forecast(newsroom);
    }

    /** A story somebody here wanted. {@code due}: of the first digest that would have had it; empty: it was wanted at once. */
    private record Wanted(StoryView story, Set<String> names, Optional<Instant> due) {
        Wanted and(String name, Optional<Instant> another) {
            Set<String> all = new LinkedHashSet<>(names);
            all.add(name);
            // At once comes before every digest, and is told once.
            Optional<Instant> first = due.isEmpty() || another.isEmpty()
                    ? Optional.empty()
                    : Optional.of(due.get().isBefore(another.get()) ? due.get() : another.get());
            return new Wanted(story, all, first);
        }
    }

    Answer shown(Request request) {
        Texts texts = request.texts();
        List<Subscription> here =
                newsroom.subscriptions().of(request.asker().conversation().id());
        if (here.isEmpty()) {
            return texts.notice("setup.nothing-to-tell", List.of(way(texts, SetupStep.TOPICS), overview(texts)));
        }
        List<Wanted> wanted = wanted(request, here);
        if (wanted.isEmpty()) {
            return texts.notice(
                    "setup.quiet-day",
                    List.of(way(texts, SetupStep.TOPICS), way(texts, SetupStep.PACKS), overview(texts)),
                    texts.count("settings.sources", request.viewer().sources().size()));
        }
        return list(request, wanted);
    }

    private List<Wanted> wanted(Request request, List<Subscription> here) {
        SubscriptionWords words = new SubscriptionWords(newsroom, request.texts(), request.now());
        Instant since = request.now().minus(DAY);
        Map<StoryId, Wanted> wanted = new LinkedHashMap<>();
        for (Subscription s : here) {
            String name = words.name(s.wish().subject(), s.workspace());
            for (StoryView story : forecast.of(request, s.wish()).stories()) {
                if (!story.published().isBefore(since) && !story.published().isAfter(request.now())) {
                    Optional<Instant> due = s.cadence() instanceof Cadence.ByDigest digest
                            ? Optional.of(DigestSchedule.next(digest, story.published()))
                            : Optional.empty();
                    wanted.merge(
                            story.id(), new Wanted(story, Set.of(name), due), (before, _) -> before.and(name, due));
                }
            }
        }
        return wanted.values().stream()
                .sorted(Comparator.comparing((Wanted w) -> w.story().published())
                        .reversed())
                .toList();
    }

    private Answer list(Request request, List<Wanted> wanted) {
        Texts texts = request.texts();
        Channel channel =
                newsroom.subscriptions().channel(request.asker().conversation().id());
        int budget = Budget.of(channel.budget()).aDay();
        Set<Instant> digests = new TreeSet<>();
        wanted.forEach(w -> w.due().filter(due -> !due.isAfter(request.now())).ifPresent(digests::add));
        Set<StoryId> atOnce = atOnce(request, wanted, Math.max(0, budget - digests.size()));
        long held = wanted.stream().filter(w -> w.due().isEmpty()).count() - atOnce.size();
        Allowance allowance = newsroom.summarizer().allowance();
        List<StoryItem> items = wanted.stream()
                .limit(SHOWN)
                .map(w -> new StoryItem(
                        w.story(),
                        channel.style() == Channel.Style.HEADLINES
                                ? List.of()
                                : newsroom.summarizer().summarize(w.story(), Summarizer.Length.LINE, allowance),
                        List.of(reason(request, channel, w, atOnce)),
                        OptionalDouble.empty(),
                        Optional.empty()))
                .toList();
        List<String> notes = new ArrayList<>();
        notes.add(texts.text(
                "setup.preview.sum",
                texts.count("stories.count", wanted.size()),
                texts.count("setup.preview.messages", atOnce.size()),
                texts.count(
                        "setup.preview.digests",
                        wanted.stream()
                                .flatMap(w -> w.due().stream())
                                .distinct()
                                .count())));
        if (held > 0) {
            notes.add(texts.text("setup.preview.held", texts.count("stories.count", held), budget));
        }
        if (wanted.size() > SHOWN) {
            notes.add(request.phrases().more(wanted.size() - SHOWN));
        }
        return new Answer.StoryList(
                texts.text("title.setup-preview"),
                items,
                List.of(
                        overview(texts),
                        way(texts, SetupStep.TOPICS),
                        way(texts, SetupStep.WHEN),
                        way(texts, SetupStep.STYLE),
                        new Action(
                                SetupForms.name(texts, SetupStep.BUDGET),
                                SetupForms.typed(SetupStep.BUDGET),
                                Action.Kind.BACK)),
                Optional.of(String.join(" ", notes)));
    }

    /** The weightiest of those wanted at once, as many as there is room for. */
    private Set<StoryId> atOnce(Request request, List<Wanted> wanted, int most) {
        List<StoryView> stories = wanted.stream()
                .filter(w -> w.due().isEmpty())
                .map(Wanted::story)
                .toList();
        Set<StoryId> atOnce = new HashSet<>();
        rankings.latest(request, stories).stream()
                .sorted(Comparator.comparingDouble(
                                (StoryRanking.Ranked r) -> r.weight().total())
                        .reversed())
                .limit(most)
                .forEach(r -> atOnce.add(r.story().id()));
        return atOnce;
    }

    private String reason(Request request, Channel channel, Wanted wanted, Set<StoryId> atOnce) {
        Texts texts = request.texts();
        var zone = request.asker().workspace().zone();
        Moments moments = new Moments(texts, request.now(), zone);
        String names = texts.list(List.copyOf(wanted.names()));
        if (wanted.due().isPresent()) {
            Instant due = wanted.due().get();
            String key = due.isAfter(request.now()) ? "setup.preview.next-digest" : "setup.preview.digest";
            return texts.text(key, moments.of(due), names);
        }
        if (!atOnce.contains(wanted.story().id())) {
            return texts.text("setup.preview.kept", names);
        }
        Instant at = wanted.story().published();
        return channel.quiet()
                .flatMap(hours -> hours.endAfter(at, zone))
                .map(until -> texts.text("setup.preview.after-quiet", moments.of(until), names))
                .orElseGet(() -> texts.text("setup.preview.at-once", moments.of(at), names));
    }

    private static Action way(Texts texts, SetupStep step) {
        return new Action(SetupForms.name(texts, step), SetupForms.typed(step));
    }

    private static Action overview(Texts texts) {
        return new Action(texts.text("action.setup"), "/" + CommandSpecs.SETUP.name());
    }
}
