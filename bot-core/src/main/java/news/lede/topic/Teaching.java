package news.lede.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import news.lede.text.LanguageDetector;
import news.lede.topic.TopicVotes.Tally;

/** Makes lessons of what people said: of a definition's examples, and of a workspace's votes. Thread-safe. */
final class Teaching {
    /** What was said long ago was perhaps of another definition; so many latest count. */
    private static final int VOTED_ARTICLES = 200;

    private final TopicVotes votes;
    private final TopicVectors vectors;
    private final WindowReading reading;
    private final ArticleWindow window;

    Teaching(TopicVotes votes, TopicVectors vectors, WindowReading reading, ArticleWindow window) {
        this.votes = votes;
        this.vectors = vectors;
        this.reading = reading;
        this.window = window;
    }

    List<Tally> votes(Topic topic, WorkspaceId workspace) {
        return votes.newest(workspace, topic.id(), VOTED_ARTICLES);
    }

    /** Articles of which as many said yes as no teach nothing. */
    TopicLessons lessons(Topic topic, List<Tally> said, NewsBackground news) {
        List<ArticleReading> yes = new ArrayList<>();
        List<ArticleReading> no = new ArrayList<>();
        topic.examples().forEach(example -> (example.fits() ? yes : no).add(read(example.text(), news)));
        Map<ArticleId, Integer> balance = new HashMap<>();
        said.stream()
                .filter(tally -> tally.yes() != tally.no())
                .forEach(tally -> balance.put(tally.article(), tally.yes() - tally.no()));
        readings(balance.keySet())
                .forEach(reading -> (balance.getOrDefault(reading.id(), 0) > 0 ? yes : no).add(reading));
        return TopicLessons.of(yes, no, balance, news);
    }

    private List<ArticleReading> readings(Set<ArticleId> wanted) {
        List<ArticleReading> found = new ArrayList<>();
        List<ArticleId> older = new ArrayList<>();
        wanted.forEach(id -> window.find(id).ifPresentOrElse(found::add, () -> older.add(id)));
        found.addAll(reading.readAgain(older));
        return found;
    }

    private ArticleReading read(String text, NewsBackground news) {
        Language language = LanguageDetector.detect(text);
        TopicText words = TopicText.of("", text, language);
        CompactVector meaning = ArticleVectors.isReadable(language)
                ? vectors.of(text).map(CompactVector::of).orElse(null)
                : null;
        Wording wording = news.wording(language)
                .map(usual -> usual.telling(words.wording()))
                .orElse(words.wording());
        return new ArticleReading(new ArticleId(0), language, words.length(), wording, TopicHits.NONE, meaning, 0);
    }
}
