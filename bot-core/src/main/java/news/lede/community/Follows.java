package news.lede.community;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import news.lede.article.Transactor;
import news.lede.opml.Listed;
import news.lede.opml.Pack;
import news.lede.source.PollState;
import news.lede.source.PollStates;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.source.Sources;

/**
 * Lets workspaces follow sources and packs, and sees to it that what is followed is read and what nobody follows is not. A source is read once whatever the number of
 * its followers. Thread-safe.
 */
public final class Follows {
    private final Transactor transactor;
    private final Sources sources;
    private final Communities communities;
    private final PollStates states;
    private final Supplier<List<Pack>> shipped;
    private final Limits limits;
    private final Duration floor;
    private final InstantSource clock;

    /** {@code shipped}: the packs that ship, asked for when one is needed. {@code floor}: the least time between two polls of a source. */
    public Follows(
            Transactor transactor,
            Sources sources,
            Communities communities,
            PollStates states,
            Supplier<List<Pack>> shipped,
            Limits limits,
            Duration floor,
            InstantSource clock) {
        this.transactor = transactor;
        this.sources = sources;
        this.communities = communities;
        this.states = states;
        this.shipped = shipped;
        this.limits = limits;
        this.floor = floor;
        this.clock = clock;
    }

    /** What came of following a source. */
    public sealed interface Outcome {
        /** {@code before}: the workspace saw it already, by itself or by a pack; then nothing was done. */
        record Followed(Source source, boolean before) implements Outcome {}

        /** The workspace has {@code most} sources of its own already, as many as it may. */
        record Full(int most) implements Outcome {}
    }

    /** A workspace follows a source by itself, so that only it sees it, unless others follow it too or a pack has it. */
    public Outcome follow(WorkspaceId workspace, SourceKind kind, String address, String title) {
        return transactor.inTransaction(() -> {
            Optional<Source> known = sources.findByAddress(address);
            if (known.isPresent() && sees(workspace, known.get().id())) {
                return new Outcome.Followed(known.get(), true);
            }
            int most = limits.most(workspace, Quotas.Kind.SOURCES);
            if (communities.ownSources(workspace).size() >= most) {
                return new Outcome.Full(most);
            }
            Source source = add(kind, address, title);
            communities.follow(workspace, source.id());
            return new Outcome.Followed(source, false);
        });
    }

    /** A workspace no longer follows a source by itself. What nobody follows and no pack of the operator's has is not read any more. */
    public void unfollow(WorkspaceId workspace, SourceId source) {
        transactor.inTransaction(() -> {
            communities.unfollow(workspace, source);
            return restIfAlone(source);
        });
    }

    /** The operator adds a source to a pack, which may be new; whoever follows the pack sees it. */
    public Source addToPack(String pack, SourceKind kind, String address, String title) {
        return transactor.inTransaction(() -> {
            Source source = add(kind, address, title);
            sources.addToPack(pack, source.id());
            return source;
        });
    }

    /**
     * Adds what a list holds to {@code pack}; without one, to the packs that the list marks, and what is in none to {@link Communities#DEFAULT_PACK}, so that it is seen. All of it is
     * kept or nothing.
     *
     * @return the sources that were not read before
     */
    public List<Source> addAll(List<Listed> listed, Optional<String> pack) {
        return transactor.inTransaction(() -> {
            List<Source> added = new ArrayList<>();
            for (Listed one : listed) {
                boolean known = sources.findByAddress(one.address()).isPresent();
                Source source = add(one.kind(), one.address(), one.title());
                packsOf(one, pack).forEach(name -> sources.addToPack(name, source.id()));
                if (!known) {
                    added.add(source);
                }
            }
            return List.copyOf(added);
        });
    }

    /** The packs that {@link #addAll} puts a source into. */
    public static Set<String> packsOf(Listed listed, Optional<String> pack) {
        return pack.map(Set::of).orElse(listed.packs().isEmpty() ? Set.of(Communities.DEFAULT_PACK) : listed.packs());
    }

    /** Names of all packs that can be followed: those that ship, in their order, then those that the operator made. */
    public List<String> packs() {
        List<String> names =
                new ArrayList<>(shipped.get().stream().map(Pack::name).toList());
        sources.packs().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return List.copyOf(names);
    }

    /** What a pack holds, in words; its name when nobody gave it a title. */
    public String title(String pack) {
        return shipped(pack).map(Pack::title).orElse(pack);
    }

    /** A workspace follows a pack; its sources are read from now on. */
    public void followPack(WorkspaceId workspace, String pack) {
        transactor.inTransaction(() -> {
            load(pack);
            communities.followPack(workspace, pack);
            return true;
        });
    }

    public void unfollowPack(WorkspaceId workspace, String pack) {
        transactor.inTransaction(() -> {
            communities.unfollowPack(workspace, pack);
            if (shipped(pack).isPresent()) {
                sources.inPack(pack).stream()
                        .filter(s -> restIfAlone(s.id()))
                        .forEach(s -> sources.removeFromPack(pack, s.id()));
            }
            return true;
        });
    }

    /**
     * Brings the store in line with what ships: sources that were added to a pack that is followed, and those of {@code defaults}, are read from now on. What the operator removed
     * stays removed.
     */
    public void refresh(List<String> defaults) {
        List<String> inUse = new ArrayList<>(sources.packs());
        inUse.addAll(defaults);
        inUse.stream().distinct().forEach(pack -> transactor.inTransaction(() -> load(pack)));
    }

    /**
     * A list of the operator's names these no more, or is gone: its pack has them no more, and they are read as long as somebody follows them otherwise.
     *
     * @return how many were in the pack
     */
    public int withdraw(String pack, Collection<String> addresses) {
        return transactor.inTransaction(() -> {
            int withdrawn = 0;
            for (String address : addresses) {
                Optional<Source> source = sources.findByAddress(address);
                if (source.filter(one -> sources.packsOf(one.id()).contains(pack))
                        .isPresent()) {
                    SourceId id = source.get().id();
                    sources.removeFromPack(pack, id);
                    restIfAlone(id);
                    withdrawn++;
                }
            }
            return withdrawn;
        });
    }

    private int load(String pack) {
        List<Listed> wanted = shipped(pack).map(Pack::sources).orElse(List.of()).stream()
                .filter(listed -> !sources.withheld(pack, listed.address()))
                .toList();
        for (Listed listed : wanted) {
            sources.addToPack(
                    pack, add(listed.kind(), listed.address(), listed.title()).id());
        }
        return wanted.size();
    }

    private Optional<Pack> shipped(String name) {
        return shipped.get().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    private boolean sees(WorkspaceId workspace, SourceId source) {
        return communities.visibleSources(workspace).contains(source);
    }

    /** A source that said it was gone for good and is added again is asked again, no sooner than any other. */
    private Source add(SourceKind kind, String address, String title) {
        Source source = sources.addIfAbsent(kind, address, title);
        states.find(source.id())
                .filter(state -> state.nextPoll().isEmpty())
                .ifPresent(state -> states.save(state.dueAt(soonest(state))));
        return source;
    }

    private Instant soonest(PollState state) {
        Instant now = clock.instant();
        Instant allowed = state.lastPoll().orElse(now).plus(floor);
        return allowed.isAfter(now) ? allowed : now;
    }

    /** Whether it is not read any more, because nobody follows it and it came by chats and packs that ship alone. */
    private boolean restIfAlone(SourceId source) {
        List<String> ships = shipped.get().stream().map(Pack::name).toList();
        return communities.followers(source) == 0
                && ships.containsAll(sources.packsOf(source))
                && sources.remove(source, clock.instant());
    }
}
