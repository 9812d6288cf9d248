package news.lede.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import news.lede.text.Language;

/**
 * Decides the language of an article from what its page claims and what its words say. Pages often claim the language of their template, so the words win
 * where they are enough to tell.
 */
final class ArticleLanguage {
    private static final Pattern PRIMARY = Pattern.compile("[a-z]{2,3}");

    /** Detection is sure well before this many characters, and its cost grows with the text. */
    private static final int ENOUGH = 2_000;

    private final Function<String, Optional<Language>> detector;

    /** {@code detector} answers nothing when a text is too short or too mixed to tell. */
    ArticleLanguage(Function<String, Optional<Language>> detector) {
        this.detector = detector;
    }

    Language of(Optional<String> claimed, String title, List<String> paragraphs) {
        String text = title + "\n" + String.join("\n", paragraphs);
        return detector.apply(text.length() > ENOUGH ? text.substring(0, ENOUGH) : text)
                .or(() -> claimed.flatMap(ArticleLanguage::primary))
                .orElse(Language.UNKNOWN);
    }

    /** {@code en-GB} and {@code EN_us} are English. */
    private static Optional<Language> primary(String tag) {
        return Optional.of(tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
                .filter(Predicate.not(String::isEmpty))
                .filter(code -> PRIMARY.matcher(code).matches())
                .map(Language::new);
    }
}
