package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.RevisionWords;
import news.lede.answer.Texts;
import news.lede.community.ConversationId;
import news.lede.community.Looks;
import news.lede.community.PersonKey;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking.Ranked;
import news.lede.summary.Quotes;

/**
 * {@code /since}: what became of this conversation's stories since the asker last looked. Looking moves the mark, once the answer is made; turning its pages does not: they carry from when until when the
 * look went.
 */
final class SinceCommand implements Handler {
    private static final Duration FIRST_LOOK = Duration.ofHours(24);
    private static final int MOST_STEPS = 3;

    private final Newsroom newsroom;
    private final Looks looks;
    private final StoryLists lists;
    private final Rankings rankings;
    private final Changes changes;

    SinceCommand(Newsroom newsroom, StoryLists lists, Rankings rankings) {
        this.newsroom = newsroom;
        this.looks = newsroom.looks();
        this.lists = lists;
        this.rankings = rankings;
        this.changes = new Changes(newsroom);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SINCE;
    }

    /** A look. {@code last}: when the one before was, if that is known. */
    private record Look(Span span, Optional<Instant> last) {}

    @Override
    public Answer answer(Request request) {
        Optional<Span> turned = request.arguments().span();
        if (turned.isPresent()) {
            return answer(
                    request, new Look(turned.get(), Optional.of(turned.get().from())));
        }
        ConversationId conversation = request.asker().conversation().id();
        PersonKey person = request.asker().person();
        Optional<Instant> last = looks.last(conversation, person, request.now());
        Instant from = last.orElse(request.now().minus(FIRST_LOOK));
        Answer answer = answer(request, new Look(new Span(from, request.now()), last));
        looks.looked(conversation, person, request.now());
        return answer;
    }

    private Answer answer(Request request, Look look) {
        List<Changed> changed = changes.in(look.span(), request.viewer());
        return changed.isEmpty() ? nothing(request, look) : list(request, look, changed);
    }

    private Answer nothing(Request request, Look look) {
        Texts texts = request.texts();
        List<Action> actions = List.of(new Action(texts.text("action.latest"), "/latest"));
        return look.last()
                .map(last ->
                        texts.notice("since.nothing", actions, request.phrases().age(last, false)))
                .orElseGet(() -> texts.notice("since.first", actions));
    }

    private Answer list(Request request, Look look, List<Changed> changed) {
        Map<StoryId, Changed> byStory = new HashMap<>();
        changed.forEach(each -> byStory.put(each.story().id(), each));
        List<Ranked> ordered = ordered(request, changed);
        List<StoryLists.Line> lines = new ArrayList<>();
        for (Ranked ranked : ordered) {
            Changed each = byStory.getOrDefault(ranked.story().id(), changed.getFirst());
            // Two orders stand behind each other, whose weights say nothing of one another.
            int behind = ordered.size() - lines.size() - 1;
            lines.add(new StoryLists.Line(ranked.story(), reasons(request.texts(), each), behind));
        }
        Request paged =
                request.with(request.arguments().with("span", look.span().written()));
        Texts texts = request.texts();
        return lists.page(
                paged,
                look.last().isPresent() ? texts.text("title.since") : texts.text("title.since-first"),
                lines,
                Optional.of(note(request, look, changed)),
                (story, allowance) -> {
                    RevisionWords words = new RevisionWords(texts, new Quotes(newsroom.articles(), allowance));
                    return Optional.ofNullable(byStory.get(story.id()))
                            .map(each -> quoted(each, words))
                            .orElse(List.of());
                });
    }

    /** What readers who know a story want to hear of, then everything else; each by weight. */
    private List<Ranked> ordered(Request request, List<Changed> changed) {
        List<Ranked> ordered = new ArrayList<>(ranked(request, changed, Changed::first));
        ordered.addAll(ranked(request, changed, Predicate.not(Changed::first)));
        return ordered;
    }

    private List<Ranked> ranked(Request request, List<Changed> changed, Predicate<Changed> which) {
        return rankings.latest(
                request, changed.stream().filter(which).map(Changed::story).toList());
    }

    private static List<String> reasons(Texts texts, Changed changed) {
        List<String> reasons = new ArrayList<>();
        if (changed.begun()) {
            reasons.add(texts.text("since.new"));
        }
        if (changed.begun() ? changed.publishers() > 1 : changed.publishers() > 0) {
            reasons.add(
                    changed.begun()
                            ? texts.text("rank.publishers", changed.publishers())
                            : texts.count("since.publishers", changed.publishers()));
        } else if (changed.grown()) {
            reasons.add(texts.count("since.articles", changed.articles()));
        }
        return reasons;
    }

    /** The corrections, then what else came, each the latest first. A story that is new as a whole has all its news in the summary. */
    private static List<String> quoted(Changed changed, RevisionWords words) {
        return changed.steps().reversed().stream()
                .filter(step -> !changed.begun() || Changed.correcting(step))
                .sorted(Comparator.comparing(step -> !Changed.correcting(step)))
                .limit(MOST_STEPS)
                .map(step -> Changed.correcting(step)
                        ? words.withPublisher(step)
                        : words.of(step).text())
                .distinct()
                .toList();
    }

    private String note(Request request, Look look, List<Changed> changed) {
        Texts texts = request.texts();
        List<String> counts = new ArrayList<>();
        count(texts, "since.count.new", changed, Changed::begun, counts);
        count(texts, "since.count.grown", changed, Changed::grown, counts);
        count(texts, "since.count.corrected", changed, Changed::corrected, counts);
        String all = texts.list(counts);
        return look.last()
                .map(last -> texts.text("since.note", request.phrases().age(last, false), all))
                .orElseGet(() -> texts.text("since.note-first", all));
    }

    private static void count(
            Texts texts, String key, List<Changed> changed, Predicate<Changed> which, List<String> counts) {
        long count = changed.stream().filter(which).count();
        if (count > 0) {
            counts.add(texts.count(key, count));
        }
    }
}
