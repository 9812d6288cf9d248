package news.lede.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.alert.Matches.Fitting;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.source.SourceId;
import news.lede.story.StoryView;
import news.lede.subscription.Cadence;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.topic.Topic;

/** Tells why nothing came: of each subscription of the conversation, the first link of the chain that is broken, from the source to the message. */
final class WhySilence {
    private static final int MOST = 15;
    private static final int TITLE_CHARS = 80;

    /** Of what fitted lately, some may not be visible any more. */
    private static final int FITTING = 20;

    /** Messages in which the last one of a subscription is looked for. */
    private static final int LATEST = 50;

    private final Newsroom newsroom;
    private final Request request;
    private final Texts texts;
    private final SubscriptionWords words;
    private final StoryTrail trail;
    private final SourceTrail sources;
    private final Moments moments;
    private final Map<SubscriptionId, Instant> lastTold;

    WhySilence(Newsroom newsroom, Request request) {
        this.newsroom = newsroom;
        this.request = request;
        this.texts = request.texts();
        this.words = new SubscriptionWords(newsroom, texts, request.now());
        this.trail = new StoryTrail(newsroom, request);
        this.sources = new SourceTrail(newsroom, request);
        this.moments =
                new Moments(texts, request.now(), request.asker().workspace().zone());
        this.lastTold = newsroom.dispatch()
                .outbox()
                .lastTold(request.asker().conversation().id(), LATEST);
    }

