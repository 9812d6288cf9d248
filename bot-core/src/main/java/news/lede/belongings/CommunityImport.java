package news.lede.belongings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import news.lede.article.Transactor;
import news.lede.belongings.Arrivals.Line;
import news.lede.belongings.Arrivals.Outcome;
import news.lede.belongings.Arrivals.Part;
import news.lede.belongings.CommunityFile.About;
import news.lede.belongings.CommunityFile.Grant;
import news.lede.belongings.CommunityFile.OwnSource;
import news.lede.belongings.CommunityFile.Pack;
import news.lede.belongings.CommunityFile.Right;
import news.lede.belongings.CommunityFile.Spot;
import news.lede.belongings.CommunityFile.Wanted;
import news.lede.community.Audit;
import news.lede.community.Charge;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Delegations;
import news.lede.community.Follows;
import news.lede.community.Limits;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Quotas;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.source.Source;
import news.lede.source.Sources;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscriptions;
import news.lede.subscription.Wish;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.Topics;

/**
 * Brings a community's file to a workspace, in one transaction. What there is one of (language, zone, packs, how a place is told) is as the file has it afterwards; what there can be many of is added to
 * what is there. Thread-safe.
 */
public final class CommunityImport {
    /** The ports it writes to. */
    public record Books(
            Transactor transactor,
            Communities communities,
            CommunityRecords records,
            Sources sources,
            Topics topics,
            Subscriptions subscriptions,
            Delegations delegations,
            Audit audit,
            Follows follows,
            Limits limits) {}

    /**
     * Where a file goes, and by whom.
     *
     * @param main where the first place goes that {@code places} does not name, unless the file is brought back to where it came from: then each goes where it was, if it is ours or believed
     * @param places where places go, by number
     * @param by whose subscriptions they are
     * @param believed whether the file may say by itself where places are: anybody can write one, and one that a moderator hands over could name the channel of another community
     * @param grants whether {@code by} may say who moderates
     */
    public record Target(
            Workspace workspace,
            Optional<Place> main,
            Map<Integer, Place> places,
            PersonKey by,
            Audit.Actor actor,
            boolean believed,
            boolean grants) {
        public Target {
            places = Map.copyOf(places);
        }
    }

    private final Books books;
    private final Predicate<PersonKey> erased;
    private final InstantSource clock;

    /** @param erased whether a person had themselves erased: no file brings them back */
    public CommunityImport(Books books, Predicate<PersonKey> erased, InstantSource clock) {
        this.books = books;
        this.erased = erased;
        this.clock = clock;
    }

    /** What {@link #run} would do; nothing is changed, not even by {@code target}. Not to be called within a transaction, which would keep it. */
    public Arrivals rehearse(CommunityFile file, Supplier<Target> target) {
        try {
            books.transactor().inTransaction(() -> {
                throw new Undone(new Run(file, target.get()).all());
            });
        } catch (Undone rehearsed) {
            return rehearsed.arrivals;
        }
        throw new IllegalStateException("a rehearsal is always undone");
    }

    /** Brings all of it. {@code target} is asked for within the transaction: it may make the workspace. */
    public Arrivals run(CommunityFile file, Supplier<Target> target) {
        return books.transactor().inTransaction(() -> {
            Target to = target.get();
            Arrivals arrivals = new Run(file, to).all();
            books.audit()
                    .changed(new Audit.Change(
                            to.workspace().id(),
                            clock.instant(),
                            to.actor(),
                            "import",
                            "",
                            Map.of(),
                            Map.of(
                                    "from",
                                    file.platform(),
                                    "exported",
                                    file.exported().toString())));
            return arrivals;
        });
    }

    /** Ends a rehearsal, so that the transaction is undone. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Arrivals arrivals;

        Undone(Arrivals arrivals) {
            super("rehearsed", null, false, false);
            this.arrivals = arrivals;
        }
    }

    /** One import. */
    private final class Run {
        private final CommunityFile file;
        private final Target target;
        private final WorkspaceId workspace;
        private final boolean home;
        private final Instant now = clock.instant();
        private final List<Line> lines = new ArrayList<>();
        private final Map<Integer, ConversationId> arrived = new HashMap<>();

        Run(CommunityFile file, Target target) {
            this.file = file;
            this.target = target;
            this.workspace = target.workspace().id();
            this.home = file.platform().equals(target.workspace().platform())
                    && file.key().equals(target.workspace().key());
        }

