package news.lede.belongings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.article.Transactor;
import news.lede.belongings.CommunityFile.About;
import news.lede.belongings.CommunityFile.Grant;
import news.lede.belongings.CommunityFile.OwnSource;
import news.lede.belongings.CommunityFile.Pack;
import news.lede.belongings.CommunityFile.Right;
import news.lede.belongings.CommunityFile.Spot;
import news.lede.belongings.CommunityFile.Wanted;
import news.lede.community.Charge;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Delegations;
import news.lede.community.Delegations.Delegation;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.source.Source;
import news.lede.source.Sources;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.Subscriptions;
import news.lede.topic.Topics;

/** Reads everything a community set and was told, as of one moment. Thread-safe. */
public final class CommunityExport {
    /** The ports it reads. */
    public record Books(
            Transactor transactor,
            Communities communities,
            CommunityRecords records,
            Sources sources,
            Topics topics,
            Subscriptions subscriptions,
            Delegations delegations) {}

    private final Books books;
    private final InstantSource clock;

    public CommunityExport(Books books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /** @throws java.util.NoSuchElementException if there is no such workspace */
    public CommunityFile of(WorkspaceId id) {
        return books.transactor().inTransaction(() -> {
            Workspace workspace = books.communities().find(id).orElseThrow();
            List<Delegation> handed = books.delegations().of(id);
            Map<ConversationId, Integer> numbers = new HashMap<>();
            List<Spot> places = new ArrayList<>();
            for (Conversation place : books.records().places(id)) {
                Spot spot = spot(place, places.size() + 1);
                if (says(spot)
                        || handed.stream().anyMatch(d -> d.charge().equals(new Charge.OfConversation(place.id())))) {
                    places.add(spot);
                    numbers.put(place.id(), spot.number());
                }
            }
            return new CommunityFile(
                    clock.instant(),
                    workspace.platform(),
                    workspace.key(),
                    workspace.title(),
                    workspace.language(),
                    workspace.zone(),
                    packs(id),
                    books.communities().ownSources(id).stream()
                            .flatMap(source -> books.sources().find(source).stream())
                            .flatMap(CommunityExport::source)
                            .sorted(Comparator.comparing(OwnSource::address))
                            .toList(),
                    books.topics().of(id),
                    places,
                    grants(id, handed, numbers),
                    books.records().retracted(id));
        });
    }

    /** Whether anything was set or told there: places that were only spoken in say nothing. */
    private static boolean says(Spot spot) {
        return !spot.subscriptions().isEmpty()
                || !spot.told().isEmpty()
                || !spot.channel().equals(Channel.standard(CommunityFile.NOWHERE));
    }

    private List<Pack> packs(WorkspaceId id) {
        return books.communities().followedPacks(id).stream()
                .sorted()
                .map(name -> new Pack(
                        name,
                        books.sources().inPack(name).stream()
                                .flatMap(CommunityExport::source)
                                .sorted(Comparator.comparing(OwnSource::address))
                                .toList()))
                .toList();
    }

    /** What only this installation can read, such as a folder of its machine, is no source elsewhere. */
    private static Stream<OwnSource> source(Source source) {
        return CommunityFile.KINDS.contains(source.kind())
                ? Stream.of(new OwnSource(source.kind(), source.address(), source.title()))
                : Stream.empty();
    }

    private Spot spot(Conversation place, int number) {
        return new Spot(
                number,
                place.place().chat(),
                place.place().thread(),
                books.subscriptions().channel(place.id()).at(CommunityFile.NOWHERE),
                books.subscriptions().of(place.id()).stream()
                        .flatMap(this::wanted)
                        .toList(),
                books.records().told(place.id()));
    }

    private Stream<Wanted> wanted(Subscription subscription) {
        return about(subscription.wish().subject())
                .map(about -> new Wanted(
                        about,
                        subscription.wish().filter(),
                        subscription.wish().languages(),
                        subscription.wish().least(),
                        subscription.cadence(),
                        subscription.pausedUntil()))
                .stream();
    }

    private Optional<About> about(Subject subject) {
        return switch (subject) {
            case Subject.OfTopic(String name) -> Optional.of(new About.OfTopic(name));
            case Subject.OfWords(String words) -> Optional.of(new About.OfWords(words));
            case Subject.OfSource(var id) ->
                books.sources().find(id).flatMap(s -> source(s).findFirst()).map(About.OfSource::new);
            case Subject.Everything() -> Optional.of(new About.Everything());
        };
    }

    private List<Grant> grants(WorkspaceId id, List<Delegation> handed, Map<ConversationId, Integer> numbers) {
        List<Grant> grants = new ArrayList<>();
        books.communities().granted(id).entrySet().stream()
                .map(e -> new Grant(e.getKey(), new Right.Everywhere(e.getValue())))
                .sorted(Comparator.comparing(grant -> grant.person().toString()))
                .forEach(grants::add);
        for (Delegation one : handed) {
            right(one.charge(), numbers).ifPresent(right -> grants.add(new Grant(one.person(), right)));
        }
        return List.copyOf(grants);
    }

    private static Optional<Right> right(Charge charge, Map<ConversationId, Integer> numbers) {
        return switch (charge) {
            case Charge.OfTopic(String topic) -> Optional.of(new Right.OfTopic(topic));
            case Charge.OfConversation(ConversationId conversation) ->
                Optional.ofNullable(numbers.get(conversation)).map(Right.OfPlace::new);
        };
    }
}
