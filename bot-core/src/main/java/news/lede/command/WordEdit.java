package news.lede.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.text.Language;
import news.lede.text.NameFolding;

/**
 * Changes to a list of words as somebody types them: {@code flood, high water} adds both, {@code -flood of emails} takes one away, {@code -} alone takes away
 * all. Words typed in a chat are looked for in texts of every language.
 */
final class WordEdit {
    static final int MOST_WORDS = 100;
    static final int MOST_CHARS = 60;
    private static final Pattern COMMAS = Pattern.compile("[,;\\n\\u060C\\u061B\\u3001\\uFF0C]");
    private static final Pattern QUOTES = Pattern.compile("[\"\\u201C\\u201D\\u201E\\u00AB\\u00BB]");
    private static final Pattern TAKEN = Pattern.compile("[-\\u2013\\u2014\\u2212]");
    /** A star behind one letter would match nearly everything. */
    private static final int SHORTEST_BEGINNING = 2;

    private final List<String> added = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private boolean cleared;

    private WordEdit() {}

    static WordEdit of(String typed) {
        WordEdit edit = new WordEdit();
        Arrays.stream(COMMAS.split(QUOTES.matcher(typed).replaceAll("")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(edit::read);
        return edit;
    }

    private void read(String word) {
        boolean taken = TAKEN.matcher(word.substring(0, 1)).matches();
        String bare = taken || word.startsWith("+") ? word.substring(1).strip() : word;
        if (taken && bare.isEmpty()) {
            cleared = true;
        } else if (taken) {
            removed.add(bare);
        } else if (!bare.isEmpty()) {
            added.add(bare);
        }
    }

    /** What is wanted, as typed. */
    List<String> added() {
        return List.copyOf(added);
    }

    /** What is to be taken away, as typed. */
    List<String> removed() {
        return List.copyOf(removed);
    }

    /** All of both, and the minus that takes away everything. */
    Stream<String> words() {
        return Stream.of(added.stream(), removed.stream(), cleared ? Stream.of("-") : Stream.<String>empty())
                .flatMap(words -> words);
    }

    /** What cannot be looked for: too long, or a star with hardly anything before it. */
    Optional<String> unusable() {
        return added.stream()
                .filter(word -> word.length() > MOST_CHARS || !usable(word))
                .findFirst();
    }

    private static boolean usable(String word) {
        return Arrays.stream(word.split("\\s+"))
                .allMatch(part -> part.endsWith("*")
                        ? NameFolding.fold(part.replace("*", "")).length() >= SHORTEST_BEGINNING
                                && part.indexOf('*') == part.length() - 1
                        : part.indexOf('*') < 0 && part.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /** Words that were to be taken away and are not there. */
    List<String> missing(Map<Language, List<String>> lists) {
        return removed.stream()
                .filter(word -> lists.values().stream().flatMap(List::stream).noneMatch(w -> same(w, word)))
                .toList();
    }

    Map<Language, List<String>> on(Map<Language, List<String>> lists) {
        Map<Language, List<String>> edited = new LinkedHashMap<>();
        if (!cleared) {
            lists.forEach((language, words) -> {
                List<String> kept = words.stream()
                        .filter(word -> removed.stream().noneMatch(r -> same(r, word)))
                        .toList();
                if (!kept.isEmpty()) {
                    edited.put(language, kept);
                }
            });
        }
        if (!added.isEmpty()) {
            LinkedHashSet<String> all = new LinkedHashSet<>(edited.getOrDefault(Language.UNKNOWN, List.of()));
            all.addAll(added);
            edited.put(Language.UNKNOWN, List.copyOf(all));
        }
        return edited;
    }

    private static boolean same(String a, String b) {
        return NameFolding.fold(a).equals(NameFolding.fold(b));
    }
}
