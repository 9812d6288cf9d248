package news.lede.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.lede.community.ConversationId;
import news.lede.store.InMemoryStore;

/** {@link Backlogs} over the fakes of one store. */
public final class InMemoryBacklogs implements Backlogs {
    private final InMemoryStore store;

    public InMemoryBacklogs(InMemoryStore store) {
        this.store = store;
    }

    private record Due(String platform, Lane lane, Instant at) {}

    @Override
    public Backlog at(Instant now) {
        List<Due> all = new ArrayList<>();
        store.deliveries()
                .all()
                .forEach(row ->
                        row.due().ifPresent(at -> all.add(new Due(row.place().platform(), row.lane(), at))));
        store.edits().all().stream()
                .filter(row -> row.receipt().isPresent())
                .filter(row -> store.suspensions().find(row.conversation()).isEmpty())
                .forEach(row -> row.editDue()
                        .ifPresent(at -> all.add(new Due(
                                store.communities()
                                        .find(row.conversation())
                                        .orElseThrow()
                                        .place()
                                        .platform(),
                                Lane.EDIT,
                                at))));
        List<Backlog.Queue> queues =
                all.stream()
                        .collect(Collectors.groupingBy(due -> List.of(due.platform(), due.lane())))
                        .values()
                        .stream()
                        .map(dues -> new Backlog.Queue(
                                dues.getFirst().platform(),
                                dues.getFirst().lane(),
                                dues.size(),
                                (int) dues.stream()
                                        .filter(due -> !due.at().isAfter(now))
                                        .count(),
                                dues.stream()
                                        .map(Due::at)
                                        .min(Comparator.naturalOrder())
                                        .orElseThrow()))
                        .sorted(Comparator.comparing(Backlog.Queue::platform).thenComparing(Backlog.Queue::lane))
                        .toList();
        return new Backlog(
                queues, shut(), store.matches().open(Integer.MAX_VALUE).size());
    }

    @Override
    public List<Fate> latest(int limit) {
        return store.deliveries().all().stream()
                .sorted(Comparator.comparing((Delivery row) -> row.id().value()).reversed())
                .limit(limit)
                .map(row -> new Fate(
                        row.id(),
                        row.place().platform(),
                        row.conversation(),
                        row.kind(),
                        row.state(),
                        row.lane(),
                        row.planned(),
                        store.deliveries().finished(row.id()),
                        row.attempts(),
                        row.problem()))
                .toList();
    }

    @Override
    public List<DeliveryId> open(ConversationId conversation, int limit) {
        return store.deliveries().all().stream()
                .filter(row -> row.conversation().equals(conversation))
                .filter(row -> store.deliveries().finished(row.id()).isEmpty())
                .map(Delivery::id)
                .sorted(Comparator.comparing(DeliveryId::value))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Kept> kept() {
        TreeMap<String, Kept> kept = new TreeMap<>();
        store.deliveries().all().stream()
                .filter(row -> row.state() == Delivery.State.HELD)
                .forEach(row -> {
                    String platform = row.place().platform();
                    String why = row.problem().orElse("");
                    kept.merge(
                            platform + " " + why,
                            new Kept(platform, why, 1, row.planned()),
                            (one, other) -> new Kept(
                                    platform,
                                    why,
                                    one.messages() + other.messages(),
                                    one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest()));
                });
        return List.copyOf(kept.values());
    }

    private List<Backlog.Shut> shut() {
        TreeMap<String, Backlog.Shut> shut = new TreeMap<>();
        store.suspensions().all().forEach(row -> {
            String platform = store.communities()
                    .find(row.conversation())
                    .orElseThrow()
                    .place()
                    .platform();
            shut.merge(
                    platform + " " + row.reason(),
                    new Backlog.Shut(platform, row.reason(), 1),
                    (one, other) ->
                            new Backlog.Shut(platform, row.reason(), one.conversations() + other.conversations()));
        });
        return List.copyOf(shut.values());
    }
}
