package news.lede.community;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.article.ArticleId;
import news.lede.article.Restorable;
import news.lede.source.InMemorySources;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.text.Language;

/** {@link Communities} in maps. Thread-safe. */
public final class InMemoryCommunities implements Communities, Restorable {
    private record Key(String platform, String key) {}

    private record Granted(WorkspaceId workspace, PersonKey person) {}

    private final InMemorySources sources;
    private final Map<Key, WorkspaceId> ids = new HashMap<>();
    private final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();
    private final Map<Place, Conversation> conversations = new HashMap<>();
    private final Map<ConversationId, Conversation> byId = new HashMap<>();
    private final Map<WorkspaceId, Set<String>> packs = new HashMap<>();
    private final Map<WorkspaceId, Set<SourceId>> follows = new HashMap<>();
    private final Map<Granted, Role> roles = new HashMap<>();

    private final List<BiConsumer<ConversationId, Conversation>> taken = new ArrayList<>();
    private final List<BiConsumer<WorkspaceId, WorkspaceId>> merged = new ArrayList<>();
    private final List<Consumer<Conversation>> arrived = new ArrayList<>();
    private Function<WorkspaceId, Set<ArticleId>> takenBack = _ -> Set.of();
    private long lastConversation;

    public InMemoryCommunities(InMemorySources sources) {
        this.sources = sources;
        sources.whenMerged(this::followToo);
    }

    private synchronized void followToo(SourceId duplicate, SourceId kept) {
        follows.values().stream().filter(f -> f.contains(duplicate)).forEach(f -> f.add(kept));
    }

    @Override
    public synchronized Workspace workspace(String platform, String key, String title, Set<String> newPacks) {
        WorkspaceId id = ids.computeIfAbsent(new Key(platform, key), _ -> new WorkspaceId(ids.size() + 1));
        return workspaces.computeIfAbsent(id, _ -> {
            followPack(id, DEFAULT_PACK);
            newPacks.forEach(pack -> followPack(id, pack));
            return new Workspace(id, platform, key, title, Language.UNKNOWN, ZoneOffset.UTC);
        });
    }

