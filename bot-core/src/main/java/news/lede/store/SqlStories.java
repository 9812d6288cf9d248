package news.lede.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.article.ArticleId;
import news.lede.source.SourceId;
import news.lede.story.Change;
import news.lede.story.Revision;
import news.lede.story.Stories;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.story.VisibleStory;
import news.lede.text.Language;
import org.jdbi.v3.core.Handle;

/** Stories in the tables {@code story}, {@code story_member}, {@code story_revision} and {@code story_alias}. */
final class SqlStories implements Stories {
    private static final Instant BEFORE_ALL = Instant.ofEpochMilli(Long.MIN_VALUE);

    private record Row(StoryId id, Language language, int revision, Instant created, Instant updated) {}

    private final Sessions sessions;

    SqlStories(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Story open(ArticleId first, Language language, Instant at) {
        return sessions.write(handle -> {
            requireFree(handle, first);
            long id = handle.createQuery("INSERT INTO story (language, revision, created, updated)"
                            + " VALUES (:language, 0, :at, :at) RETURNING id")
                    .bind("language", language.code())
                    .bind("at", at.toEpochMilli())
                    .map((row, _) -> row.getLong(1))
                    .one();
            int revision = StoryRevisions.next(handle, new StoryId(id), Optional.of(first), at);
            addMember(handle, new StoryId(id), first, revision);
            return one(handle, new StoryId(id));
        });
    }

    @Override
    public Story join(StoryId story, ArticleId article, Instant at) {
        return sessions.write(handle -> {
            Story old = one(handle, story);
            if (old.members().contains(article)) {
                return old;
            }
            requireFree(handle, article);
            int revision = StoryRevisions.next(handle, old.id(), Optional.of(article), at);
            addMember(handle, old.id(), article, revision);
            return one(handle, old.id());
        });
    }

    @Override
    public Story merge(StoryId survivor, StoryId absorbed, Instant at) {
        return sessions.write(handle -> {
            Story kept = one(handle, survivor);
            Story gone = one(handle, absorbed);
            if (kept.id().equals(gone.id())) {
                return kept;
            }
            int revision = StoryRevisions.next(handle, kept.id(), Optional.empty(), at);
            StoryRevisions.describe(handle, kept.id(), revision, false, List.of(new Change.Merged(gone.id())));
            handle.createUpdate("DELETE FROM story_member WHERE story_id = :gone")
                    .bind("gone", gone.id().value())
                    .execute();
            gone.members().forEach(member -> addMember(handle, kept.id(), member, revision));
            handle.createUpdate("UPDATE story_alias SET survivor_id = :kept WHERE survivor_id = :gone")
                    .bind("kept", kept.id().value())
                    .bind("gone", gone.id().value())
                    .execute();
            handle.createUpdate("INSERT INTO story_alias (story_id, survivor_id) VALUES (:gone, :kept)")
                    .bind("kept", kept.id().value())
                    .bind("gone", gone.id().value())
                    .execute();
            MergedTelling.keepWord(handle, kept.id(), gone.id(), revision, at);
            return one(handle, kept.id());
        });
    }

    @Override
    public Revision revise(StoryId story, ArticleId article, boolean material, List<Change> changes, Instant at) {
        return sessions.write(handle -> {
            Story old = one(handle, story);
            if (!old.members().contains(article)) {
                throw new IllegalArgumentException("article " + article + " is not in story " + old.id());
            }
            int revision = StoryRevisions.next(handle, old.id(), Optional.of(article), at);
            StoryRevisions.describe(handle, old.id(), revision, material, changes);
            return new Revision(
                    old.id(), revision, at.truncatedTo(ChronoUnit.MILLIS), Optional.of(article), material, changes);
        });
    }

    @Override
    public void describe(StoryId story, int revision, boolean material, List<Change> changes) {
        sessions.change(handle -> StoryRevisions.describe(handle, story, revision, material, changes));
    }

    @Override
    public List<Revision> revisions(StoryId story) {
        return revisionsSince(List.of(story), BEFORE_ALL);
    }

    @Override
    public List<Revision> revisionsSince(Collection<StoryId> stories, Instant since) {
        return sessions.read(handle -> StoryRevisions.since(handle, survivors(handle, stories), since));
    }

    @Override
    public List<Revision> corrections(Set<SourceId> sources, Instant since, int limit) {
        return sessions.read(handle -> StoryRevisions.corrections(handle, sources, since, limit));
    }

    @Override
    public Optional<Story> find(StoryId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Story> findAll(Collection<StoryId> ids) {
        return ids.isEmpty() ? List.of() : sessions.read(handle -> load(handle, ids));
    }

    @Override
    public Map<StoryId, VisibleStory> visible(Collection<StoryId> ids, Set<SourceId> sources) {
        return ids.isEmpty() ? Map.of() : sessions.read(handle -> VisibleStories.of(handle, ids, sources));
    }

    @Override
    public Optional<StoryId> storyOf(ArticleId article) {
        return Optional.ofNullable(storiesOf(List.of(article)).get(article));
    }

    @Override
    public Map<ArticleId, StoryId> storiesOf(Collection<ArticleId> articles) {
        return sessions.read(handle -> {
            Map<ArticleId, StoryId> found = new HashMap<>();
            InList.rows(
                    handle,
                    articles,
                    ArticleId::value,
                    "SELECT article_id, story_id FROM story_member WHERE article_id IN (",
                    ")",
                    row -> found.put(new ArticleId(row.getLong(1)), new StoryId(row.getLong(2))));
            return Map.copyOf(found);
        });
    }

    @Override
    public List<StoryId> newest(Set<SourceId> sources, int limit) {
        return sessions.read(handle -> NewestStories.of(handle, sources, limit));
    }

    private static Story one(Handle handle, StoryId id) {
        List<Story> found = load(handle, List.of(id));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no story " + id);
        }
        return found.getFirst();
    }

    private static List<Story> load(Handle handle, Collection<StoryId> ids) {
        Collection<StoryId> survivors = survivors(handle, ids);
        Map<StoryId, List<ArticleId>> members = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        InList.forEach(survivors, StoryId::value, in -> {
            handle.createQuery("SELECT story_id, article_id FROM story_member WHERE story_id IN (" + in
                            + ") ORDER BY story_id, position")
                    .map((row, _) -> Map.entry(new StoryId(row.getLong(1)), new ArticleId(row.getLong(2))))
                    .forEach(member -> members.computeIfAbsent(member.getKey(), _ -> new ArrayList<>())
                            .add(member.getValue()));
            handle.createQuery("SELECT id, language, revision, created, updated FROM story WHERE id IN (" + in
                            + ") ORDER BY id")
                    .map((row, _) -> new Row(
                            new StoryId(row.getLong(1)),
                            new Language(row.getString(2)),
                            row.getInt(3),
                            Instant.ofEpochMilli(row.getLong(4)),
                            Instant.ofEpochMilli(row.getLong(5))))
                    .forEach(rows::add);
        });
        return rows.stream()
                .map(row -> new Story(
                        row.id(),
                        row.language(),
                        row.revision(),
                        row.created(),
                        row.updated(),
                        members.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Collection<StoryId> survivors(Handle handle, Collection<StoryId> ids) {
        Set<StoryId> survivors = new TreeSet<>(ids);
        VisibleStories.survivors(handle, ids).forEach((absorbed, survivor) -> {
            survivors.remove(absorbed);
            survivors.add(survivor);
        });
        return survivors;
    }

    private static void addMember(Handle handle, StoryId story, ArticleId article, int revision) {
        handle.createUpdate("INSERT INTO story_member (article_id, story_id, revision, position)"
                        + " SELECT :article, :story, :revision, COALESCE(MAX(position), 0) + 1"
                        + " FROM story_member WHERE story_id = :story")
                .bind("article", article.value())
                .bind("story", story.value())
                .bind("revision", revision)
                .execute();
    }

    private static void requireFree(Handle handle, ArticleId article) {
        boolean taken = handle.createQuery("SELECT story_id FROM story_member WHERE article_id = :article")
                .bind("article", article.value())
                .map((row, _) -> row.getLong(1))
                .findOne()
                .isPresent();
        if (taken) {
            throw new IllegalArgumentException("article " + article + " has a story");
        }
    }
}
