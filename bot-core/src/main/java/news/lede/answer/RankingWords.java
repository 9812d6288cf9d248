package news.lede.answer;

import java.util.ArrayList;
import java.util.List;
import news.lede.story.Publishers.Voice;
import news.lede.story.StoryRanking.Moved;
import news.lede.story.StoryRanking.Ranked;
import news.lede.story.StoryRanking.Weight;
import news.lede.story.StoryView;

/** Says in words why a story stands where it does, with the numbers that put it there. */
public final class RankingWords {
    private static final int NAMED = 8;

    private final Texts texts;
    private final Phrases phrases;

    public RankingWords(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
    }

    /** What speaks for a story beside its freshness, to stand below it: "4 independent publishers; 3 of them joined within an hour". Nothing for one publisher alone. */
    public List<String> inShort(Weight weight) {
        List<String> reasons = new ArrayList<>();
        if (weight.voices().size() > 1) {
            reasons.add(texts.text("rank.publishers", weight.voices().size()));
        }
        if (weight.joined() > 0) {
            reasons.add(texts.count("rank.joined", weight.joined()));
        }
        if (!weight.interests().isEmpty()) {
            reasons.add(texts.text("rank.topics", topics(weight)));
        }
        if (weight.liking() != 0) {
            reasons.add(texts.text(weight.liking() > 0 ? "rank.liked" : "rank.not-liked"));
        }
        return reasons;
    }

    /** Everything, a line each: what was counted, and the hours it brings. */
    public List<String> whole(StoryView story, Weight weight) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("why.age", phrases.age(story.published(), story.approximate()), -weight.age()));
        lines.add(texts.text(
                weight.voices().size() == 1 ? "why.publisher" : "why.publishers",
                voices(weight.voices()),
                weight.spread(),
                weight.voices().size()));
        if (weight.voices().size() < story.articles().size()) {
            lines.add(texts.text("why.once"));
        }
        if (weight.growth() >= 0.05) {
            lines.add(
                    weight.joined() == 0
                            ? texts.text("why.grew", weight.growth())
                            : texts.text("why.growing", texts.count("rank.joined", weight.joined()), weight.growth()));
        }
        if (!weight.interests().isEmpty()) {
            lines.add(texts.text("why.topics", topics(weight), weight.interest()));
        }
        if (weight.liking() != 0) {
            lines.add(texts.text(
                    "why.votes", weight.votes().good(), weight.votes().bad(), weight.liking()));
        }
        lines.add(texts.text("why.total", weight.total()));
        return lines;
    }

    /** Where a story stands among {@code all}, and why not elsewhere. */
    public List<String> place(Ranked ranked, int all) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("why.place", ranked.place(), all));
        ranked.moved().ifPresent(moved -> lines.add(moved(ranked.place(), moved)));
        return lines;
    }

    private String moved(int place, Moved moved) {
        int by = Math.abs(place - moved.from());
        return texts.text(
                place > moved.from() ? "why.moved-down" : "why.moved-up",
                texts.count("why.places", by),
                Display.plain(moved.subject()));
    }

    private String topics(Weight weight) {
        return texts.list(weight.interests(), Display::plain);
    }

    private String voices(List<Voice> voices) {
        List<String> named = voices.stream().limit(NAMED).map(this::voice).toList();
        int left = voices.size() - named.size();
        String list = String.join(", ", named);
        return left > 0 ? list + " " + phrases.more(left) : list;
    }

    /** "The Harbour Post (with Harbour Radio)". */
    private String voice(Voice voice) {
        List<String> names = voice.names().stream().map(Display::plain).toList();
        if (names.isEmpty()) {
            return texts.text("publisher.unknown");
        }
        return names.size() == 1
                ? names.getFirst()
                : texts.text("why.family", names.getFirst(), texts.list(names.subList(1, names.size())));
    }
}
