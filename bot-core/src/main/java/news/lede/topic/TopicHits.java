package news.lede.topic;

import java.util.List;

/**
 * Which topics' words stand in one article. Immutable.
 *
 * @param known topics of lower numbers were looked for; of the others nothing is known
 */
record TopicHits(int known, List<Hit> hits) {
    static final TopicHits NONE = new TopicHits(0, List.of());

    TopicHits {
        hits = List.copyOf(hits);
    }

    /**
     * One topic's.
     *
     * @param topic its number
     * @param weight how strongly the text speaks of it
     * @param words as written in the text, most frequent first
     * @param required whether the text holds one of the words that it must hold
     * @param forbidden whether it holds one that it must not
     */
    record Hit(int topic, float weight, List<String> words, boolean required, boolean forbidden) {
        private static final Hit NOTHING = new Hit(-1, 0, List.of(), false, false);

        Hit {
            words = List.copyOf(words);
        }
    }

    Hit of(int topic) {
        for (Hit hit : hits) {
            if (hit.topic == topic) {
                return hit;
            }
        }
        return Hit.NOTHING;
    }
}
