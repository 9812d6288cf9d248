package news.lede.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.Likeness.Weighed;
import news.lede.text.Language;
import news.lede.text.SparseVector;

/**
 * The recent articles of one language with their stories, in memory: where a new article looks for its story. Candidates come from an inverted index over the
 * most telling words, then each is compared in full. Not thread-safe.
 */
final class RecentNews {
    /** Words of an article that look for candidates; the rest only weighs in the comparison. */
    private static final int ASKING_WORDS = 40;
    /** A word in more articles than this finds nothing, it only costs. */
    private static final int MOST_ARTICLES_OF_A_WORD = 2_000;

    private static final int MOST_CANDIDATES = 80;
    private static final int RANDOM_PAIRS = 12;

    /** An article in its story. */
    record Member(ArticleId article, ReportId report, StoryId story, Fingerprint fingerprint) {}

    private final Likeness likeness;
    private final TreeMap<ArticleId, Member> members = new TreeMap<>();
    private final List<ArticleId> order = new ArrayList<>();
    private final Map<StoryId, List<Member>> stories = new HashMap<>();
    private final Map<Long, List<Member>> withWord = new HashMap<>();

    RecentNews(Language language) {
        this.likeness = new Likeness(language);
    }

    int size() {
        return members.size();
    }

    boolean contains(ArticleId article) {
        return members.containsKey(article);
    }

    void add(Member member) {
        if (members.putIfAbsent(member.article(), member) != null) {
            return;
        }
        learnFromRandomPairs(member);
        order.add(member.article());
        stories.computeIfAbsent(member.story(), _ -> new ArrayList<>()).add(member);
        addToIndex(member);
    }

    /** Compares an article by another wording from now on; what is not held is passed over. */
    void replace(ArticleId article, Fingerprint wording) {
        Member old = members.get(article);
        if (old == null) {
            return;
        }
        Member now = new Member(article, old.report(), old.story(), wording);
        likeness.forget(old.fingerprint());
        likeness.learn(wording);
        removeFromIndex(old);
        addToIndex(now);
        members.put(article, now);
        stories.getOrDefault(old.story(), List.of()).replaceAll(member -> member == old ? now : member);
    }

    private void addToIndex(Member member) {
        SparseVector words = member.fingerprint().words();
        for (int i = 0; i < words.size(); i++) {
            withWord.computeIfAbsent(words.key(i), _ -> new ArrayList<>(2)).add(member);
        }
    }

    private void removeFromIndex(Member member) {
        SparseVector words = member.fingerprint().words();
        for (int i = 0; i < words.size(); i++) {
            removeFrom(withWord, words.key(i), member);
        }
    }

    /** Forgets the articles stored first, until {@code left} are left. */
    void shrinkTo(int left) {
        while (members.size() > left) {
            Member oldest = members.pollFirstEntry().getValue();
            likeness.forget(oldest.fingerprint());
            order.remove(oldest.article());
            removeFrom(stories, oldest.story(), oldest);
            removeFromIndex(oldest);
        }
    }

    /** The story that an article belongs to, if any. */
    Optional<StoryId> storyFor(Fingerprint article) {
        Weighed asking = likeness.weigh(article);
        Set<StoryId> candidates = new HashSet<>();
        for (Member candidate : candidates(asking)) {
            candidates.add(candidate.story());
        }
        StoryId best = null;
        double highest = Belonging.THRESHOLD;
        for (StoryId story : candidates.stream().sorted().toList()) {
            double score = Belonging.score(likenessToMembers(asking, stories.getOrDefault(story, List.of())));
            if (score >= highest) {
                highest = score;
                best = story;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The report that an article repeats, if any. */
    Optional<ReportId> reportOf(Fingerprint article) {
        return candidates(likeness.weigh(article)).stream()
                .filter(member ->
                        Belonging.near(article.published(), member.fingerprint().published()))
                .filter(member -> article.copies().sameAs(member.fingerprint().copies()))
                .min(Comparator.comparing(Member::article))
                .map(Member::report);
    }

    private double[] likenessToMembers(Weighed asking, List<Member> of) {
        List<Member> newest = of.subList(Math.max(0, of.size() - Belonging.MOST_MEMBERS), of.size());
        return newest.stream()
                .mapToDouble(member -> likeness.between(asking, likeness.weigh(member.fingerprint()))
                        - Belonging.penalty(
                                asking.fingerprint().published(),
                                member.fingerprint().published()))
                .toArray();
    }

    private List<Member> candidates(Weighed asking) {
        SparseVector words = asking.words();
        Map<Member, Double> shared = new LinkedHashMap<>();
        for (int part : words.heaviest(ASKING_WORDS)) {
            List<Member> found = withWord.getOrDefault(words.key(part), List.of());
            if (found.size() <= MOST_ARTICLES_OF_A_WORD) {
                double weight = words.value(part);
                for (Member member : found) {
                    shared.merge(member, weight, Double::sum);
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Member, Double>comparingByValue().reversed())
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void learnFromRandomPairs(Member member) {
        likeness.learn(member.fingerprint());
        if (order.isEmpty()) {
            return;
        }
        // Seeded by the article, so that a rebuilt memory knows the same.
        Random random = new Random(member.article().value());
        Weighed one = likeness.weigh(member.fingerprint());
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            Member other = members.get(order.get(random.nextInt(order.size())));
            if (other != null && !other.story().equals(member.story())) {
                likeness.learnRandomPair(one, likeness.weigh(other.fingerprint()));
            }
        }
    }

    private static <K> void removeFrom(Map<K, List<Member>> lists, K key, Member member) {
        lists.computeIfPresent(key, (_, list) -> {
            list.remove(member);
            return list.isEmpty() ? null : list;
        });
    }
}
