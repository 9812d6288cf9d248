package news.lede.web.sources;

import java.util.Optional;
import news.lede.source.SourceEvent;
import news.lede.source.SourceHealth;
import news.lede.source.SourceHealth.Word;

/** How sources are doing, in the desk's words and colours, and what to do about it. */
final class Health {
    private Health() {}

    static String word(Optional<SourceHealth> health) {
        return health.map(SourceHealth::word)
                .map(word -> switch (word) {
                    case NEW -> "not asked yet";
                    case FINE -> "fine";
                    case QUIET -> "quiet";
                    case FAILING -> "failing";
                    case SHUT -> "shut to us";
                    case NOT_A_FEED -> "not a feed";
                    case DEAD -> "dead";
                    case ENDED -> "ended";
                    case OVERDUE -> "overdue";
                })
                .orElse("handed in");
    }

    static String tone(Optional<SourceHealth> health) {
        return health.map(SourceHealth::word)
                .map(word -> switch (word) {
                    case FINE -> "good";
                    case QUIET, FAILING -> "warn";
                    case SHUT, NOT_A_FEED, DEAD, ENDED, OVERDUE -> "bad";
                    case NEW -> "";
                })
                .orElse("");
    }

    /** What the last answer was where it was not good. */
    static String detail(Optional<SourceHealth> health) {
        return health.filter(h -> h.failures() > 0)
                .map(h -> h.outcome() + ", " + h.failures() + (h.failures() == 1 ? " failure" : " failures in a row"))
                .orElse("");
    }

    /** What somebody can do; empty where nobody has to. */
    static String remedy(Optional<SourceHealth> health, String id) {
        String remove = "Remove it with: lede source remove " + id + ".";
        return health.map(SourceHealth::word)
                .map(word -> switch (word) {
                    case SHUT -> "The publisher does not let us in. Ask them, or give it up. " + remove;
                    case NOT_A_FEED ->
                        "A page answers in place of a feed. Look for its feed: lede source add with the address of the page names those there are. "
                                + remove;
                    case DEAD ->
                        "It has not answered for long. Open the address in a browser, look for a new one. " + remove;
                    case ENDED -> "Its publisher says that it is gone for good. " + remove;
                    case OVERDUE -> "It should have been asked long ago. Is lede run running?";
                    case NEW, FINE, QUIET, FAILING -> "";
                })
                .orElse("");
    }

    /** Those that need somebody first, then those in trouble, then the rest. */
    static int urgency(Optional<SourceHealth> health) {
        Word word = health.map(SourceHealth::word).orElse(Word.FINE);
        if (word.needsSomebody()) {
            return 0;
        }
        return word == Word.FAILING ? 1 : word == Word.QUIET ? 2 : 3;
    }

    static String word(SourceEvent.Kind kind) {
        return switch (kind) {
            case SHUT -> "shut to us";
            case DEAD -> "dead";
            case ENDED -> "ended";
            case BACK -> "back";
            case MOVED -> "moved";
            case NOT_A_FEED -> "not a feed";
            case OVERDUE -> "overdue";
            case QUIET -> "quiet";
        };
    }

    static String tone(SourceEvent.Kind kind) {
        return switch (kind) {
            case BACK, MOVED -> "good";
            case QUIET -> "warn";
            case SHUT, DEAD, ENDED, NOT_A_FEED, OVERDUE -> "bad";
        };
    }
}
