package news.lede.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.alert.Delivery;
import news.lede.alert.Outbox.Waiting;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;

/** {@code /held}: what the budget or the quiet hours of a conversation keep back, why, and when it goes. */
final class HeldCommand implements Handler {
    private final Newsroom newsroom;
    private final StoryLists lists;

    HeldCommand(Newsroom newsroom, StoryLists lists) {
        this.newsroom = newsroom;
        this.lists = lists;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.HELD;
    }

    @Override
    public Answer answer(Request request) {
        return switch (Targets.of(request, request.arguments().text("to"))) {
            case Targets.Refused(Answer.Notice notice) -> notice;
            case Targets.Target(Asker there, boolean _) -> held(request, there);
        };
    }

    private Answer held(Request request, Asker there) {
        Texts texts = request.texts();
        PlaceState place = new PlaceState(newsroom, request, there);
        List<StoryLists.Line> lines = lines(request, there, place);
        if (lines.isEmpty()) {
            List<Action> actions = List.of(new Action(texts.text("action.subscriptions"), "/subscriptions"));
            return texts.notice("held.none", actions, place.budgetLine());
        }
        List<String> notes = new ArrayList<>();
        place.obstacles().forEach(line -> notes.add(line.name() + ": " + line.text() + "."));
        notes.add(place.budgetLine() + ".");
        notes.add(texts.text("note.held"));
        return lists.page(request, texts.text("title.held"), lines, Optional.of(String.join(" ", notes)));
    }

    /** A story each, the one that waits longest first. */
    private List<StoryLists.Line> lines(Request request, Asker there, PlaceState place) {
        ConversationId conversation = there.conversation().id();
        Going going = new Going(request.texts(), place, nextDigest(conversation, request.now()), request, there);
        Map<StoryId, List<Waiting>> byStory = new LinkedHashMap<>();
        Map<StoryId, StoryView> views = new LinkedHashMap<>();
        for (Waiting waiting : newsroom.dispatch().outbox().waiting(conversation)) {
            waiting.story()
                    .flatMap(story -> newsroom.views().view(story, there.viewer()))
                    .ifPresent(view -> {
                        views.put(view.id(), view);
                        byStory.computeIfAbsent(view.id(), _ -> new ArrayList<>())
                                .add(waiting);
                    });
        }
        return views.values().stream()
                .map(view -> new StoryLists.Line(
                        view,
                        byStory.getOrDefault(view.id(), List.of()).stream()
                                .flatMap(going::reasons)
                                .distinct()
                                .toList(),
                        0))
                .toList();
    }

    /** When the next digest that is not paused takes along what waits. */
    private Optional<Instant> nextDigest(ConversationId conversation, Instant now) {
        return newsroom.subscriptions().of(conversation).stream()
                .filter(s -> s.pausedUntil().filter(now::isBefore).isEmpty())
                .flatMap(s -> newsroom.subscriptions().nextDue(s.id()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Why something waits, and when it goes. */
    private record Going(Texts texts, PlaceState place, Optional<Instant> digest, Request request, Asker there) {
        Stream<String> reasons(Waiting waiting) {
            Stream<String> kind = switch (waiting.kind()) {
                case UPDATE -> Stream.of(texts.text("held.update"));
                case CORRECTION -> Stream.of(texts.text("held.correction"));
                case FIRST, DIGEST -> Stream.empty();
            };
            return Stream.concat(kind, Stream.of(why(waiting)));
        }

        private String why(Waiting waiting) {
            if (waiting.why().isEmpty()) {
                return texts.text("held.deciding");
            }
            return switch (waiting.why().get()) {
                case QUIET ->
                    place.quietUntil()
                            .map(until -> texts.text("held.quiet", moment(until)))
                            .orElseGet(() -> texts.text("held.quiet-over"));
                case BUDGET -> budget(waiting);
            };
        }

        private String budget(Waiting waiting) {
            // A correction is told by itself, never within a digest.
            if (digest.isPresent() && waiting.kind() != Delivery.Kind.CORRECTION) {
                return texts.text("held.digest", moment(digest.get()));
            }
            return place.isSpent() ? texts.text("held.tomorrow") : texts.text("held.evening");
        }

        private String moment(Instant at) {
            return new Moments(texts, request.now(), there.workspace().zone()).of(at);
        }
    }
}
