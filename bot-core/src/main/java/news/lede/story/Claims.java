package news.lede.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.story.Beginning.Sentence;
import news.lede.text.Figure;
import news.lede.text.Figures;
import news.lede.text.Language;
import news.lede.text.Name;
import news.lede.text.Token;

/**
 * What one article says of the kinds of things that a story's revisions tell: figures, outcomes, persons. {@code nameWords}: the words of all its names.
 * {@code lead}: its first sentence.
 */
record Claims(
        ArticleId article,
        Instant published,
        Proof lead,
        List<Counted> figures,
        Outcomes.Found outcomes,
        List<Persons.Person> persons,
        Set<String> nameWords) {
    /** Deeper in the text stand the figures of other events. */
    private static final int FIGURE_SENTENCES = 6;

    /** Words that make a number one that is added to another. */
    private static final Set<String> ADDED = Set.of(
            "other",
            "others",
            "another",
            "additional",
            "more",
            "weitere",
            "weiterer",
            "autres",
            "otros",
            "otras",
            "outros",
            "outras",
            "altri",
            "altre",
            "andere",
            "anderen");

    /** A figure of something countable. {@code leading}: in the article's first sentence, where its main figures stand. */
    record Counted(Figure figure, Sentence sentence, Language language, boolean leading) {
        /** With the words around it ("at least 14 people were killed"). */
        String phrase() {
            return FigurePhrase.of(figure, sentence, language);
        }

        Proof proof() {
            return sentence.proof();
        }
    }

    static Claims of(Article article) {
        Beginning beginning = Beginning.of(article);
        Set<String> nameWords = new HashSet<>();
        for (Name name : beginning.names()) {
            nameWords.addAll(List.of(name.key().split(" ")));
        }
        return new Claims(
                article.id(),
                article.published(),
                beginning.sentences().getFirst().proof(),
                figures(beginning, article.published()),
                Outcomes.in(beginning, article.published()),
                Persons.in(beginning, article.published()),
                nameWords);
    }

    /** The same, said at another time: a publisher writes on in an article that was published before. */
    Claims saidAt(Instant at) {
        return new Claims(article, at, lead, figures, outcomes, persons, nameWords);
    }

    /** Of the figures of one thing the first: what follows is compared with it, or background. */
    private static List<Counted> figures(Beginning beginning, Instant published) {
        List<Counted> figures = new ArrayList<>();
        for (int i = 0; i < Math.min(FIGURE_SENTENCES, beginning.sentences().size()); i++) {
            Sentence sentence = beginning.sentences().get(i);
            if (Outcomes.liesBack(sentence, beginning.language(), published)) {
                continue;
            }
            for (Figure figure : Figures.in(sentence.text(), beginning.language())) {
                boolean first =
                        figures.stream().noneMatch(other -> other.figure().comparableWith(figure));
                if (first && counts(figure, sentence)) {
                    figures.add(new Counted(figure, sentence, beginning.language(), i == 0));
                }
            }
        }
        return figures;
    }

    private static boolean counts(Figure figure, Sentence sentence) {
        if (!figure.quantity()
                || figure.scope() != Figure.Scope.WHOLE
                || figure.counted().isEmpty()) {
            return false;
        }
        List<Token> tokens = sentence.tokens();
        int after = 0;
        while (after < tokens.size()
                && tokens.get(after).span().start() < figure.span().end()) {
            after++;
        }
        int before = after - 1;
        while (before >= 0 && tokens.get(before).span().end() > figure.span().start()) {
            before--;
        }
        // "Rescue 1122" is a name.
        boolean label = before >= 0
                && figure.bound() == Figure.Bound.EXACT
                && tokens.get(before).capitalised()
                && !tokens.get(before).sentenceInitial()
                && figure.span().start() - tokens.get(before).span().end() == 1;
        boolean added =
                after < tokens.size() && ADDED.contains(tokens.get(after).folded());
        // "No one was hurt" counts nobody.
        boolean one = figure.value().compareTo(BigDecimal.ONE) == 0
                && !Character.isDigit(figure.written().charAt(0));
        return !added && !one && !label;
    }
}
