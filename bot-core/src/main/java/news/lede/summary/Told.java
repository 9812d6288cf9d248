package news.lede.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.text.Token;

/**
 * What a summary tells so far, and whether a sentence goes on from there or adds to it. The article of the first sentence opens; what others bring must be new. Not thread-safe.
 */
final class Told {
    private static final double TELLS_THE_TITLE = 0.5;

    private static final int LEAD = 2;
    private static final int ALONE = 3;

    // A second lead puts the same event in other words: of its words, the title and the first sentences told it has
    // this many;
    // with a number or a name that is new it may have a few more.
    private static final double RETELLS = 0.5;
    private static final double RETELLS_WITH_NEWS = 0.6;

    // Fewer new words tell the same, put otherwise.
    private static final double FEWEST_NEW_WORDS = 6;

    // What shares next to no word with them is the beginning of something else.
    private static final double TOUCHES = 0.05;

    private final TellingWords title;
    private final List<Candidate> sentences = new ArrayList<>();
    private final Set<Long> said = new HashSet<>();
    private final Set<Long> lead = new HashSet<>();
    private final Set<String> marks = new HashSet<>();
    private final boolean several;
    private boolean tellsTheTitle;

    Told(TellingWords title, boolean several) {
        this.several = several;
        this.title = title;
        title.addTo(lead);
    }

    /** In the order in which they were taken. */
    List<Candidate> sentences() {
        return sentences;
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** Whether the story has several articles. */
    boolean ofSeveral() {
        return several;
    }

    boolean tellsTheTitle() {
        return tellsTheTitle;
    }

    void add(Candidate sentence) {
        sentences.add(sentence);
        sentence.words().addTo(said);
        if (sentences.size() <= LEAD) {
            sentence.words().addTo(lead);
        }
        marks.addAll(marks(sentence.tokens()));
        tellsTheTitle |= title.saidBy(sentence.words()) >= TELLS_THE_TITLE;
    }

    /** The share of its words that is told. */
    double shareOf(Candidate sentence) {
        return sentence.words().saidBy(said);
    }

    /** Whether it is the sentence right after one that is told. */
    boolean isFollowedBy(Candidate sentence) {
        for (Candidate one : sentences) {
            if (sentence.follows(one)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the article that opens goes on with it, as long as that one is to be heard alone. */
    boolean isContinuedBy(Candidate sentence) {
        return several && sentences.size() < ALONE && isOpenedBy(sentence) && isFollowedBy(sentence);
    }

    /** Whether it stands in the article that tells first. */
    boolean isOpenedBy(Candidate sentence) {
        return !sentences.isEmpty() && sentences.getFirst().source() == sentence.source();
    }

    /** A sentence that leans needs its predecessor; only what opens the summary may lean on the title. */
    boolean allows(Candidate sentence) {
        return !sentence.leans() || (sentence.rank() == 1 && sentences.isEmpty()) || isFollowedBy(sentence);
    }

    /** Whether it says something that is not told: more of the opening article, or news of another. */
    boolean isAddedBy(Candidate sentence) {
        if (isEmpty() || isOpenedBy(sentence)) {
            return true;
        }
        double share = sentence.words().saidBy(lead);
        double most = tellsNews(sentence) ? RETELLS_WITH_NEWS : RETELLS;
        double newWords = (1 - shareOf(sentence)) * sentence.words().single().size();
        return share >= TOUCHES && share < most && newWords >= FEWEST_NEW_WORDS;
    }

    private boolean tellsNews(Candidate sentence) {
        return !marks.containsAll(marks(sentence.tokens()));
    }

    /** Numbers, and names where names have capitals. */
    private static Set<String> marks(Collection<Token> tokens) {
        Set<String> marks = new HashSet<>();
        for (Token token : tokens) {
            if (token.number() || (token.capitalised() && !token.sentenceInitial() && !token.stop())) {
                marks.add(token.stem());
            }
        }
        return marks;
    }
}
