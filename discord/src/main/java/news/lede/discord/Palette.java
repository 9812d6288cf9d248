package news.lede.discord;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;

/** The colours of edges: one for each topic, the same each time, all to be told from a light ground and from a dark one. */
final class Palette {
    /** Of news under no topic, or under several. */
    static final int NEWS = 0x3788AF;

    /** Of what is no news. */
    static final int NOTICE = 0x8A8F98;

    static final List<Integer> TOPICS = List.of(
            0xC8643F, 0xB5751A, 0x8A8420, 0x4E8F3A, 0x22907A, 0x2E86C1, 0x5B78D6, 0x8E6BD1, 0xB75BB0, 0xD0527E,
            0xA8705A, 0x6D8796);

    private Palette() {}

    static int of(Answer answer) {
        return switch (answer) {
            case Answer.StoryList list -> of(list.stories());
            case Answer.Briefing briefing -> of(briefing.stories());
            case Answer.StoryCard card -> of(List.of(card.story()));
            case Answer.Account _, Answer.Listing _ -> NEWS;
            case Answer.Notice _ -> NOTICE;
        };
    }

    private static int of(List<StoryItem> stories) {
        Set<Optional<String>> topics = stories.stream().map(StoryItem::topic).collect(Collectors.toSet());
        return topics.size() == 1 ? topics.iterator().next().map(Palette::of).orElse(NEWS) : NEWS;
    }

    static int of(String topic) {
        return TOPICS.get(Math.floorMod(topic.hashCode(), TOPICS.size()));
    }
}