    Answer everything() {
        boolean alone = Targets.alone(request).isPresent();
        List<Subscription> all = trail.here();
        if (all.isEmpty()) {
            return texts.notice(alone ? "subscriptions.none" : "subscriptions.none-here", List.of());
        }
        List<Listing.Line> lines = all.stream()
                .limit(MOST)
                .map(s -> new Listing.Line(name(s), broken(s).orElseGet(() -> well(s))))
                .toList();
        List<String> notes = new ArrayList<>();
        if (all.size() > MOST) {
            notes.add(request.phrases().more(all.size() - MOST));
        }
        if (!alone) {
            notes.add(texts.text("note.subscriptions-here"));
        }
        return new Listing(
                Listing.Kind.SUBSCRIPTIONS,
                texts.text("title.why-silence"),
                List.of(
                        new Listing.Section(texts.text("why.section.place"), place()),
                        new Listing.Section(texts.text("title.subscriptions"), lines)),
                List.of(
                        new Action(texts.text("action.subscriptions"), "/subscriptions"),
                        new Action(texts.text("action.sources"), "/sources")),
                notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", notes)));
    }

    Answer topic(Topic topic) {
        String id = topic.id().value();
        String name = Display.plain(topic.name(TopicStories.language(texts)));
        List<Subscription> wanting =
                trail.here().stream().filter(s -> StoryTrail.wants(s, id)).toList();
        List<Action> actions = new ArrayList<>(List.of(new Action(texts.text("action.topic"), "/topic " + id)));
        if (wanting.isEmpty()) {
            actions.add(new Action(texts.text("action.subscribe"), "/subscribe " + id, Action.Kind.FOLLOW));
            return texts.notice("why.topic", actions, name, id);
        }
        List<Listing.Section> sections = new ArrayList<>();
        for (Subscription s : wanting.subList(0, Math.min(MOST, wanting.size()))) {
            sections.add(new Listing.Section(words.line(s, moments.zone()), whole(s)));
        }
        sections.add(new Listing.Section(texts.text("why.section.place"), place()));
        return new Listing(
                Listing.Kind.SUBSCRIPTIONS, texts.text("title.why-topic", name), sections, actions, Optional.empty());
    }

    private List<Listing.Line> place() {
        return new PlaceState(newsroom, request, request.asker()).all();
    }

    /** All that is known of a subscription to a topic. */
    private List<Listing.Line> whole(Subscription s) {
        List<Listing.Line> lines = new ArrayList<>();
        Optional<Fit> last = last(s);
        lines.add(new Listing.Line(
                texts.text("why.name.match"),
                last.map(this::fitted).orElseGet(() -> texts.text("why.never-fitted", moments.of(s.created())))));
        lines.add(new Listing.Line(
                texts.text("why.name.told"),
                lastTold(s).map(moments::of).orElseGet(() -> texts.text("why.never-told"))));
        newsroom.subscriptions()
                .nextDue(s.id())
                .ifPresent(due -> lines.add(new Listing.Line(texts.text("why.name.next-digest"), moments.of(due))));
        String match = lines.getFirst().text();
        broken(s)
                .filter(why -> !why.equals(match))
                .ifPresent(why -> lines.add(new Listing.Line(texts.text("why.name.so"), why)));
        return lines;
    }

    /** The first broken link; empty when all that fitted was told. */
    private Optional<String> broken(Subscription s) {
        Optional<String> paused = words.paused(s.pausedUntil(), moments.zone());
        if (paused.isPresent()) {
            return paused.map(until -> texts.text("why.subscription-paused", until, s.id().toString()));
        }
        Optional<SourceId> one = s.wish().subject() instanceof Subject.OfSource(SourceId source)
                ? Optional.of(source)
                : Optional.empty();
        Optional<String> noSource = sources.obstacle(one);
        if (noSource.isPresent()) {
            return noSource;
        }
        if (s.wish().subject() instanceof Subject.OfTopic(String topic)
                && newsroom.topics().get().named(topic, s.workspace()).isEmpty()) {
            return Optional.of(texts.text("why.out.no-topic", topic));
        }
        return last(s).map(fit -> untold(s, fit)).orElseGet(() -> Optional.of(unfitted(s)));
    }

    private String unfitted(Subscription s) {
        String never = texts.text("why.never-fitted", moments.of(s.created()));
        List<String> limits = words.limits(s.wish());
        return limits.isEmpty() ? never : never + "; " + texts.text("why.narrow", String.join(", ", limits));
    }

    /** What stands between the last story that fitted and a message that tells it. */
    private Optional<String> untold(Subscription s, Fit fit) {
        if (trail.isTold(fit.story())) {
            return Optional.empty();
        }
        return Optional.of(fitted(fit) + "; " + trail.whatNext(s, fit.story(), fit.fitting()));
    }

    private String well(Subscription s) {
        String told = lastTold(s)
                .map(at -> texts.text("why.told-since", moments.of(at)))
                .orElseGet(() -> texts.text("why.told-otherwise"));
        return s.cadence() instanceof Cadence.ByDigest
                ? newsroom.subscriptions()
                        .nextDue(s.id())
                        .map(due -> told + "; " + texts.text("why.next", moments.of(due)))
                        .orElse(told)
                : told;
    }

    private record Fit(StoryView story, Fitting fitting) {}

    /** The last story that fitted since it was subscribed to, and that can be seen. */
    private Optional<Fit> last(Subscription s) {
        return newsroom
                .dispatch()
                .matches()
                .fitting(s.wishId(), s.workspace(), s.created(), request.now(), FITTING)
                .stream()
                .flatMap(fitting -> newsroom
                        .views()
                        .view(fitting.story(), request.viewer())
                        .filter(view -> view.articles().stream()
                                .anyMatch(article -> article.id().equals(fitting.article())))
                        .map(view -> new Fit(view, fitting))
                        .stream())
                .findFirst();
    }

    private String fitted(Fit fit) {
        return texts.text(
                "why.last-fit",
                "#" + fit.story().id() + " " + Display.brief(fit.story().title(), TITLE_CHARS),
                request.phrases().age(fit.fitting().at(), false));
    }

    private Optional<Instant> lastTold(Subscription s) {
        return Optional.ofNullable(lastTold.get(s.id()));
    }

    private String name(Subscription s) {
        return words.name(s.wish().subject(), s.workspace());
    }
}