        Arrivals all() {
            speaking();
            packs();
            file.sources().forEach(source -> add(source, Part.SOURCE));
            file.topics().forEach(this::topic);
            boolean first = true;
            for (Spot spot : file.places()) {
                first &= place(spot, first).isEmpty();
            }
            file.grants().forEach(this::grant);
            stories(Part.RETRACTED, file.retracted().size(), books.records().retract(workspace, file.retracted(), now));
            return new Arrivals(lines);
        }

        private void say(Part part, Outcome outcome, String what) {
            lines.add(new Line(part, outcome, what));
        }

        private void say(Part part, boolean changed, String what) {
            say(part, changed ? Outcome.BROUGHT : Outcome.SAME, what);
        }

        private void speaking() {
            Workspace here = books.communities().find(workspace).orElseThrow();
            books.communities()
                    .update(new Workspace(
                            workspace, here.platform(), here.key(), here.title(), file.language(), file.zone()));
            String spoken = file.language().equals(Language.UNKNOWN)
                    ? ""
                    : file.language().code();
            say(Part.LANGUAGE, !here.language().equals(file.language()), spoken);
            say(Part.ZONE, !here.zone().equals(file.zone()), file.zone().getId());
        }

        private void packs() {
            List<String> wanted = file.packs().stream().map(Pack::name).toList();
            for (String pack : books.communities().followedPacks(workspace)) {
                if (!wanted.contains(pack)) {
                    books.follows().unfollowPack(workspace, pack);
                    say(Part.PACK, Outcome.ENDED, pack);
                }
            }
            List<String> known = books.follows().packs();
            for (Pack pack : file.packs()) {
                if (books.communities().followedPacks(workspace).contains(pack.name())) {
                    say(Part.PACK, Outcome.SAME, pack.name());
                } else if (known.contains(pack.name()) || pack.name().equals(Communities.DEFAULT_PACK)) {
                    books.follows().followPack(workspace, pack.name());
                    say(Part.PACK, Outcome.BROUGHT, pack.name());
                } else {
                    say(Part.PACK, Outcome.AS_SOURCES, pack.name());
                    pack.sources().forEach(source -> add(source, Part.SOURCE));
                }
            }
        }

        private void add(OwnSource source, Part part) {
            switch (books.follows().follow(workspace, source.kind(), source.address(), source.title())) {
                case Follows.Outcome.Followed followed -> say(part, !followed.before(), source.address());
                case Follows.Outcome.Full _ -> say(part, Outcome.FULL, source.address());
            }
        }

        private void topic(Topic topic) {
            Optional<Topic> known = books.topics().find(workspace, topic.id());
            boolean same = known.equals(Optional.of(topic));
            if (known.isEmpty() && books.topics().of(workspace).size() >= most(Quotas.Kind.TOPICS)) {
                say(Part.TOPIC, Outcome.FULL, topic.id().value());
                return;
            }
            if (!same) {
                books.topics().define(workspace, topic);
            }
            say(Part.TOPIC, !same, topic.id().value());
        }

        private int most(Quotas.Kind kind) {
            return books.limits().most(workspace, kind);
        }

        /** Where it went; empty if it was left out. */
        private Optional<ConversationId> place(Spot spot, boolean first) {
            Optional<Place> to = Optional.ofNullable(target.places().get(spot.number()))
                    .or(() -> home ? former(spot) : Optional.empty())
                    .or(() -> target.main().filter(_ -> first));
            String number = Integer.toString(spot.number());
            if (to.isEmpty()) {
                say(Part.PLACE, Outcome.NO_PLACE, number);
                return Optional.empty();
            }
            Conversation conversation = books.communities().conversation(workspace, to.get());
            if (!conversation.workspace().equals(workspace)) {
                say(Part.PLACE, Outcome.NOT_OURS, number);
                return Optional.empty();
            }
            say(Part.PLACE, Outcome.BROUGHT, number);
            channel(spot, conversation.id());
            spot.subscriptions().forEach(wanted -> subscribe(conversation, wanted));
            stories(Part.TOLD, spot.told().size(), books.records().retell(conversation.id(), spot.told()));
            arrived.put(spot.number(), conversation.id());
            return Optional.of(conversation.id());
        }

