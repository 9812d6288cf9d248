package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.text.Language;
import news.lede.text.NameFolding;

/** The languages our texts exist in, by their names in any of them and by their codes, and the wish for that of everybody's app. */
final class Tongues {
    /** Whatever language somebody's app has. */
    static final String AUTO = "auto";

    private Tongues() {}

    /** {@link Language#UNKNOWN} stands for {@link #AUTO}. */
    static Optional<Language> of(String typed) {
        String wanted = NameFolding.fold(typed);
        if (wanted.equals(AUTO)) {
            return Optional.of(Language.UNKNOWN);
        }
        return Texts.LANGUAGES.stream()
                .filter(locale ->
                        names(locale).anyMatch(name -> NameFolding.fold(name).equals(wanted)))
                .findFirst()
                .map(locale -> new Language(locale.getLanguage()));
    }

    private static Stream<String> names(Locale locale) {
        return Stream.concat(
                Stream.of(locale.getLanguage()), Texts.LANGUAGES.stream().map(locale::getDisplayLanguage));
    }

    /** As whoever speaks it calls it: "Deutsch". */
    static String own(Language language) {
        Locale locale = Texts.in(language.locale()).locale();
        return locale.getDisplayLanguage(locale);
    }

    /** What can be typed, each as whoever speaks it calls it. */
    static List<String> all() {
        return Stream.concat(Texts.LANGUAGES.stream().map(locale -> locale.getDisplayLanguage(locale)), Stream.of(AUTO))
                .toList();
    }

    static List<Candidate> candidates(Texts texts) {
        return Stream.concat(
                        Texts.LANGUAGES.stream()
                                .map(locale -> new Candidate(
                                        locale.getDisplayLanguage(locale),
                                        locale.getLanguage(),
                                        names(locale).distinct().toList())),
                        Stream.of(new Candidate(texts.text("action.language-auto"), AUTO, List.of(AUTO))))
                .toList();
    }
}
