package news.lede.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * The recent articles of one language with their stories, in memory: where a new article looks for its story. Candidates come from an index of their most
 * telling words, the stories of those that are like it are looked at closely. Not thread-safe.
 */
final class RecentNews {
    private static final int MOST_CANDIDATES = 80;
    private static final int RANDOM_PAIRS = 12;
    /** Only a story for which so much speaks may turn out to be one with the story that the article joined. */
    private static final double MAY_MERGE_FROM = -2;

    private static final Comparator<Near> MOST_EVIDENCE_FIRST =
            Comparator.comparingDouble(Near::evidence).reversed().thenComparing(Near::story);

    /** A story like an article, and what speaks for its belonging there, see {@link Belonging#evidence}. */
    record Near(StoryId story, double evidence) {}

    /** An article in its story. */
    private static final class Member {
        private final ArticleId article;
        private final ReportId report;
        private final int place;
        private StoryId story;
        private HeldText text;

        Member(ArticleId article, ReportId report, StoryId story, HeldText text, int place) {
            this.article = article;
            this.report = report;
            this.story = story;
            this.text = text;
            this.place = place;
        }
    }

    private final Comparing comparing;
    private final Fitting fitting;
    private final WordIndex index = new WordIndex();
    private final TreeMap<ArticleId, Member> members = new TreeMap<>();
    private final Map<StoryId, List<Member>> stories = new HashMap<>();
    /** By place; null where one is free. */
    private final List<@Nullable Member> places = new ArrayList<>();

    private final List<Integer> freePlaces = new ArrayList<>();
    private @Nullable Fingerprint lastPrint;
    private @Nullable HeldText lastRead;

    RecentNews(Language language) {
        this.comparing = new Comparing(language);
        this.fitting = new Fitting(comparing);
    }

    int size() {
        return members.size();
    }

    boolean contains(ArticleId article) {
        return members.containsKey(article);
    }

    void add(ArticleId article, ReportId report, StoryId story, Fingerprint print) {
        if (members.containsKey(article)) {
            return;
        }
        HeldText text = read(print);
        learn(article, text);
        int place = freePlaces.isEmpty() ? places.size() : freePlaces.removeLast();
        Member member = new Member(article, report, story, text, place);
        if (place == places.size()) {
            places.add(member);
        } else {
            places.set(place, member);
        }
        members.put(article, member);
        stories.computeIfAbsent(story, _ -> new ArrayList<>(2)).add(member);
        index.add(place, text);
        lastPrint = null;
        lastRead = null;
    }

    /** Compares an article by another wording from now on; what is not held is passed over. */
    void replace(ArticleId article, Fingerprint wording) {
        Member member = members.get(article);
        if (member == null) {
            return;
        }
        HeldText text = read(wording);
        lastPrint = null;
        lastRead = null;
        HeldText old = member.text;
        comparing.learn(text);
        index.remove(member.place, old);
        comparing.forget(old);
        index.add(member.place, text);
        member.text = text;
    }

    /** From now on the members of {@code absorbed} are members of {@code survivor}. */
    void merge(StoryId survivor, StoryId absorbed) {
        List<Member> moved = stories.remove(absorbed);
        if (moved == null) {
            return;
        }
        moved.forEach(member -> member.story = survivor);
        List<Member> all = stories.computeIfAbsent(survivor, _ -> new ArrayList<>(moved.size()));
        all.addAll(moved);
        all.sort(Comparator.comparing(member -> member.article));
    }

    /** Forgets the articles stored first, until {@code left} are left. */
    void shrinkTo(int left) {
        letGo();
        while (members.size() > left) {
            Member oldest = members.pollFirstEntry().getValue();
            index.remove(oldest.place, oldest.text);
            comparing.forget(oldest.text);
            places.set(oldest.place, null);
            freePlaces.add(oldest.place);
            stories.computeIfPresent(oldest.story, (_, list) -> {
                list.remove(oldest);
                return list.isEmpty() ? null : list;
            });
        }
    }

