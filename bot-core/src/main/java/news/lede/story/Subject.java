package news.lede.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.text.Language;
import news.lede.text.Name;
import news.lede.text.Names;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * What a story is about, as far as its neighbours in a list are concerned: its main names, and its main words two by two. Stories that share a mark are on one subject. Pure.
 *
 * <p>Main are names that headlines and leads both have; where none is, those of the headlines alone. One word shared says little, two of the main ones say enough: "bread" and
 * "prices" together are a subject, each of them is not.
 *
 * @param marks how a reader knows them ("Mara Lind", "bread prices") by what they are compared by
 */
record Subject(Map<String, String> marks) {
    /** Enough to tell what a story is about; reading all of a large one would say the same. */
    private static final int ARTICLES_READ = 4;

    private static final int LEAD_CHARS = 400;
    private static final int MOST_NAMES = 3;
    private static final int MOST_WORDS = 4;

    Subject {
        marks = Map.copyOf(marks);
    }

    static Subject of(StoryView story) {
        Counts counts = new Counts();
        for (Article article : story.articles()
                .subList(0, Math.min(ARTICLES_READ, story.articles().size()))) {
            counts.read(article);
        }
        Map<String, String> marks = new HashMap<>();
        counts.mainNames().forEach(name -> marks.put("name " + name.key(), name.text()));
        List<Token> words = counts.mainWords();
        for (Token one : words) {
            for (Token other : words) {
                if (one.stem().compareTo(other.stem()) < 0) {
                    marks.put("words " + one.stem() + " " + other.stem(), inOrder(one, other, words));
                }
            }
        }
        return new Subject(marks);
    }

    private static String inOrder(Token one, Token other, List<Token> words) {
        return words.indexOf(one) < words.indexOf(other)
                ? one.text() + " " + other.text()
                : other.text() + " " + one.text();
    }

    /** The marks that both have; the caller's to change. */
    Set<String> shared(Subject other) {
        Set<String> shared = new HashSet<>(0);
        for (String mark : marks.keySet()) {
            if (other.marks.containsKey(mark)) {
                shared.add(mark);
            }
        }
        return shared;
    }

    /** Of one story. */
    private static final class Counts {
        private final Map<String, Name> names = new LinkedHashMap<>();
        private final Map<String, Integer> named = new HashMap<>();
        private final Set<String> inTitles = new HashSet<>();
        private final Map<String, Token> titleWords = new LinkedHashMap<>();
        private final Map<String, Integer> worded = new HashMap<>();
        private final Set<String> publishers = new HashSet<>();

        void read(Article article) {
            article.publisher().ifPresent(name -> publishers.add(Publishers.folded(name)));
            Language language = article.language();
            String title = Headline.cleaned(article);
            String text = title + "\n" + lead(article);
            List<Token> tokens = Tokens.of(text, language);
            List<Token> titled = tokens.stream()
                    .filter(token -> token.span().start() < title.length())
                    .toList();
            Set<String> titleKeys = titled.stream().map(Token::folded).collect(Collectors.toSet());
            for (Name name : Names.in(text, tokens, language)) {
                names.putIfAbsent(name.key(), name);
                named.merge(name.key(), name.count(), Integer::sum);
                // Headlines name people by half their names.
                if (List.of(name.key().split(" ")).stream().anyMatch(titleKeys::contains)) {
                    inTitles.add(name.key());
                }
            }
            for (Token token : tokens) {
                if (token.telling() && !token.number()) {
                    worded.merge(token.stem(), 1, Integer::sum);
                }
            }
            titled.stream()
                    .filter(token -> token.telling() && !token.number())
                    .forEach(token -> titleWords.putIfAbsent(token.stem(), token));
        }

        private static String lead(Article article) {
            String text =
                    article.paragraphs().isEmpty() ? "" : article.paragraphs().getFirst();
            return text.length() <= LEAD_CHARS ? text : text.substring(0, LEAD_CHARS);
        }

        List<Name> mainNames() {
            List<Name> titled = names.values().stream()
                    .filter(name -> inTitles.contains(name.key()) && !publishers.contains(name.key()))
                    .sorted(Comparator.comparingInt((Name name) -> -named.getOrDefault(name.key(), 0)))
                    .toList();
            List<Name> told = titled.stream()
                    .filter(name -> named.getOrDefault(name.key(), 0) > 1)
                    .toList();
            return (told.isEmpty() ? titled : told).stream().limit(MOST_NAMES).toList();
        }

        /** Those of the headlines that the leads have too, the most frequent ones in the order of the headlines. */
        List<Token> mainWords() {
            List<Token> most = titleWords.values().stream()
                    .filter(token -> worded.getOrDefault(token.stem(), 0) > 1)
                    .sorted(Comparator.comparingInt((Token token) -> -worded.getOrDefault(token.stem(), 0)))
                    .limit(MOST_WORDS)
                    .toList();
            List<Token> ordered = new ArrayList<>(titleWords.values());
            ordered.retainAll(new HashSet<>(most));
            return ordered;
        }
    }
}
