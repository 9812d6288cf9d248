package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import news.lede.alert.Composer.Composed;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Delivery.State;
import news.lede.answer.Answer;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKeys;
import news.lede.article.NewArticle;
import news.lede.community.Conversation;
import news.lede.community.Suggestions;
import news.lede.community.Workspace;
import news.lede.lucene.LuceneSavedSearches;
import news.lede.source.SourceId;
import news.lede.story.Change;
import news.lede.story.Publishers;
import news.lede.story.Revision;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.Subscriptions.Outcome;
import news.lede.subscription.Wish;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Summarizer;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of announcements, from the revision of a story to the message, whatever the store. */
public abstract class PlannerScenarios extends PlanningContract {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final SettableClock clock = new SettableClock(NOON);
    private final FakeTopicFits topics = new FakeTopicFits();
    private Planner planner;
    private Composer composer;
    private Foresight foresight;
    private SourceId courier;
    private Conversation quay;
    /** So many more times stories cannot be weighed. */
    private int failing;

    @BeforeEach
    void aDesk() {
        restart(store.outbox());
        courier = everybodysSource();
        quay = chat("quay");
    }

    /** What a process that was killed leaves is in the store; everything else is made anew. */
    private void restart() {
        restart(store.outbox());
    }

    private void restart(Outbox outbox) {
        Planner.Books books = OfOneStore.books(store, outbox);
        Planner.News news = OfOneStore.news(store, this::publishers);
        planner = new Planner(books, news, topics, new LuceneSavedSearches(), clock);
        Summarizer summarizer = new Summarizer(ExtractLimit.DEFAULT);
        composer = new DeskComposer(books, news, summarizer, clock);
        foresight =
                new Foresight(books, news, store.backlogs(), summarizer, (_, _) -> Optional.empty(), composer, clock);
    }

    private Publishers publishers() {
        if (failing > 0) {
            failing--;
            throw new IllegalStateException("cannot be weighed");
        }
        return Publishers.UNRELATED;
    }

    private Article article(String title, String publisher, SourceId by, String text) {
        return stored(
                new NewArticle(
                        title,
                        Optional.of(publisher),
                        Optional.of(URI.create(
                                "https://" + publisher.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example/"
                                        + Integer.toHexString((title + text).hashCode()))),
                        List.of(text),
                        clock.instant(),
                        false,
                        Language.ENGLISH,
                        OptionalInt.empty()),
                by,
                "key:" + title + publisher);
    }

    /** A story that is announced, on the topic of ferries. */
    private Story news(String title) {
        Article article = article(title, "Harbour Courier", courier, title + ", the harbour office said on Monday.");
        topics.fits(article.id(), "ferries");
        Story story = store.stories().open(article.id(), Language.ENGLISH, clock.instant());
        store.stories().describe(story.id(), 1, true, List.of(new Change.FirstReport(Optional.empty())));
        store.announcements().announce(story.id(), 1, clock.instant());
        return story;
    }

    private Story joined(StoryId story, String title, String publisher, boolean material) {
        Article article = article(title, publisher, courier, title + ", " + publisher + " reported.");
        Story grown = store.stories().join(story, article.id(), clock.instant());
        store.stories()
                .describe(
                        story,
                        grown.revision(),
                        material,
                        List.of(material ? new Change.HeadlineChanged("x", title) : new Change.NewSource()));
        if (material) {
            store.stories().describe(story, grown.revision(), true, List.of(new Change.NewSource()));
        }
        store.announcements().announce(story, grown.revision(), clock.instant());
        return grown;
    }

    private List<Delivery> due() {
        return store.deliveries().due("telegram", clock.instant(), Set.of(), 100);
    }

    /** Sends everything that is due, as the sender would. */
    private List<Answer> send() {
        List<Answer> sent = new ArrayList<>();
        for (List<Delivery> due = due(); !due.isEmpty(); due = due()) {
            for (Delivery delivery : due) {
                Delivery begun =
                        store.deliveries().begin(delivery.id(), clock.instant()).orElseThrow();
                switch (composer.compose(begun)) {
                    case Composed.Message(Messenger.Outgoing outgoing, List<Shown> shown) -> {
                        sent.add(outgoing.answer());
                        store.deliveries().sent(begun.id(), new Receipt("m" + begun.id()), shown, clock.instant());
                    }
                    case Composed.Needless(String why) -> store.deliveries().cancel(begun.id(), why, clock.instant());
                    case Composed.Later(Instant at, String why) ->
                        store.deliveries().postpone(begun.id(), at, why);
                    case Composed.Held(String why) -> store.deliveries().hold(begun.id(), why);
                }
            }
        }
        return sent;
    }

