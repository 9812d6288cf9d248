package news.lede.belongings;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.alert.DeliveryId;
import news.lede.alert.InMemoryTold.Told;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKeys;
import news.lede.belongings.CommunityFile.ToldStory;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import news.lede.story.Story;
import news.lede.story.StoryId;

/** {@link CommunityRecords} over the other fakes of a store; what was retracted in a map. */
public final class InMemoryCommunityRecords implements CommunityRecords {
    private final InMemoryStore store;
    private final Map<WorkspaceId, Map<ArticleId, Instant>> retracted = new ConcurrentHashMap<>();

    public InMemoryCommunityRecords(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Workspace> workspaces() {
        return store.communities().all();
    }

    @Override
    public List<Conversation> places(WorkspaceId workspace) {
        return store.communities().places(workspace);
    }

    @Override
    public List<URI> retracted(WorkspaceId workspace) {
        return retracted.getOrDefault(workspace, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<ArticleId, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .flatMap(e -> store.articles().find(e.getKey()).flatMap(Article::url).stream())
                .toList();
    }

    @Override
    public int retract(WorkspaceId workspace, Collection<URI> links, Instant at) {
        List<ArticleId> known = links.stream()
                .flatMap(link -> article(workspace, link).stream())
                .toList();
        Map<ArticleId, Instant> all = retracted.computeIfAbsent(workspace, _ -> new LinkedHashMap<>());
        known.forEach(article -> all.putIfAbsent(article, at));
        return known.size();
    }

    @Override
    public List<ToldStory> told(ConversationId conversation) {
        WorkspaceId workspace =
                store.communities().find(conversation).orElseThrow().workspace();
        Set<SourceId> eyes = store.communities().visibleSources(workspace);
        List<ToldStory> told = new ArrayList<>();
        store.edits().all().stream()
                .filter(row -> row.conversation().equals(conversation))
                .sorted(Comparator.comparing(Told::at).thenComparing(Told::story))
                .forEach(row -> {
                    List<Article> seen = members(row.story()).stream()
                            .filter(article -> store.articles().sourcesOf(article.id()).stream()
                                    .anyMatch(eyes::contains))
                            .filter(article -> article.url().isPresent())
                            .toList();
                    if (!seen.isEmpty()) {
                        told.add(new ToldStory(
                                row.at(),
                                seen.getFirst().title(),
                                seen.stream()
                                        .map(article -> article.url().orElseThrow())
                                        .toList()));
                    }
                });
        return List.copyOf(told);
    }

    private List<Article> members(StoryId story) {
        return store.stories().find(story).stream()
                .flatMap(found -> found.members().stream())
                .flatMap(id -> store.articles().find(id).stream())
                .toList();
    }

    @Override
    public int retell(ConversationId conversation, List<ToldStory> told) {
        WorkspaceId workspace =
                store.communities().find(conversation).orElseThrow().workspace();
        int known = 0;
        for (ToldStory one : told) {
            Optional<Story> story = one.links().stream()
                    .flatMap(link -> article(workspace, link).stream())
                    .flatMap(article -> store.stories().storyOf(article).stream())
                    .findFirst()
                    .flatMap(store.stories()::find);
            if (story.isPresent()) {
                known++;
                Story here = story.get();
                if (store.edits().find(here.id(), conversation).isEmpty()) {
                    store.edits()
                            .keep(new Told(
                                    here.id(),
                                    conversation,
                                    new DeliveryId(0),
                                    Optional.empty(),
                                    one.at(),
                                    here.revision(),
                                    here.revision(),
                                    Optional.empty()));
                }
            }
        }
        return known;
    }

    private Optional<ArticleId> article(WorkspaceId workspace, URI link) {
        Set<SourceId> eyes = store.communities().visibleSources(workspace);
        return ArticleKeys.link(link)
                .flatMap(key -> store.articles().findByKeys(List.of(key)))
                .filter(article -> store.articles().sourcesOf(article).stream().anyMatch(eyes::contains));
    }
}