    @Override
    public synchronized Optional<Workspace> find(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    @Override
    public synchronized void update(Workspace workspace) {
        workspaces.computeIfPresent(
                workspace.id(),
                (id, old) -> new Workspace(
                        id, old.platform(), old.key(), workspace.title(), workspace.language(), workspace.zone()));
    }

    @Override
    public synchronized Conversation conversation(WorkspaceId workspace, Place place) {
        return conversations.computeIfAbsent(place, _ -> {
            Conversation opened = new Conversation(new ConversationId(++lastConversation), workspace, place);
            byId.put(opened.id(), opened);
            return opened;
        });
    }

    @Override
    public synchronized Optional<Conversation> find(ConversationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized Optional<Conversation> known(Place place) {
        return Optional.ofNullable(conversations.get(place));
    }

    /** Tells the fakes beside this one that a conversation became part of another. */
    public void whenTakenIn(BiConsumer<ConversationId, Conversation> listener) {
        taken.add(listener);
    }

    /** Tells the fakes beside this one that the first workspace gave all it had to the second. */
    public void whenMerged(BiConsumer<WorkspaceId, WorkspaceId> listener) {
        merged.add(listener);
    }

    /** Tells the fakes beside this one that a conversation is at another place. */
    public void whenMoved(Consumer<Conversation> listener) {
        arrived.add(listener);
    }

    @Override
    public synchronized void move(ConversationId id, Place to) {
        Optional<Conversation> found = find(id).filter(from -> !from.place().equals(to));
        if (found.isEmpty()) {
            return;
        }
        Conversation from = found.get();
        Conversation there = conversations.remove(to);
        if (there != null) {
            byId.remove(there.id());
        }
        conversations.remove(from.place());
        put(new Conversation(id, from.workspace(), to));
        rekey(from, to);
        if (there != null) {
            taken.forEach(listener -> listener.accept(there.id(), from));
        }
        Conversation now = find(id).orElseThrow();
        arrived.forEach(listener -> listener.accept(now));
    }

    private void put(Conversation conversation) {
        conversations.put(conversation.place(), conversation);
        byId.put(conversation.id(), conversation);
    }

    private void rekey(Conversation from, Place to) {
        Key old = new Key(from.place().platform(), from.place().chat());
        if (!from.workspace().equals(ids.get(old))) {
            return;
        }
        ids.remove(old);
        Key key = new Key(to.platform(), to.chat());
        WorkspaceId other = ids.put(key, from.workspace());
        workspaces.computeIfPresent(
                from.workspace(),
                (id, was) -> new Workspace(id, to.platform(), to.chat(), was.title(), was.language(), was.zone()));
        if (other != null) {
            ids.put(new Key(to.platform(), to.chat() + " before " + other), other);
            List.copyOf(conversations.values()).stream()
                    .filter(conversation -> conversation.workspace().equals(other))
                    .map(one -> new Conversation(one.id(), from.workspace(), one.place()))
                    .forEach(this::put);
            give(other, from.workspace());
        }
    }

    private void give(WorkspaceId other, WorkspaceId kept) {
        Set<String> newPacks = packs.getOrDefault(other, Set.of());
        newPacks.stream().filter(pack -> !pack.equals(DEFAULT_PACK)).forEach(pack -> followPack(kept, pack));
        packs.remove(other);
        Set<SourceId> newSources = follows.getOrDefault(other, Set.of());
        newSources.forEach(source -> follow(kept, source));
        follows.remove(other);
        Map.copyOf(roles).forEach((granted, role) -> {
            if (granted.workspace().equals(other)) {
                roles.remove(granted);
                roles.putIfAbsent(new Granted(kept, granted.person()), role);
            }
        });
        merged.forEach(listener -> listener.accept(other, kept));
    }

    @Override
    public synchronized List<Conversation> at(String platform, String chat) {
        return conversations.values().stream()
                .filter(c -> c.place().platform().equals(platform)
                        && c.place().chat().equals(chat))
                .sorted(Comparator.comparingLong(c -> c.id().value()))
                .toList();
    }

    @Override
    public synchronized void followPack(WorkspaceId workspace, String pack) {
        packs.computeIfAbsent(workspace, _ -> new HashSet<>()).add(pack);
    }

    @Override
    public synchronized void unfollowPack(WorkspaceId workspace, String pack) {
        packs.computeIfAbsent(workspace, _ -> new HashSet<>()).remove(pack);
    }

    @Override
    public synchronized void follow(WorkspaceId workspace, SourceId source) {
        follows.computeIfAbsent(workspace, _ -> new HashSet<>()).add(source);
    }

    @Override
    public synchronized void unfollow(WorkspaceId workspace, SourceId source) {
        follows.computeIfAbsent(workspace, _ -> new HashSet<>()).remove(source);
    }

    @Override
    public synchronized Set<String> followedPacks(WorkspaceId workspace) {
        return Set.copyOf(packs.getOrDefault(workspace, Set.of()));
    }

    @Override
    public synchronized Set<SourceId> ownSources(WorkspaceId workspace) {
        return follows.getOrDefault(workspace, Set.of()).stream()
                .filter(sources::isThere)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized Set<SourceId> visibleSources(WorkspaceId workspace) {
        Stream<SourceId> byPack = packs.getOrDefault(workspace, Set.of()).stream()
                .flatMap(pack -> sources.inPack(pack).stream())
                .map(Source::id);
        return Stream.concat(byPack, ownSources(workspace).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Where it is known what was taken back. */
    public void takenBackBy(Function<WorkspaceId, Set<ArticleId>> retractions) {
        takenBack = retractions;
    }

    @Override
    public Set<ArticleId> takenBack(WorkspaceId workspace) {
        return takenBack.apply(workspace);
    }

    @Override
    public synchronized int followers(SourceId source) {
        List<String> in = sources.packsOf(source);
        return (int) workspaces.keySet().stream()
                .filter(w -> follows.getOrDefault(w, Set.of()).contains(source)
                        || packs.getOrDefault(w, Set.of()).stream().anyMatch(in::contains))
                .count();
    }

    @Override
    public synchronized Role role(WorkspaceId workspace, PersonKey person) {
        return roles.getOrDefault(new Granted(workspace, person), Role.MEMBER);
    }

    @Override
    public synchronized void grant(WorkspaceId workspace, PersonKey person, Role role) {
        roles.put(new Granted(workspace, person), role);
    }

    @Override
    public synchronized Map<PersonKey, Role> granted(WorkspaceId workspace) {
        Map<PersonKey, Role> granted = new HashMap<>();
        roles.forEach((key, role) -> {
            if (key.workspace().equals(workspace) && role != Role.MEMBER) {
                granted.put(key.person(), role);
            }
        });
        return Map.copyOf(granted);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Key, WorkspaceId> oldIds = Map.copyOf(ids);
        Map<WorkspaceId, Workspace> oldWorkspaces = Map.copyOf(workspaces);
        Map<Place, Conversation> oldConversations = Map.copyOf(conversations);
        long oldLast = lastConversation;
        Map<Granted, Role> oldRoles = Map.copyOf(roles);
        Map<WorkspaceId, Set<String>> oldPacks = copy(packs);
        Map<WorkspaceId, Set<SourceId>> oldFollows = copy(follows);
        return () -> {
            synchronized (this) {
                replace(ids, oldIds);
                replace(workspaces, oldWorkspaces);
                replace(conversations, oldConversations);
                byId.clear();
                conversations.values().forEach(conversation -> byId.put(conversation.id(), conversation));
                lastConversation = oldLast;
                replace(roles, oldRoles);
                replace(packs, oldPacks);
                replace(follows, oldFollows);
            }
        };
    }

    private static <V> Map<WorkspaceId, Set<V>> copy(Map<WorkspaceId, Set<V>> sets) {
        Map<WorkspaceId, Set<V>> copy = new HashMap<>();
        sets.forEach((workspace, set) -> copy.put(workspace, new HashSet<>(set)));
        return copy;
    }

    private static <K, V> void replace(Map<K, V> map, Map<K, V> by) {
        map.clear();
        map.putAll(by);
    }

    /** All of them, by id. */
    public synchronized List<Workspace> all() {
        return workspaces.values().stream()
                .sorted(Comparator.comparing(workspace -> workspace.id().value()))
                .toList();
    }

    /** The conversations of a workspace, oldest first. */
    public synchronized List<Conversation> places(WorkspaceId workspace) {
        return byId.values().stream()
                .filter(c -> c.workspace().equals(workspace))
                .sorted(Comparator.comparing(c -> c.id().value()))
                .toList();
    }
}