    /** The stories that an article is like, those for which most speaks first; it belongs to the first if {@link Belonging#THRESHOLD} is reached. */
    List<Near> near(Fingerprint article) {
        HeldText asked = read(article);
        comparing.ask(asked);
        Set<StoryId> alike = new HashSet<>();
        for (Member candidate : candidates(asked)) {
            if (!alike.contains(candidate.story)
                    && Belonging.near(asked.minute(), candidate.text.minute())
                    && comparing.with(candidate.text).roughly() >= Belonging.CLOSER_LOOK) {
                alike.add(candidate.story);
            }
        }
        return alike.stream()
                .map(story -> new Near(story, evidence(asked, stories.getOrDefault(story, List.of()))))
                .filter(near -> near.evidence() >= MAY_MERGE_FROM)
                .sorted(MOST_EVIDENCE_FIRST)
                .toList();
    }

    /** Whether two stories are one event: each article of the smaller would join the larger, on average, and surely so. */
    boolean areOne(StoryId one, StoryId other) {
        List<Member> smaller = newest(stories.getOrDefault(one, List.of()));
        List<Member> larger = newest(stories.getOrDefault(other, List.of()));
        if (smaller.isEmpty() || larger.isEmpty()) {
            return false;
        }
        if (smaller.size() > larger.size()) {
            List<Member> swapped = smaller;
            smaller = larger;
            larger = swapped;
        }
        double sum = 0;
        for (Member member : smaller) {
            comparing.ask(member.text);
            sum += evidence(member.text, larger);
        }
        return sum / smaller.size() >= Belonging.MERGES_FROM;
    }

    /** The report that an article repeats, if any. */
    Optional<ReportId> reportOf(Fingerprint article) {
        HeldText asked = read(article);
        return candidates(asked).stream()
                .filter(member -> Belonging.near(asked.minute(), member.text.minute()))
                .filter(member -> asked.copies().sameAs(member.text.copies()))
                .min(Comparator.comparing(member -> member.article))
                .map(member -> member.report);
    }

    private double evidence(HeldText asked, List<Member> story) {
        List<HeldText> near = newest(story).stream()
                .map(member -> member.text)
                .filter(text -> Belonging.near(asked.minute(), text.minute()))
                .toList();
        return near.isEmpty() ? Double.NEGATIVE_INFINITY : Belonging.evidence(fitting.fit(asked, near));
    }

    private static List<Member> newest(List<Member> of) {
        return of.subList(Math.max(0, of.size() - Belonging.MOST_MEMBERS), of.size());
    }

    private List<Member> candidates(HeldText asked) {
        List<Member> candidates = new ArrayList<>();
        for (int place : index.nearest(asked, comparing, MOST_CANDIDATES)) {
            Member member = places.get(place);
            if (member != null) {
                candidates.add(member);
            }
        }
        return candidates;
    }

    /** Reads a text once though it is asked about several times in a row. */
    private HeldText read(Fingerprint print) {
        if (lastPrint == print && lastRead != null) {
            return lastRead;
        }
        letGo();
        HeldText text = comparing.read(print);
        lastPrint = print;
        lastRead = text;
        return text;
    }

    /** Of a text that was read and not added: its numbers may be another's soon. */
    private void letGo() {
        if (lastRead != null) {
            comparing.release(lastRead);
        }
        lastPrint = null;
        lastRead = null;
    }

    private void learn(ArticleId article, HeldText text) {
        comparing.learn(text);
        if (places.isEmpty()) {
            return;
        }
        // Seeded by the article, so that a rebuilt memory knows the same.
        Random random = new Random(article.value());
        comparing.ask(text);
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            Member other = places.get(random.nextInt(places.size()));
            if (other != null) {
                comparing.learnUnrelated(other.text);
            }
        }
    }
}
