package news.lede.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.story.WhatIsNew.Novelty;

/**
 * Records with each revision of a story what it brought. Calls must not overlap, as those of {@link StoryGrouping} must not.
 *
 * <p>What a story has said is remembered for the stories that changed last; otherwise it is read anew, of a large story from its first articles and its last. The store
 * remains the truth: what is remembered counts only for the very members that the store names, so what a rolled back transaction left is passed over.
 */
final class Revising {
    private static final int MOST_REMEMBERED = 600;
    private static final int FIRST_READ = 2;
    private static final int LAST_READ = 8;

    private final Stories stories;
    private final Articles articles;
    private final Cache<StoryId, Memory> memories = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .executor(Runnable::run)
            .build();

    private record Memory(List<ArticleId> members, Known known) {}

    Revising(Stories stories, Articles articles) {
        this.stories = stories;
        this.articles = articles;
    }

    /** Says what {@code article}, the newest member, brought to its story in that story's newest revision. */
    void joined(Story story, Article article) {
        List<ArticleId> before = story.members().subList(0, story.members().size() - 1);
        Known known = known(story.id(), before);
        boolean copy = before.contains(new ArticleId(article.report().value()));
        Novelty novelty;
        if (copy) {
            novelty = WhatIsNew.copy();
        } else {
            Claims claims = Claims.of(article);
            novelty = WhatIsNew.of(claims, known);
            known.learn(claims);
        }
        memories.put(story.id(), new Memory(story.members(), known));
        stories.describe(story.id(), story.revision(), novelty.material(), novelty.changes());
    }

    /** Makes a revision of what a publisher changed in an article; empty when nothing that readers need to know. */
    Optional<Revision> revised(Article before, Article now, Instant at) {
        return stories.storyOf(now.id()).flatMap(stories::find).flatMap(story -> revised(story, before, now, at));
    }

    private Optional<Revision> revised(Story story, Article before, Article now, Instant at) {
        Novelty corrected = PublisherChange.of(before, now);
        List<Change> changes = new ArrayList<>(corrected.changes());
        boolean material = corrected.material();
        Known known = known(story.id(), story.members());
        // Known holds what the article said before, when nobody but the store had read this state of it.
        known.learn(Claims.of(before));
        Claims claims = Claims.of(now).saidAt(at);
        Optional<Novelty> more = WhatIsNew.more(claims, known);
        if (more.isPresent()) {
            List<Change> others = more.get().changes().stream()
                    .filter(change -> !repeats(change, corrected.changes()))
                    .toList();
            changes.addAll(others);
            material |= more.get().material() && !others.isEmpty();
        }
        known.learn(claims);
        memories.put(story.id(), new Memory(story.members(), known));
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(stories.revise(story.id(), now.id(), material, changes, at));
    }

    /** A corrected sentence says what is new already. */
    private static boolean repeats(Change change, List<Change> corrected) {
        return change instanceof Change.NewFigure figure
                && corrected.stream()
                        .anyMatch(other -> other instanceof Change.TextCorrected text
                                && text.after().equals(figure.proof()));
    }

    /** Makes a revision of an article that its publisher took down. */
    Optional<Revision> withdrawn(Article article, int status, Instant at) {
        return stories.storyOf(article.id())
                .map(story -> stories.revise(story, article.id(), true, List.of(new Change.Withdrawn(status)), at));
    }

    private Known known(StoryId story, List<ArticleId> members) {
        Memory memory = memories.getIfPresent(story);
        if (memory != null && memory.members().equals(members)) {
            return memory.known();
        }
        Known known = new Known();
        articles.findAll(read(members)).stream()
                .sorted(Comparator.comparingInt(article -> members.indexOf(article.id())))
                .filter(article -> article.report().value() == article.id().value()
                        || !members.contains(new ArticleId(article.report().value())))
                .forEach(article -> known.learn(Claims.of(article)));
        return known;
    }

    private static List<ArticleId> read(List<ArticleId> members) {
        if (members.size() <= FIRST_READ + LAST_READ) {
            return members;
        }
        List<ArticleId> read = new ArrayList<>(members.subList(0, FIRST_READ));
        read.addAll(members.subList(members.size() - LAST_READ, members.size()));
        return read;
    }
}
