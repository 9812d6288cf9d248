package news.lede.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.text.Name;
import news.lede.text.SparseVector;

/**
 * The words and names of some texts, with how telling each is: what two stories can be said to share.
 *
 * @param names by key
 * @param words by stem
 */
record Telling(Map<String, Term> names, Map<String, Term> words) {
    /** Below this weight (one article in twenty has it) a name or word says nothing about what an article is on. */
    static final double LEAST_WEIGHT = 3.0;

    private static final Pattern WORD_END = Pattern.compile("[\\s'’-]+");

    /** A name or word as first written, its weight alone, and how often it stands. */
    record Term(String text, double weight, int count) {
        boolean telling() {
            return weight >= LEAST_WEIGHT;
        }

        double value() {
            return weight * (1 + Math.log(count));
        }
    }

    static Telling of(List<Wording> texts, Likeness likeness) {
        Map<String, Term> names = new LinkedHashMap<>();
        Map<String, Term> words = new LinkedHashMap<>();
        for (Wording text : texts) {
            for (Name name : text.names()) {
                merge(names, name.key(), new Term(name.text(), nameWeight(name, likeness), name.count()));
            }
            for (Wording.Word word : text.words()) {
                merge(words, word.stem(), new Term(word.text(), wordWeight(word, likeness), word.count()));
            }
        }
        return new Telling(names, words);
    }

    private static double wordWeight(Wording.Word word, Likeness likeness) {
        double heaviest = 0;
        for (String stem : word.stem().split(" ")) {
            heaviest = Math.max(heaviest, likeness.wordWeight(SparseVector.keyOf(stem)));
        }
        return heaviest;
    }

    private static double nameWeight(Name name, Likeness likeness) {
        String[] parts = name.key().split(" ");
        double sum = 0;
        for (String part : parts) {
            sum += likeness.entityWeight(SparseVector.keyOf(part));
        }
        return sum / parts.length;
    }

    private static void merge(Map<String, Term> terms, String key, Term term) {
        terms.merge(key, term, (a, b) -> new Term(a.text(), a.weight(), a.count() + b.count()));
    }

    /** What best finds texts on the same: at most {@code limit} names and words as written, most telling first. */
    List<String> toSearchFor(int limit) {
        List<Term> all = new ArrayList<>(names.values());
        all.addAll(words.values());
        return all.stream()
                .filter(Term::telling)
                .sorted(byValue())
                .map(Term::text)
                .distinct()
                .limit(limit)
                .toList();
    }

    /**
     * Names that {@code other} has too, most telling first, each in its fullest form: "Imre Halloran" where one text says only "Halloran". One that stands
     * within another ("Donald Trump" in "President Donald Trump") is the same.
     */
    List<Term> sharedNames(Wording other, Likeness likeness) {
        List<Named> shared = new ArrayList<>();
        Map<String, List<Map.Entry<String, Term>>> byLastWord = new HashMap<>();
        names.entrySet()
                .forEach(mine -> byLastWord
                        .computeIfAbsent(lastWord(mine.getKey()), _ -> new ArrayList<>(1))
                        .add(mine));
        for (Name theirs : other.names()) {
            for (Map.Entry<String, Term> mine : byLastWord.getOrDefault(lastWord(theirs.key()), List.of())) {
                if (isSameName(mine.getKey(), theirs.key())) {
                    shared.add(shared(mine.getKey(), mine.getValue(), theirs, likeness));
                }
            }
        }
        shared.sort(Comparator.comparing(Named::term, byValue()));
        List<Named> distinct = new ArrayList<>();
        for (Named name : shared) {
            int known = 0;
            while (known < distinct.size() && !distinct.get(known).overlaps(name)) {
                known++;
            }
            if (known == distinct.size()) {
                distinct.add(name);
            } else {
                distinct.set(known, distinct.get(known).or(name));
            }
        }
        return distinct.stream().map(Named::term).toList();
    }

    private static Named shared(String key, Term mine, Name theirs, Likeness likeness) {
        boolean mineIsFuller = key.length() > theirs.key().length();
        return new Named(
                mineIsFuller ? key : theirs.key(),
                new Term(
                        mineIsFuller ? mine.text() : theirs.text(),
                        Math.min(mine.weight(), nameWeight(theirs, likeness)),
                        Math.min(mine.count(), theirs.count())));
    }

    private static String lastWord(String key) {
        return key.substring(key.lastIndexOf(' ') + 1);
    }

    private record Named(String key, Term term) {
        boolean overlaps(Named other) {
            return isWithin(key, other.key) || isWithin(other.key, key);
        }

        /** The fuller name of both, with the value of this one. */
        Named or(Named other) {
            return other.key.length() > key.length()
                    ? new Named(other.key, new Term(other.term.text(), term.weight(), term.count()))
                    : this;
        }

        private static boolean isWithin(String part, String whole) {
            return (" " + whole + " ").contains(" " + part + " ");
        }
    }

    /** Words that {@code other} has too and that are no part of a name of either, as it writes them, most telling first. */
    List<Term> sharedWords(Wording other) {
        List<Term> shared = new ArrayList<>();
        List<Term> ours = new ArrayList<>();
        for (Wording.Word theirs : other.words()) {
            Term mine = words.get(theirs.stem());
            if (mine != null) {
                shared.add(new Term(theirs.text(), mine.weight(), Math.min(mine.count(), theirs.count())));
                ours.add(mine);
            }
        }
        if (shared.isEmpty()) {
            return shared;
        }
        Set<String> inNames = new HashSet<>();
        names.values().forEach(name -> addWords(inNames, name.text()));
        other.names().forEach(name -> addWords(inNames, name.text()));
        List<Term> kept = new ArrayList<>();
        for (int i = 0; i < shared.size(); i++) {
            if (!inNames.contains(shared.get(i).text())
                    && !inNames.contains(ours.get(i).text())) {
                kept.add(shared.get(i));
            }
        }
        kept.sort(byValue());
        return kept;
    }

    private static void addWords(Set<String> words, String name) {
        for (String word : WORD_END.split(name)) {
            words.add(word);
        }
    }

    private static boolean isSameName(String one, String other) {
        return one.length() >= other.length() ? endsWith(one, other) : endsWith(other, one);
    }

    /** Whether {@code part} is {@code whole} or its last words. */
    private static boolean endsWith(String whole, String part) {
        int before = whole.length() - part.length() - 1;
        return whole.endsWith(part) && (before < 0 || whole.charAt(before) == ' ');
    }

    private static Comparator<Term> byValue() {
        return Comparator.comparingDouble(Term::value).reversed().thenComparing(Term::text);
    }
}
