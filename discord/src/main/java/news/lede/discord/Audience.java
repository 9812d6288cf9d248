package news.lede.discord;

import java.util.Set;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;

/** Who sees an answer: news is for everybody around, what concerns the asker or the settings of a place is for the asker alone. */
final class Audience {
    /** What is answered by news, or by what there is to read. Of these alone a late answer is announced to everybody. */
    private static final Set<String> NEWS = Set.of(
            "latest",
            "brief",
            "since",
            "topic",
            "related",
            "story",
            "timeline",
            "compare",
            "corrections",
            "search",
            "summarize",
            "topics",
            "sources");

    private Audience() {}

    /** Whether everybody may be told that an answer to this command is on its way. */
    static boolean isPublic(String command) {
        return NEWS.contains(command);
    }

    /** Whether everybody may see the answer. */
    static boolean isPublic(Answer answer) {
        return switch (answer) {
            case Answer.StoryList _, Answer.StoryCard _, Answer.Briefing _, Answer.Account _ -> true;
            case Listing listing -> listing.kind() == Listing.Kind.TOPICS || listing.kind() == Listing.Kind.SOURCES;
            case Answer.Notice _ -> false;
        };
    }
}
