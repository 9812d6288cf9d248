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
        List<Counted> ofTitle,
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

    /** "At the age of 50", "aged 50". */
    private static final Set<String> AGED =
            Set.of("age", "aged", "alter", "edad", "idade", "eta", "leeftijd", "возрасте", "tuổi");

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
        CapitalWords.addTo(nameWords, article);
        List<Counted> ofTitle = ofTitle(beginning);
        return new Claims(
                article.id(),
                article.published(),
                beginning.sentences().getFirst().proof(),
                figures(beginning, ofTitle, article.published()),
                ofTitle,
                Outcomes.in(beginning, article.published()),
                Persons.in(beginning, article.published()),
                nameWords);
    }

    /** The same, said at another time: a publisher writes on in an article that was published before. */
    Claims saidAt(Instant at) {
        return new Claims(article, at, lead, figures, ofTitle, outcomes, persons, nameWords);
    }

    /** The headline's figures: nothing new is told of an article by them, but what it says in its text is no news after them. */
    private static List<Counted> ofTitle(Beginning beginning) {
        return Figures.in(beginning.title().text(), beginning.language()).stream()
                .filter(figure -> counts(figure, beginning.title(), beginning.language()))
                .map(figure -> new Counted(figure, beginning.title(), beginning.language(), true))
                .toList();
    }

    /** Of the figures of one thing the first: what follows is compared with it, or background. */
    private static List<Counted> figures(Beginning beginning, List<Counted> ofTitle, Instant published) {
        List<Counted> figures = new ArrayList<>();
        for (int i = 0; i < Math.min(FIGURE_SENTENCES, beginning.sentences().size()); i++) {
            Sentence sentence = beginning.sentences().get(i);
            if (Outcomes.liesBack(sentence, beginning.language(), published)) {
                continue;
            }
            for (Figure figure : Figures.in(sentence.text(), beginning.language())) {
                boolean first =
                        figures.stream().noneMatch(other -> other.figure().comparableWith(figure));
                if (first
                        && counts(figure, sentence, beginning.language())
                        && !(i > 0 && (isOfAWar(figure) || isBelowTitle(figure, ofTitle)))) {
                    figures.add(new Counted(figure, sentence, beginning.language(), i == 0));
                }
            }
        }
        return figures;
    }

    /** What adds up over years stands behind the news of the day: "the war has killed 150,000 people". */
    private static boolean isOfAWar(Figure figure) {
        int most = figure.counted().equals("killed") || figure.counted().equals("injured") ? 10_000 : 1_000_000;
        return figure.value().compareTo(BigDecimal.valueOf(most)) >= 0;
    }

    /** Under "31 killed" the ten killed by one strike are a part. */
    private static boolean isBelowTitle(Figure figure, List<Counted> ofTitle) {
        return ofTitle.stream()
                .anyMatch(title -> title.figure().comparableWith(figure)
                        && title.figure().conflictsWith(figure)
                        && figure.value().compareTo(title.figure().value()) < 0);
    }

    private static boolean counts(Figure figure, Sentence sentence, Language language) {
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
        // "tại 36 Hàng Thiếc" is an address.
        boolean address = language.code().equals("vi")
                && after < tokens.size()
                && tokens.get(after).capitalised()
                && tokens.get(after).span().start() - figure.span().end() == 1;
        boolean age = before >= 0 && AGED.contains(tokens.get(before).folded())
                || before >= 1 && AGED.contains(tokens.get(before - 1).folded());
        boolean added =
                after < tokens.size() && ADDED.contains(tokens.get(after).folded());
        // "No one was hurt" counts nobody.
        boolean one = figure.value().compareTo(BigDecimal.ONE) == 0
                && !Character.isDigit(figure.written().charAt(0));
        return !added && !one && !label && !address && !age;
    }
}