    private List<Answer> runAndSend() {
        planner.run();
        return send();
    }

    private Delivery only(StoryId story) {
        List<Delivery> all = deliveries(quay, story);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Wish wish(Subject subject, String filter, int least) {
        return new Wish(subject, filter, Set.of(), least);
    }

    private Subscription digest(Conversation conversation, Wish wish, LocalTime... times) {
        Cadence.ByDigest schedule =
                new Cadence.ByDigest(EnumSet.allOf(DayOfWeek.class), new TreeSet<>(List.of(times)), ZoneId.of("UTC"));
        Outcome outcome = store.subscriptions()
                .subscribe(
                        conversation,
                        wish,
                        schedule,
                        Optional.of(DigestSchedule.next(schedule, clock.instant())),
                        ADA,
                        clock.instant());
        return ((Outcome.Subscribed) outcome).subscription();
    }

    @Nested
    class WhenAStoryIsAnnounced {
        @Test
        void whoWishesForItsTopicIsToldOnce() {
            subscribe(quay, FERRIES);
            subscribe(chat("pier"), topic("harbour"));
            Story story = news("Ferry aground");

            List<Answer> told = runAndSend();

            assertThat(told).singleElement().satisfies(answer -> {
                assertThat(answer).isInstanceOf(Answer.StoryCard.class);
                assertThat(answer.title()).isEqualTo("Ferry aground");
                assertThat(answer.actions()).isNotEmpty();
            });
            assertThat(only(story.id()).state()).isEqualTo(State.SENT);
            assertThat(store.matches().open(1)).isEmpty();
            assertThat(runAndSend()).isEmpty();
        }

        @Test
        void oneThatCannotBeMatchedKeepsNobodyWaitingButItself() {
            subscribe(quay, FERRIES);
            Story broken = news("Ferry lost");
            news("Ferry aground");
            topics.breaks(broken.members().getFirst(), true);

            assertThatThrownBy(planner::run).hasMessage("what it is on cannot be said");
            assertThat(runAndSend()).extracting(Answer::title).containsExactly("Ferry aground");
            clock.advance(Duration.ofSeconds(5));
            assertThatThrownBy(planner::run).hasMessage("what it is on cannot be said");
            topics.breaks(broken.members().getFirst(), false);
            clock.advance(Duration.ofSeconds(10));
            assertThat(runAndSend()).extracting(Answer::title).containsExactly("Ferry lost");
        }

        @Test
        void wordsSourcesFiltersAndEverythingAreMatchedToo() {
            Conversation words = chat("words");
            Conversation source = chat("source");
            Conversation filtered = chat("filtered");
            Conversation everything = chat("everything");
            subscribe(words, wish(new Subject.OfWords("ferry aground"), "", 1));
            subscribe(source, wish(new Subject.OfSource(courier), "", 1));
            subscribe(filtered, wish(new Subject.Everything(), "-ferry", 1));
            subscribe(everything, wish(new Subject.Everything(), "", 1));
            Story story = news("Ferries aground");

            planner.run();

            assertThat(deliveries(words, story.id())).hasSize(1);
            assertThat(deliveries(source, story.id())).hasSize(1);
            assertThat(deliveries(everything, story.id())).hasSize(1);
            Story other = news("Pier closed");
            planner.run();
            assertThat(deliveries(words, other.id())).isEmpty();
            assertThat(deliveries(filtered, other.id())).hasSize(1);
        }

        @Test
        void whoWantsSeveralPublishersIsToldWhenThereAreSoMany() {
            subscribe(quay, wish(new Subject.OfTopic("ferries"), "", 2));
            Story story = news("Ferry aground");
            planner.run();
            assertThat(deliveries(quay, story.id())).isEmpty();

            joined(story.id(), "Ship stuck on a bank", "Valley News", false);
            planner.run();

            assertThat(deliveries(quay, story.id()))
                    .as("although the second article is not on the topic")
                    .hasSize(1);
        }

        @Test
        void whoUnsubscribedMeanwhileIsNotTold() {
            Subscription wishing = subscribe(quay, FERRIES);
            Story story = news("Ferry aground");
            planner.run();
            store.subscriptions().unsubscribe(wishing.id());

            assertThat(send()).isEmpty();
            assertThat(only(story.id()).state()).isEqualTo(State.CANCELLED);
        }

        @Test
        void afterAKillAtAnyStepTheRestIsDoneOnce() {
            subscribe(quay, FERRIES);
            subscribe(chat("pier"), FERRIES);
            Story story = news("Ferry aground");
            for (int steps = 0; steps < 12; steps++) {
                planner.step();
                restart();
            }
            planner.run();

            assertThat(deliveries(quay, story.id())).hasSize(1);
            assertThat(send()).hasSize(2);
        }
    }

    @Nested
    class WhenAToldStoryGoesOn {
        @Test
        void anotherSourceIsAnEditAfterTwoMinutes() {
            subscribe(quay, FERRIES);
            Story story = news("Ferry aground");
            runAndSend();
            clock.advance(Duration.ofMinutes(5));
            joined(story.id(), "Ship stuck on a bank", "Valley News", false);

            assertThat(runAndSend()).isEmpty();

            assertThat(store.edits().due("telegram", clock.instant(), Set.of(), 9))
                    .isEmpty();
            clock.advance(Duration.ofMinutes(2));
            Edit edit =
                    store.edits().due("telegram", clock.instant(), Set.of(), 9).getFirst();
            assertThat(composer.compose(edit))
                    .isInstanceOfSatisfying(
                            Composed.Message.class,
                            message -> assertThat(message.outgoing().answer().footer())
                                    .contains("2 sources · updated 12:07"));
        }

        @Test
        void whatIsMaterialIsAReply() {
            subscribe(quay, FERRIES);
            Story story = news("Ferry aground");
            runAndSend();
            clock.advance(Duration.ofMinutes(30));
            joined(story.id(), "Ferry sinks off the pier", "Valley News", true);

            planner.run();

            assertThat(deliveries(quay, story.id()))
                    .extracting(Delivery::kind)
                    .containsExactly(Kind.FIRST, Kind.UPDATE);
        }

        @Test
        void aCorrectionReachesWhoWasToldEvenIfTheyUnsubscribed() {
            Subscription wishing = subscribe(quay, FERRIES);
            Story story = news("Ferry aground");
            runAndSend();
            store.subscriptions().unsubscribe(wishing.id());
            clock.advance(Duration.ofHours(3));
            ArticleId first = firstOf(story);
            store.stories()
                    .revise(
                            story.id(),
                            first,
                            true,
                            List.of(new Change.HeadlineChanged("Ferry adrift", "Ferry aground")),
                            clock.instant());
            store.announcements().announce(story.id(), 2, clock.instant());

            List<Answer> told = runAndSend();

            assertThat(told).singleElement().satisfies(answer -> {
                assertThat(answer).isInstanceOf(Answer.Account.class);
                assertThat(answer.title()).isEqualTo("Corrected: Ferry aground");
            });
        }
    }

    @Nested
    class WhenMessagesAreCounted {
        @Test
        void manyAreDecidedTogether_andOneThatCannotBeKeepsNobodyWaiting() {
            Conversation broken = chat("broken");
            List<Conversation> all = List.of(quay, chat("pier"), broken, chat("mole"));
            all.forEach(one -> {
                subscribe(one, FERRIES);
                budget(one, 5);
            });
            AtomicBoolean healed = new AtomicBoolean();
            restart(failingFor(broken, healed));
            Story story = news("Ferry aground");

            assertThat(failuresUntilNothingIsToBeDone())
                    .as("all at once, then it alone")
                    .isEqualTo(2);
            assertThat(all)
                    .extracting(one -> deliveries(one, story.id()).getFirst().state())
                    .containsExactly(State.PLANNED, State.PLANNED, State.HELD, State.PLANNED);
            healed.set(true);
            clock.advance(Duration.ofMinutes(1));
            planner.run();
            assertThat(deliveries(broken, story.id()).getFirst().state()).isEqualTo(State.PLANNED);
        }

        private int failuresUntilNothingIsToBeDone() {
            int failures = 0;
            boolean more = true;
            while (more && failures < 10) {
                try {
                    more = planner.step();
                } catch (IllegalStateException e) {
                    failures++;
                }
            }
            return failures;
        }

        /** The store's, but for what is asked of one conversation. */
        private Outbox failingFor(Conversation broken, AtomicBoolean healed) {
            return (Outbox) Proxy.newProxyInstance(
                    Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (_, method, arguments) -> {
                        if (method.getName().equals("waiting") && broken.id().equals(arguments[0]) && !healed.get()) {
                            throw new IllegalStateException("made to fail");
                        }
                        try {
                            return method.invoke(store.outbox(), arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Test
        void theWeightiestGoesWhenItsTurnHasComeAndTheRestIsToldInTheEvening() {
            subscribe(quay, FERRIES);
            budget(quay, 2);
            clock.set(Instant.parse("2026-05-04T06:00:00Z"));
            Story first = news("Ferry aground");
            assertThat(runAndSend()).hasSize(1);
            Story second = news("Pier closed");
            Story third = news("Lock gate stuck");

            assertThat(runAndSend()).isEmpty();
            assertThat(deliveries(quay, second.id()).getFirst().state()).isEqualTo(State.HELD);
            clock.set(Instant.parse("2026-05-04T21:00:00Z"));
            restart();
            List<Answer> evening = runAndSend();

            assertThat(evening).singleElement().satisfies(answer -> {
                assertThat(answer).isInstanceOf(Answer.Briefing.class);
                assertThat(((Answer.Briefing) answer).stories()).hasSize(2);
            });
            assertThat(deliveries(quay, first.id()).getFirst().state()).isEqualTo(State.SENT);
            assertThat(deliveries(quay, third.id()).getFirst().state()).isEqualTo(State.CANCELLED);
        }

        @Test
        void whatCameInQuietHoursBecomesOneDigestWhenItIsMoreThanThree() {
            subscribe(quay, FERRIES);
            store.subscriptions()
                    .save(Channel.standard(quay.id())
                            .withQuiet(Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)))));
            clock.set(Instant.parse("2026-05-04T23:00:00Z"));
            for (String title : List.of("Ferry aground", "Pier closed", "Lock gate stuck", "Buoy adrift")) {
                news(title);
            }

            assertThat(runAndSend()).isEmpty();
            clock.set(Instant.parse("2026-05-05T07:00:00Z"));
            List<Answer> morning = runAndSend();

            assertThat(morning).singleElement().isInstanceOf(Answer.Briefing.class);
        }
    }

    @Nested
    class WhenDigestsAreDue {
        @Test
        void oneMessageTellsWhatFittedSinceTheLastAndNothingTwice() {
            digest(quay, FERRIES, LocalTime.of(13, 0));
            digest(quay, topic("harbour"), LocalTime.of(13, 0));
            Story story = news("Ferry aground");
            news("Pier closed");
            planner.run();
            clock.set(Instant.parse("2026-05-04T13:00:00Z"));

            List<Answer> told = runAndSend();

            assertThat(told)
                    .singleElement()
                    .satisfies(answer ->
                            assertThat(((Answer.Briefing) answer).stories()).hasSize(2));
            joined(story.id(), "Ship stuck on a bank", "Valley News", false);
            planner.run();
            clock.set(Instant.parse("2026-05-05T13:00:00Z"));
            assertThat(runAndSend()).as("nothing is new").isEmpty();
        }

        @Test
        void oneThatCannotBePlannedKeepsNobodyElseFromTheirsAndIsPlannedLater() {
            digest(quay, FERRIES, LocalTime.of(13, 0));
            digest(chat("pier"), FERRIES, LocalTime.of(13, 0));
            news("Ferry aground");
            planner.run();
            clock.set(Instant.parse("2026-05-04T13:00:00Z"));
            failing = 1;

            assertThat(runAndSend()).as("the other's").hasSize(1);
            assertThat(runAndSend()).isEmpty();
            clock.set(Instant.parse("2026-05-04T13:01:00Z"));
            assertThat(runAndSend()).as("tried again").hasSize(1);
            clock.set(Instant.parse("2026-05-05T12:59:00Z"));
            assertThat(runAndSend()).isEmpty();
        }

        @Test
        void whatAModeratorTakesBackLeavesItsMessagesAndIsNotToldAgain() {
            subscribe(quay, FERRIES);
            digest(quay, FERRIES, LocalTime.of(13, 0));
            Story ferry = news("Ferry aground");
            runAndSend();
            Story pier = news("Pier closed");
            joined(ferry.id(), "Ferry sinks", "Valley News", true);
            planner.run();
            store.retractions().takeBack(quay.workspace(), firstOf(ferry), ferry.id(), clock.instant());

            assertThat(runAndSend()).extracting(Answer::title).containsExactly("Pier closed");
            assertThat(changed()).singleElement().satisfies(answer -> {
                assertThat(answer).isInstanceOf(Answer.Notice.class);
                assertThat(answer.toString()).doesNotContain("Ferry");
                assertThat(answer.actions()).isEmpty();
            });
            clock.set(Instant.parse("2026-05-04T13:00:00Z"));
            assertThat(runAndSend()).as("all of it was told or taken back").isEmpty();
            assertThat(store.edits().due("telegram", clock.instant(), List.of(), 9))
                    .allSatisfy(edit -> assertThat(composer.compose(edit)).isInstanceOf(Composed.Needless.class));

            store.retractions().giveBack(quay.workspace(), ferry.members(), ferry.id(), clock.instant());
            assertThat(changed()).extracting(Answer::title).containsExactly("Ferry aground");
            assertThat(deliveries(quay, pier.id())).hasSize(1);
        }

        @Test
        void whatItsPublisherTookDownDoesNotGoOnStandingInAMessage() {
            subscribe(quay, FERRIES);
            Story ferry = news("Ferry aground");
            Story pier = news("Pier closed");
            joined(pier.id(), "Pier closed for a week", "Valley News", false);
            runAndSend();

            clock.advance(Duration.ofHours(25));
            takeDown(ferry);
            takeDown(pier);
            assertThat(runAndSend())
                    .extracting(Answer::title)
                    .containsExactlyInAnyOrder("Corrected: Ferry aground", "Corrected: Pier closed");

            // Of a conversation one message at a time.
            assertThat(Stream.of(changed(), changed()).flatMap(List::stream))
                    .anySatisfy(answer -> {
                        assertThat(answer).isInstanceOf(Answer.Notice.class);
                        assertThat(answer.title()).isEqualTo("Taken down");
                        assertThat(((Answer.Notice) answer).text())
                                .isEqualTo("Harbour Courier took its report down: \"Ferry aground\".");
                    })
                    .anySatisfy(answer -> assertThat(answer)
                            .isInstanceOfSatisfying(
                                    Answer.StoryCard.class,
                                    card -> assertThat(card.story().view().articles())
                                            .extracting(Article::title)
                                            .containsExactly("Pier closed for a week")))
                    .hasSize(2);
        }

        /** Its first article. */
        private void takeDown(Story story) {
            Revision gone = store.stories()
                    .revise(story.id(), firstOf(story), true, List.of(new Change.Withdrawn(410)), clock.instant());
            store.announcements().announce(story.id(), gone.number(), clock.instant());
        }

        @Test
        void whatWasTakenDownBeforeItWasToldIsNotTold() {
            subscribe(quay, FERRIES);
            Story ferry = news("Ferry aground");
            planner.run();
            takeDown(ferry);

            assertThat(send()).isEmpty();
        }

        @Test
        void whatASourceBroughtLeavesTheMessagesWhenItIsTakenBack() {
            subscribe(quay, FERRIES);
            Story ferry = news("Ferry aground");
            runAndSend();

            store.purge().purge(courier, clock.instant());

            assertThat(changed()).singleElement().satisfies(answer -> {
                assertThat(answer.title()).isEqualTo("No longer here");
                assertThat(answer.toString()).doesNotContain("Ferry");
            });
            assertThat(store.stories().find(ferry.id())).isEmpty();
        }

        @Test
        void aDigestKeepsWhatWasNotTakenBack() {
            digest(quay, FERRIES, LocalTime.of(13, 0));
            Story ferry = news("Ferry aground");
            Story pier = news("Pier closed");
            planner.run();
            clock.set(Instant.parse("2026-05-04T13:00:00Z"));
            runAndSend();

            store.retractions().takeBack(quay.workspace(), firstOf(ferry), ferry.id(), clock.instant());
            assertThat(changed())
                    .singleElement()
                    .satisfies(answer -> assertThat(((Answer.Briefing) answer).stories())
                            .extracting(item -> item.view().title())
                            .containsExactly("Pier closed"));
            store.retractions().takeBack(quay.workspace(), firstOf(pier), pier.id(), clock.instant());
            assertThat(changed()).singleElement().isInstanceOf(Answer.Notice.class);
        }

        /** What the sender makes of the messages that are to be changed. */
        private List<Answer> changed() {
            List<Answer> changed = new ArrayList<>();
            for (Retraction due : store.retractions().due("telegram", clock.instant(), List.of(), 9)) {
                changed.add(
                        ((Composed.Message) composer.compose(due)).outgoing().answer());
                store.retractions().done(due.delivery());
            }
            return changed;
        }

        @Test
        void whatMembersSuggestedIsToldFirstAndThankedForOnce() {
            digest(quay, FERRIES, LocalTime.of(13, 0));
            news("Ferry aground");
            URI link = URI.create("https://hill-news.example/bakery");
            Article bakery = stored(
                    new NewArticle(
                            "Bakery reopens",
                            Optional.of("Hill News"),
                            Optional.of(link),
                            List.of("The bakery on the hill reopened on Monday."),
                            clock.instant(),
                            false,
                            Language.ENGLISH,
                            OptionalInt.empty()),
                    courier,
                    ArticleKeys.link(link).orElseThrow().value());
            store.stories().open(bakery.id(), Language.ENGLISH, clock.instant());
            suggested(Suggestions.Kind.LINK, link.toString(), "Ada");
            suggested(Suggestions.Kind.SOURCE, "https://pier.example/feed", "");
            planner.run();
            clock.set(Instant.parse("2026-05-04T13:00:00Z"));

            assertThat(runAndSend()).singleElement().satisfies(answer -> {
                Answer.Briefing digest = (Answer.Briefing) answer;
                assertThat(digest.stories())
                        .extracting(item -> item.view().title())
                        .containsExactly("Bakery reopens", "Ferry aground");
                assertThat(digest.footer())
                        .contains("Thanks for suggesting: \u201cBakery reopens\u201d (Ada) and pier.example");
            });
            news("Ferry afloat");
            planner.run();
            clock.set(Instant.parse("2026-05-05T13:00:00Z"));
            assertThat(runAndSend())
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.footer()).isEmpty());
        }

        private void suggested(Suggestions.Kind kind, String address, String name) {
            Suggestions.Suggestion kept = store.suggestions()
                    .add(new Suggestions.Proposal(
                            quay.workspace(), quay.id(), ADA, name, kind, address, clock.instant()))
                    .suggestion();
            store.suggestions().decide(quay.workspace(), kept.id(), true, clock.instant());
        }

        @Test
        void whatWasAnnouncedJustBeforeBelongsIntoIt() {
            digest(quay, FERRIES, LocalTime.of(13, 0));
            news("Ferry aground");
            news("Pier closed");
            news("Lighthouse sold");
            clock.set(Instant.parse("2026-05-04T13:00:00Z"));

            assertThat(runAndSend())
                    .singleElement()
                    .satisfies(answer ->
                            assertThat(((Answer.Briefing) answer).stories()).hasSize(3));
        }

        @Test
        void whatWentOnIsToldAgain() {
            digest(quay, FERRIES, LocalTime.of(13, 0));
            Story story = news("Ferry aground");
            planner.run();
            clock.set(Instant.parse("2026-05-04T13:00:00Z"));
            runAndSend();
            clock.advance(Duration.ofHours(1));
            Story grown = joined(story.id(), "Ferry sinks", "Valley News", true);
            topics.fits(grown.members().getLast(), "ferries");
            planner.run();
            clock.set(Instant.parse("2026-05-05T13:00:00Z"));

            assertThat(runAndSend()).hasSize(1);
        }

        @Test
        void severalThatWereMissedAreOne() {
            digest(quay, FERRIES, LocalTime.of(8, 0), LocalTime.of(13, 0), LocalTime.of(18, 0));
            news("Ferry aground");
            planner.run();
            clock.set(Instant.parse("2026-05-07T12:00:00Z"));
            restart();

            assertThat(runAndSend()).hasSize(1);
            assertThat(store.subscriptions().due(clock.instant(), 9)).isEmpty();
        }

        @Test
        void theOneForWhichTheDayHasNoMessageLeftIsTheNextOnesPart() {
            digest(quay, topic("harbour"), LocalTime.of(13, 0));
            Subscription late = digest(quay, FERRIES, LocalTime.of(18, 0));
            budget(quay, 1);
            Story first = news("Ferry aground");
            topics.fits(first.members().getFirst(), "harbour");
            planner.run();
            clock.set(Instant.parse("2026-05-04T13:00:00Z"));
            assertThat(runAndSend()).hasSize(1);
            Story second = news("Ferry afloat");
            planner.run();
            clock.set(Instant.parse("2026-05-04T18:00:00Z"));

            assertThat(runAndSend()).as("the day's only message was at one").isEmpty();
            assertThat(store.subscriptions().nextDue(late.id())).contains(Instant.parse("2026-05-05T13:00:00Z"));
            clock.set(Instant.parse("2026-05-05T13:00:00Z"));
            assertThat(runAndSend())
                    .singleElement()
                    .satisfies(answer -> assertThat(((Answer.Briefing) answer).stories())
                            .extracting(item -> item.view().id())
                            .containsExactly(second.id()));
            assertThat(store.subscriptions().nextDue(late.id())).contains(Instant.parse("2026-05-05T18:00:00Z"));
        }

        @Test
        void whatCameWhileTheClockWasBackAfterItHadBeenFastIsToldToo() {
            digest(quay, FERRIES, LocalTime.of(16, 0));
            news("Ferry aground");
            planner.run();
            clock.set(Instant.parse("2026-05-04T16:00:00Z"));
            assertThat(runAndSend()).hasSize(1);
            clock.set(Instant.parse("2026-05-04T12:30:00Z"));
            Story between = news("Ferry afloat");
            planner.run();
            clock.set(Instant.parse("2026-05-05T16:00:00Z"));

            assertThat(runAndSend())
                    .singleElement()
                    .satisfies(answer -> assertThat(((Answer.Briefing) answer).stories())
                            .extracting(item -> item.view().id())
                            .containsExactly(between.id()));
        }

        @Test
        void newsOfAClockThatIsSetBackMeanwhileIsToldToWhoSubscribedBefore() {
            digest(quay, FERRIES, LocalTime.of(18, 0));
            clock.set(Instant.parse("2026-05-04T12:30:00Z"));
            news("Ferry aground");
            clock.set(Instant.parse("2026-05-04T11:00:00Z"));
            assertThat(runAndSend()).isEmpty();
            clock.set(Instant.parse("2026-05-04T18:00:00Z"));

            assertThat(runAndSend()).hasSize(1);
        }

        @Test
        void whatADigestToldOfAnOldMessageIsNotToldByTheNextOne() {
            Subscription alerts = subscribe(quay, FERRIES);
            digest(quay, topic("harbour"), LocalTime.of(13, 0), LocalTime.of(18, 0));
            Story story = news("Ferry aground");
            topics.fits(story.members().getFirst(), "harbour");
            assertThat(runAndSend()).hasSize(1);
            store.subscriptions().unsubscribe(alerts.id());
            clock.set(Instant.parse("2026-05-06T12:00:00Z"));
            Story grown = joined(story.id(), "Ferry sinks", "Valley News", true);
            topics.fits(grown.members().getLast(), "harbour");
            assertThat(runAndSend()).as("it went on, and a digest was missed").hasSize(1);
            clock.set(Instant.parse("2026-05-06T13:00:00Z"));
            assertThat(runAndSend()).as("the next digest").isEmpty();
            clock.set(Instant.parse("2026-05-06T18:00:00Z"));

            assertThat(runAndSend()).as("five hours later").isEmpty();
        }

        @Test
        void whatIsHeldIsToldByIt() {
            subscribe(quay, FERRIES);
            digest(quay, topic("harbour"), LocalTime.of(18, 0));
            budget(quay, 2);
            news("Ferry aground");
            runAndSend();
            Story held = news("Pier closed");
            runAndSend();
            assertThat(deliveries(quay, held.id()).getFirst().state()).isEqualTo(State.HELD);
            clock.set(Instant.parse("2026-05-04T18:00:00Z"));

            List<Answer> told = runAndSend();

            assertThat(told)
                    .singleElement()
                    .satisfies(answer -> assertThat(((Answer.Briefing) answer).stories())
                            .singleElement()
                            .satisfies(item -> assertThat(item.view().id()).isEqualTo(held.id())));
        }

        @Test
        void onTheDaysWhenClocksChangeADayHasItsBudgetAndNoMore() {
            Workspace workspace = store.communities().find(quay.workspace()).orElseThrow();
            store.communities()
                    .update(new Workspace(
                            workspace.id(),
                            workspace.platform(),
                            workspace.key(),
                            workspace.title(),
                            workspace.language(),
                            BERLIN));
            subscribe(quay, FERRIES, Instant.parse("2026-01-01T00:00:00Z"));
            budget(quay, 3);
            for (String midnight : List.of("2026-03-28T23:00:00Z", "2026-10-24T22:00:00Z")) {
                Instant from = Instant.parse(midnight);
                int sent = 0;
                boolean winter = midnight.startsWith("2026-10");
                int hours = winter ? 25 : 23;
                for (int hour = 0; hour < hours; hour++) {
                    clock.set(from.plus(Duration.ofHours(hour)));
                    news("Story " + midnight + hour);
                    sent += runAndSend().size();
                }
                assertThat(sent).as(midnight).isEqualTo(3);
                clock.set(from.plus(Duration.ofHours(hours)));
                news("The next day " + midnight);
                assertThat(runAndSend()).as("a new day").hasSize(1);
            }
        }
    }

    @Nested
    class WhenItIsLookedAtBeforehand {
        @Test
        void whatIsInTheOutboxIsShownAsItWouldBeSent_andStaysThere() {
            subscribe(quay, FERRIES);
            Story story = news("Ferry aground");
            planner.run();

            Foresight.Open open = foresight.open(quay.id(), 10).getFirst();

            assertThat(open.delivery().id()).isEqualTo(only(story.id()).id());
            assertThat(open.composed())
                    .isInstanceOfSatisfying(
                            Composed.Message.class,
                            message -> assertThat(message.outgoing().nonce())
                                    .isEqualTo(open.delivery().nonce()));
            assertThat(only(story.id()).state()).isEqualTo(State.PLANNED);
            assertThat(send()).hasSize(1);
            assertThat(foresight.open(quay.id(), 10)).isEmpty();
        }

        @Test
        void theNewestStoryThatFitsIsTheOneShown() {
            subscribe(quay, FERRIES);
            news("Ferry aground");
            clock.advance(Duration.ofMinutes(10));
            news("Ferry afloat");
            planner.run();
            clock.advance(Duration.ofMinutes(10));
            article("Pier painted", "Harbour Courier", courier, "The pier was painted blue on Monday.");

            Foresight.Supposed story = foresight.story(quay.id()).orElseThrow();

            assertThat(story.asked()).isTrue();
            assertThat(story.message().answer().title()).isEqualTo("Ferry afloat");
            assertThat(story.message().place()).isEqualTo(quay.place());
            Foresight.Supposed digest = foresight.digest(quay.id()).orElseThrow();
            assertThat(digest.message().answer())
                    .isInstanceOfSatisfying(
                            Answer.Briefing.class,
                            briefing -> assertThat(briefing.stories())
                                    .extracting(item -> item.view().title())
                                    .containsExactlyInAnyOrder("Ferry aground", "Ferry afloat"));
        }

        @Test
        void whereNobodySubscribedWhatIsFollowedShowsHowItWouldLook() {
            news("Ferry aground");

            assertThat(foresight.story(quay.id()))
                    .hasValueSatisfying(story -> assertThat(story.asked()).isFalse());
            assertThat(foresight.digest(quay.id()))
                    .hasValueSatisfying(digest -> assertThat(digest.asked()).isFalse());
            assertThat(foresight.open(quay.id(), 10)).isEmpty();
        }

        @Test
        void whereNothingIsSeenThereIsNothingToShow() {
            assertThat(foresight.story(quay.id())).isEmpty();
            assertThat(foresight.digest(quay.id())).isEmpty();
        }

        @Test
        void itIsShownInTheStyleAndWithTheSilenceChosenThere() {
            news("Ferry aground");
            store.subscriptions().change(quay.id(), channel -> channel.withStyle(Channel.Style.HEADLINES));

            Messenger.Outgoing story = foresight.story(quay.id()).orElseThrow().message();
            Messenger.Outgoing digest =
                    foresight.digest(quay.id()).orElseThrow().message();

            assertThat(story.style()).isEqualTo(Channel.Style.HEADLINES);
            assertThat(story.silent()).isFalse();
            assertThat(digest.silent()).isTrue();
        }
    }
}
