package news.lede.topic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import news.lede.article.Article;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryRanking;
import news.lede.story.StoryView;
import news.lede.text.Language;

/**
 * Which stories are on the topics that a workspace defined itself: what its moderators took the trouble to describe, its members want to read. By words of headline and lead alone, since every list
 * asks; remembered for each view. Thread-safe.
 */
public final class OwnTopics {
    private static final int LEAD_CHARS = 600;
    private static final int MOST_TOPICS = 500;
    private static final int MOST_STORIES = 2_000;

    // One word of the topic in a headline or a short lead is enough; far down in a long one it is not.
    static final double SPEAKS_OF = 0.5;

    private final Topics topics;
    private final Cache<Topic, Speaking> speaking = Caffeine.newBuilder()
            .maximumSize(MOST_TOPICS)
            .executor(Runnable::run)
            .build();

    public OwnTopics(Topics topics) {
        this.topics = topics;
    }

    /** What the workspace cares about, named in {@code language} where the topics have such names. */
    public StoryRanking.Interests of(WorkspaceId workspace, Language language) {
        List<Topic> own = topics.of(workspace);
        return story -> named(own, story, language);
    }

    private List<String> named(List<Topic> own, StoryView story, Language language) {
        // Asked of hundreds of stories for one list, few of which are on any topic.
        List<String> names = new ArrayList<>(0);
        for (Topic topic : own) {
            if (speaking.get(topic, Speaking::new).of(story)) {
                names.add(topic.name(language));
            }
        }
        return List.copyOf(names);
    }

    /** One topic and the stories it was compared with. */
    private static final class Speaking {
        private final TopicWords words;
        private final Cache<StoryView, Boolean> known = Caffeine.newBuilder()
                .weakKeys()
                .maximumSize(MOST_STORIES)
                .executor(Runnable::run)
                .build();

        Speaking(Topic topic) {
            this.words = new TopicWords(topic);
        }

        boolean of(StoryView story) {
            return known.get(story, this::find);
        }

        private boolean find(StoryView story) {
            Article newest = story.newest();
            return words.in(story.title(), lead(newest), newest.language()).weight() >= SPEAKS_OF;
        }
    }

    /** The first lines of an article, some {@value #LEAD_CHARS} characters. */
    static String lead(Article article) {
        StringBuilder lead = new StringBuilder();
        for (String paragraph : article.paragraphs()) {
            if (lead.length() >= LEAD_CHARS) {
                break;
            }
            lead.append(paragraph).append('\n');
        }
        return lead.substring(0, Math.min(LEAD_CHARS, lead.length()));
    }
}
