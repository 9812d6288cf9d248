package news.lede.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    List<Term> sharedNames(Telling other) {
        List<Named> shared = new ArrayList<>();
        names.forEach((key, mine) -> other.names.forEach((otherKey, theirs) -> {
            if (isSameName(key, otherKey)) {
                boolean mineIsFuller = key.length() > otherKey.length();
                shared.add(new Named(
                        mineIsFuller ? key : otherKey,
                        new Term(
                                mineIsFuller ? mine.text() : theirs.text(),
                                Math.min(mine.weight(), theirs.weight()),
                                Math.min(mine.count(), theirs.count()))));
            }
        }));
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

    /** Words that {@code other} has too and that are no part of a shared name, as it writes them, most telling first. */
    List<Term> sharedWords(Telling other) {
        Set<String> inNames = new HashSet<>();
        for (Map<String, Term> each : List.of(names, other.names)) {
            each.values().forEach(term -> inNames.addAll(List.of(term.text().split("[\\s'’-]+"))));
        }
        List<Term> shared = new ArrayList<>();
        words.forEach((stem, mine) -> {
            Term theirs = other.words.get(stem);
            if (theirs != null && !inNames.contains(theirs.text()) && !inNames.contains(mine.text())) {
                shared.add(new Term(theirs.text(), theirs.weight(), Math.min(mine.count(), theirs.count())));
            }
        });
        shared.sort(byValue());
        return shared;
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
