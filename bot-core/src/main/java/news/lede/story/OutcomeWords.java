package news.lede.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.text.Folding;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** The words that tell what an event came to, in one language; {@code outcomes.txt} says how they are written down. Immutable. */
final class OutcomeWords {
    private static final Set<String> VERBS_LAST = Set.of("de", "nl", "tr");
    private static final Map<String, List<String>> LINES = WordLists.byLanguage("outcomes.txt");
    private static final Map<String, OutcomeWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    /** Words in a row that stand for an outcome; {@code told}: as having happened. */
    record Form(List<String> words, Outcome outcome, boolean told) {}

    /** By their first word; in scripts without spaces every form is under the empty word. */
    private final Map<String, List<Form>> forms = new HashMap<>();

    private final Set<String> hedges = new HashSet<>();
    private final Set<String> attributive = new HashSet<>();
    private final List<List<String>> past = new ArrayList<>();
    /** The same by their first word. */
    private final Map<String, List<List<String>>> pastByFirst = new HashMap<>();

    private final Language language;
    private final boolean unspaced;

    private OutcomeWords(Language language) {
        this.language = language;
        this.unspaced = language.code().equals("zh") || language.code().equals("ja");
        LINES.getOrDefault(language.code(), List.of()).forEach(this::take);
        past.forEach(phrase -> pastByFirst
                .computeIfAbsent(phrase.getFirst(), _ -> new ArrayList<>(1))
                .add(phrase));
    }

    static OutcomeWords of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new OutcomeWords(language));
    }

    /** Whether words have no spaces between them, so that forms are looked for as characters. */
    boolean unspaced() {
        return unspaced;
    }

    /** Whether what takes a form back may also stand after it ("zurücktreten wolle"). */
    boolean verbsLast() {
        return VERBS_LAST.contains(language.code());
    }

    /** The forms that begin with {@code word}, longest first. */
    List<Form> beginningWith(String word) {
        return forms.getOrDefault(word, List.of());
    }

    /** Whether {@code word} takes back what stands beside it. */
    boolean hedges(String word) {
        return hedges.contains(word);
    }

    Set<String> hedges() {
        return hedges;
    }

    /** Whether {@code word} before a form makes it describe somebody rather than tell what happened. */
    boolean attributive(String word) {
        return attributive.contains(word);
    }

    /** Whether one of these words at the beginning of a sentence describes somebody ("Convicted mobster dies"). */
    boolean describesFirst() {
        return language.code().equals("en");
    }

    /** Words in a row that say that something lies back. */
    List<List<String>> past() {
        return past;
    }

    /** Those of {@link #past} that begin with {@code word}. */
    List<List<String>> pastBeginningWith(String word) {
        return pastByFirst.getOrDefault(word, List.of());
    }

    /** A token as the words of this list are written. */
    String key(Token token) {
        return Folding.lower(token.text(), language);
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        String kind = line.substring(0, colon).strip();
        String[] parts = line.substring(colon + 1).split(";");
        switch (kind) {
            case "hedge" -> words(parts[0]).forEach(form -> hedges.add(String.join(" ", form)));
            case "attributive" -> words(parts[0]).forEach(form -> attributive.add(form.getFirst()));
            case "past" -> past.addAll(words(parts[0]));
            default -> {
                Outcome outcome = Outcome.valueOf(kind);
                words(parts[0]).forEach(form -> add(new Form(form, outcome, true)));
                Optional.of(parts)
                        .filter(p -> p.length > 1)
                        .ifPresent(p -> words(p[1]).forEach(form -> add(new Form(form, outcome, false))));
            }
        }
    }

    private void add(Form form) {
        List<Form> list = forms.computeIfAbsent(unspaced ? "" : form.words().getFirst(), _ -> new ArrayList<>(2));
        list.add(form);
        list.sort((a, b) -> Integer.compare(b.words().size(), a.words().size()));
    }

    private List<List<String>> words(String list) {
        List<List<String>> forms = new ArrayList<>();
        for (String form : list.split(",")) {
            String plain = form.strip();
            if (unspaced) {
                forms.add(List.of(plain));
            } else {
                List<String> words =
                        Tokens.of(plain, language).stream().map(this::key).toList();
                if (!words.isEmpty()) {
                    forms.add(words);
                }
            }
        }
        return forms;
    }
}
