package news.lede.command;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.community.Asker;
import news.lede.community.Quotas;
import news.lede.community.WorkspaceId;
import news.lede.subscription.Cadence;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Filter;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.subscription.Subscriptions;
import news.lede.subscription.Wish;
import news.lede.topic.Topic;

/** The topics that a call of {@code /setup} names, and when all that is subscribed to here is told. What is not named stays. */
final class SetupTopics {
    /** What our own buttons write for all news. */
    static final String EVERYTHING = "everything";

    /** Who chose topics and no time has not asked to be called at once. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Newsroom newsroom;

    SetupTopics(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    Optional<Answer.Notice> fault(Request request) {
        Optional<Answer.Notice> unknown = edit(request)
                .flatMap(edit -> edit.words()
                        .filter(name -> subject(request, name).isEmpty())
                        .findFirst()
                        .map(name -> unknown(request, name)));
        if (unknown.isPresent()) {
            return unknown;
        }
        if (!SetupChanges.isScheduled(request)) {
            return Optional.empty();
        }
        if (CadenceReader.read(request) instanceof CadenceReader.Wrong(Answer.Notice notice)) {
            return Optional.of(notice);
        }
        boolean some = !here(request).isEmpty()
                || edit(request).map(WordEdit::added).filter(a -> !a.isEmpty()).isPresent();
        return some
                ? Optional.empty()
                : Optional.of(request.texts()
                        .notice(
                                "setup.nothing-to-tell",
                                List.of(new Action(
                                        request.texts().text("setup.step.topics"),
                                        "/setup " + SpokenChoice.STEP.typed(SetupStep.TOPICS)))));
    }

    private Answer.Notice unknown(Request request, String name) {
        WorkspaceId workspace = request.asker().workspace().id();
        List<Topic> known = newsroom.topics().get().of(workspace);
        String shown = Display.brief(name, CommandLine.ECHOED);
        return Nearest.of(name, known.stream().map(t -> t.id().value()).toList())
                .map(near -> request.texts()
                        .notice("topic.near", List.of(new Action(near, "/setup topics:" + near)), shown, near))
                .orElseGet(() -> request.texts().notice("setup.topic", List.of(), shown));
    }

    /**
     * Subscribes this place to what was named, ends what has a minus, and has all that is left told when that was said. {@link #fault} found none.
     *
     * @return why not all of it could be done
     */
    Optional<Answer.Notice> apply(Request request) {
        Optional<WordEdit> edit = edit(request);
        List<Subscription> before = here(request);
        Cadence cadence = cadence(request, before);
        for (String name : edit.map(WordEdit::removed).orElse(List.of())) {
            Optional<Subject> subject = subject(request, name);
            before.stream()
                    .filter(s -> subject.equals(Optional.of(s.wish().subject())))
                    .forEach(s -> end(request, s));
        }
        for (String name : edit.map(WordEdit::added).orElse(List.of())) {
            Subject subject = subject(request, name).orElseThrow();
            if (here(request).stream().noneMatch(s -> s.wish().subject().equals(subject))) {
                Optional<Answer.Notice> full =
                        subscribe(request, Wish.of(subject, Filter.of(""), Set.of(), 1), cadence, Optional.empty());
                if (full.isPresent()) {
                    return full;
                }
            }
        }
        return SetupChanges.isScheduled(request) ? reschedule(request, cadence) : Optional.empty();
    }

    private Optional<Answer.Notice> reschedule(Request request, Cadence cadence) {
        for (Subscription s : here(request)) {
            if (s.cadence().equals(cadence)) {
                continue;
            }
            if (s.cadence() instanceof Cadence.ByDigest && cadence instanceof Cadence.ByDigest digest) {
                changing(
                        request,
                        s.id(),
                        () -> newsroom.subscriptions()
                                .reschedule(s.id(), digest, DigestSchedule.next(digest, request.now())));
                continue;
            }
            // Told at once and told by digests are two subscriptions; the old one ends once the new one is there.
            Optional<Answer.Notice> full = subscribe(request, s.wish(), cadence, s.pausedUntil());
            if (full.isPresent()) {
                return full;
            }
            end(request, s);
        }
        return Optional.empty();
    }

    private void end(Request request, Subscription subscription) {
        changing(request, subscription.id(), () -> newsroom.subscriptions().unsubscribe(subscription.id()));
    }

    /** Writes down what becomes of a subscription. */
    private static void changing(Request request, SubscriptionId id, Runnable work) {
        request.changing(request.matters().subscription(), SubscriptionMatter.subject(id), () -> {
            work.run();
            return true;
        });
    }

    private Optional<Answer.Notice> subscribe(
            Request request, Wish wish, Cadence cadence, Optional<Instant> pausedUntil) {
        Optional<Instant> due = cadence instanceof Cadence.ByDigest digest
                ? Optional.of(DigestSchedule.next(digest, request.now()))
                : Optional.empty();
        Asker asker = request.asker();
        Subscriptions.Outcome outcome = newsroom.subscriptions()
                .subscribe(
                        asker.conversation(),
                        wish,
                        cadence,
                        due,
                        asker.person(),
                        request.now(),
                        newsroom.oversight().limits().most(asker.workspace().id(), Quotas.Kind.SUBSCRIPTIONS));
        return switch (outcome) {
            case Subscriptions.Outcome.Full(int most, boolean workspace) ->
                Optional.of(request.texts()
                        .notice(
                                workspace ? "subscribe.full-workspace" : "subscribe.full",
                                List.of(new Action(request.texts().text("action.subscriptions"), "/subscriptions")),
                                most));
            case Subscriptions.Outcome.Subscribed(Subscription subscription, boolean _) -> {
                if (pausedUntil.isPresent()) {
                    newsroom.subscriptions().pause(subscription.id(), pausedUntil);
                }
                String subject = SubscriptionMatter.subject(subscription.id());
                var matter = request.matters().subscription();
                request.ledger()
                        .changed(
                                asker,
                                matter.action(),
                                subject,
                                Map.of(),
                                matter.read(asker.workspace().id(), subject));
                yield Optional.empty();
            }
        };
    }

    private static Cadence cadence(Request request, List<Subscription> before) {
        Optional<Cadence> common = Schedule.common(before);
        if (SetupChanges.isScheduled(request)
                && CadenceReader.read(request) instanceof CadenceReader.Read(Cadence named)) {
            return Schedule.changed(
                    common,
                    named,
                    request.arguments().text("when").isPresent(),
                    request.arguments().text("at").isPresent());
        }
        return common.orElseGet(() -> everyMorning(request.asker().workspace().zone()));
    }

    private static Cadence everyMorning(ZoneId zone) {
        return new Cadence.ByDigest(EnumSet.allOf(DayOfWeek.class), new TreeSet<>(Set.of(MORNING)), zone);
    }

    List<Subscription> here(Request request) {
        return newsroom.subscriptions().of(request.asker().conversation().id());
    }

    private static Optional<WordEdit> edit(Request request) {
        return request.arguments().text("topics").map(WordEdit::of);
    }

    private Optional<Subject> subject(Request request, String name) {
        if (SubjectReader.isEverything(name)) {
            return Optional.of(new Subject.Everything());
        }
        return newsroom.topics()
                .get()
                .named(name, request.asker().workspace().id())
                .map(topic -> new Subject.OfTopic(topic.id().value()));
    }
}