        /** Where the file says that it was. */
        private Optional<Place> former(Spot spot) {
            return Optional.of(new Place(file.platform(), spot.chat(), spot.thread()))
                    .filter(place -> target.believed()
                            || target.main().filter(place::equals).isPresent()
                            || books.communities()
                                    .known(place)
                                    .filter(there -> there.workspace().equals(workspace))
                                    .isPresent());
        }

        private void channel(Spot spot, ConversationId here) {
            Channel wanted = spot.channel().at(here);
            if (!home && wanted.mention().isPresent()) {
                say(Part.MENTION, Outcome.OF_THEIR_PLATFORM, wanted.mention().get());
                wanted = wanted.withMention(Optional.empty());
            }
            Channel saved = wanted;
            boolean same = books.subscriptions().channel(here).equals(saved);
            books.subscriptions().change(here, _ -> saved);
            say(Part.CHANNEL, !same, Integer.toString(spot.number()));
        }

        private void subscribe(Conversation here, Wanted wanted) {
            Optional<Subject> subject = subject(wanted.about());
            String name = name(wanted.about());
            if (subject.isEmpty()) {
                say(Part.SUBSCRIPTION, Outcome.UNKNOWN, name);
                return;
            }
            Wish wish = new Wish(subject.get(), wanted.filter(), wanted.languages(), wanted.least());
            Optional<Instant> due = wanted.cadence() instanceof Cadence.ByDigest digest
                    ? Optional.of(DigestSchedule.next(digest, now))
                    : Optional.empty();
            switch (books.subscriptions()
                    .subscribe(here, wish, wanted.cadence(), due, target.by(), now, most(Quotas.Kind.SUBSCRIPTIONS))) {
                case Subscriptions.Outcome.Subscribed(var subscription, boolean fresh) -> {
                    books.subscriptions().pause(subscription.id(), wanted.pausedUntil());
                    say(Part.SUBSCRIPTION, fresh, name);
                }
                case Subscriptions.Outcome.Full _ -> say(Part.SUBSCRIPTION, Outcome.FULL, name);
            }
        }

        /** A source that is not read here was in a pack that holds something else here, or there was no room for it. */
        private Optional<Subject> subject(About about) {
            return switch (about) {
                case About.OfTopic(String topic) -> Optional.of(new Subject.OfTopic(topic));
                case About.OfWords(String words) -> Optional.of(new Subject.OfWords(words));
                case About.Everything() -> Optional.of(new Subject.Everything());
                case About.OfSource(OwnSource source) ->
                    books.sources()
                            .findByAddress(source.address())
                            .map(Source::id)
                            .filter(books.communities().visibleSources(workspace)::contains)
                            .map(Subject.OfSource::new);
            };
        }

        private static String name(About about) {
            return switch (about) {
                case About.OfTopic(String topic) -> topic;
                case About.OfWords(String words) -> words;
                case About.Everything() -> "*";
                case About.OfSource(OwnSource source) -> source.address();
            };
        }

        private void stories(Part part, int all, int known) {
            if (known > 0) {
                say(part, Outcome.BROUGHT, Integer.toString(known));
            }
            if (known < all) {
                say(part, Outcome.UNKNOWN, Integer.toString(all - known));
            }
        }

        private void grant(Grant grant) {
            String person = grant.person().toString();
            if (!grant.person().platform().equals(target.workspace().platform())) {
                say(Part.GRANT, Outcome.OF_THEIR_PLATFORM, person);
            } else if (!target.grants()) {
                say(Part.GRANT, Outcome.NOT_ALLOWED, person);
            } else if (erased.test(grant.person())) {
                say(Part.GRANT, Outcome.UNKNOWN, "");
            } else {
                switch (grant.right()) {
                    case Right.Everywhere(var role) -> {
                        boolean same = books.communities().role(workspace, grant.person()) == role;
                        books.communities().grant(workspace, grant.person(), role);
                        say(Part.GRANT, !same, person);
                    }
                    case Right.OfTopic(String topic) -> hand(grant.person(), new Charge.OfTopic(topic));
                    case Right.OfPlace(int place) -> {
                        ConversationId there = arrived.get(place);
                        if (there == null) {
                            say(Part.GRANT, Outcome.NO_PLACE, person);
                        } else {
                            hand(grant.person(), new Charge.OfConversation(there));
                        }
                    }
                }
            }
        }

        private void hand(PersonKey person, Charge charge) {
            say(Part.GRANT, books.delegations().hand(workspace, person, charge, now), person.toString());
        }
    }
}
