package news.lede.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.text.Folding;
import news.lede.text.Language;

/**
 * How publishers of one language mark that they correct an article; {@code corrections.txt} says how it is written down. {@code marks}: words of a headline that say
 * nothing of the event. Immutable.
 */
record CorrectionWords(List<String> beginnings, List<String> anywhere, Set<String> marks) {
    private static final String ANYWHERE = "...";
    private static final Map<String, List<String>> LINES = WordLists.byLanguage("corrections.txt");
    private static final Map<String, CorrectionWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    static CorrectionWords of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> read(language));
    }

    /** Whether a sentence says that something was corrected. */
    boolean isNote(String sentence, Language language) {
        String lower = Folding.lower(sentence, language).strip();
        return beginnings.stream().anyMatch(lower::startsWith)
                || anywhere.stream().anyMatch(lower::contains);
    }

    private static CorrectionWords read(Language language) {
        List<String> beginnings = new ArrayList<>();
        List<String> anywhere = new ArrayList<>();
        Set<String> marks = new HashSet<>();
        for (String line : LINES.getOrDefault(language.code(), List.of())) {
            int colon = line.indexOf(':');
            List<String> words = Arrays.stream(line.substring(colon + 1).split(","))
                    .map(String::strip)
                    .map(word -> Folding.lower(word, language))
                    .toList();
            if (line.substring(0, colon).equals("mark")) {
                words.forEach(word -> marks.add(Folding.fold(word, language)));
            } else {
                for (String word : words) {
                    if (word.startsWith(ANYWHERE)) {
                        anywhere.add(word.substring(ANYWHERE.length()));
                    } else {
                        beginnings.add(word);
                    }
                }
            }
        }
        return new CorrectionWords(List.copyOf(beginnings), List.copyOf(anywhere), Set.copyOf(marks));
    }
}
