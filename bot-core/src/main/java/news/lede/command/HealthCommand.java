package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.alert.Delivery;
import news.lede.alert.Delivery.State;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.source.Source;
import news.lede.subscription.Subscription;

/** {@code /health}: whether news comes in, goes out and may be written here; of what does not, in words, what to do about it. */
final class HealthCommand implements Handler {
    private static final Duration DAY = Duration.ofDays(1);
    /** Messages that are looked at; more a day no budget allows. */
    private static final int LATEST = 120;

    private static final int SOURCES_NAMED = 6;
    private static final int PLACES_NAMED = 5;

    private final Newsroom newsroom;

    HealthCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.HEALTH;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        PlaceState place = new PlaceState(newsroom, request, request.asker());
        List<Delivery> lately = lately(request);
        SourceTrail trail = new SourceTrail(newsroom, request);
        List<Source> failing = trail.failing();
        List<Listing.Line> wrong = new ArrayList<>();
        wrong.addAll(shut(request, place));
        wrong.addAll(lost(request, lately));
        failing.stream().limit(SOURCES_NAMED).map(trail::line).forEach(wrong::add);
        if (failing.size() > SOURCES_NAMED) {
            wrong.add(new Listing.Line(
                    texts.text("health.name.more"), texts.text("health.more-sources", failing.size() - SOURCES_NAMED)));
        }
        List<Listing.Section> sections = new ArrayList<>();
        if (!wrong.isEmpty()) {
            sections.add(new Listing.Section(texts.text("health.section.wrong"), wrong));
        }
        sections.add(new Listing.Section(texts.text("health.section.state"), state(request, place, lately, trail)));
        return new Listing(
                Listing.Kind.SETTINGS,
                wrong.isEmpty() ? texts.text("title.health-well") : texts.text("title.health", wrong.size()),
                sections,
                actions(texts, !failing.isEmpty()),
                Optional.of(texts.text("note.health")));
    }

    private static List<Action> actions(Texts texts, boolean failing) {
        Action sources = new Action(texts.text("action.sources"), "/sources");
        Action why = new Action(texts.text("action.why-here"), "/why", Action.Kind.WHY);
        Action held = new Action(texts.text("title.held"), "/held");
        Action setup = new Action(texts.text("title.setup"), "/" + CommandSpecs.SETUP.name());
        return failing ? List.of(sources, why, held, setup) : List.of(why, held, sources, setup);
    }

    /** Places that cannot be written to: this one, and others of the workspace that are subscribed to something. */
    private List<Listing.Line> shut(Request request, PlaceState here) {
        ConversationId conversation = request.asker().conversation().id();
        Stream<Listing.Line> first =
                isShut(conversation) ? here.obstacles().stream().limit(1) : Stream.empty();
        Stream<Listing.Line> others = newsroom
                .subscriptions()
                .of(request.asker().workspace().id())
                .stream()
                .map(Subscription::conversation)
                .filter(other -> !other.equals(conversation) && isShut(other))
                .distinct()
                .limit(PLACES_NAMED)
                .flatMap(other -> newsroom.following().get().communities().find(other).stream())
                .map(other -> elsewhere(request, other));
        return Stream.concat(first, others).toList();
    }

    private boolean isShut(ConversationId conversation) {
        return newsroom.dispatch().suspensions().find(conversation).isPresent();
    }

    private Listing.Line elsewhere(Request request, Conversation other) {
        Asker asker = request.asker();
        Asker there = new Asker(asker.person(), asker.role(), asker.workspace(), other, asker.locale(), asker.viewer());
        String why =
                new PlaceState(newsroom, request, there).obstacles().getFirst().text();
        return new Listing.Line(request.texts().text("health.name.elsewhere"), why);
    }

    /** What was sent or ended, the newest first. */
    private List<Delivery> lately(Request request) {
        Instant since = request.now().minus(DAY);
        var dispatch = newsroom.dispatch();
        return dispatch.outbox().latest(request.asker().conversation().id(), LATEST).stream()
                .flatMap(id -> dispatch.deliveries().find(id).stream())
                .filter(delivery -> !delivery.planned().isBefore(since))
                .toList();
    }

    /** The last message that was given up. What the platform said is for moderators, without the numbers of people and chats. */
    private List<Listing.Line> lost(Request request, List<Delivery> lately) {
        DeliveryWords words = new DeliveryWords(newsroom, request);
        return lately.stream()
                .filter(delivery -> delivery.state() == State.GIVEN_UP)
                .limit(1)
                .map(delivery -> new Listing.Line(request.texts().text("health.name.lost"), words.state(delivery)))
                .toList();
    }

    private List<Listing.Line> state(Request request, PlaceState place, List<Delivery> lately, SourceTrail trail) {
        Texts texts = request.texts();
        List<Listing.Line> lines = new ArrayList<>();
        int all = trail.polled();
        int answering = all - trail.failing().size();
        lines.add(new Listing.Line(
                texts.text("health.name.sources"),
                all == 0 ? texts.text("health.no-sources") : texts.text("health.answering", answering, all)));
        lines.add(new Listing.Line(texts.text("health.name.messages"), messages(request, lately)));
        if (!isShut(request.asker().conversation().id())) {
            lines.add(new Listing.Line(texts.text("health.name.rights"), texts.text("health.rights")));
            lines.addAll(place.obstacles());
        }
        lines.add(new Listing.Line(texts.text("why.name.budget"), place.budgetLine()));
        return lines;
    }

    /** "5 sent, 2 kept back, 1 waits". */
    private String messages(Request request, List<Delivery> lately) {
        Texts texts = request.texts();
        if (newsroom.subscriptions().of(request.asker().conversation().id()).isEmpty()) {
            return texts.text("health.no-subscriptions");
        }
        var conversation = request.asker().conversation().id();
        var outbox = newsroom.dispatch().outbox();
        long sent = count(lately, State.SENT);
        // With what was sent just now.
        Instant until = request.now().plusSeconds(1);
        long begun = outbox.spent(conversation, until.minus(DAY), until).messages();
        List<String> parts = new ArrayList<>();
        part(parts, texts, "health.sent", sent);
        part(parts, texts, "health.held", outbox.waiting(conversation).size());
        part(parts, texts, "health.waits", begun - sent);
        part(parts, texts, "health.lost", count(lately, State.GIVEN_UP));
        return parts.isEmpty()
                ? texts.text("health.nothing-lately")
                : texts.text("health.lately", String.join(", ", parts));
    }

    private static long count(List<Delivery> lately, State state) {
        return lately.stream().filter(delivery -> delivery.state() == state).count();
    }

    private static void part(List<String> parts, Texts texts, String key, long number) {
        if (number > 0) {
            parts.add(texts.text(key, number));
        }
    }
}
