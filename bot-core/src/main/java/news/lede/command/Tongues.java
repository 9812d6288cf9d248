package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.text.Language;
import news.lede.text.NameFolding;

/** The languages our texts exist in, by their names in any of them and by their codes. */
final class Tongues {
    private Tongues() {}

    static Optional<Language> of(String typed) {
        String wanted = NameFolding.fold(typed);
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

    static List<Candidate> candidates() {
        return Texts.LANGUAGES.stream()
                .map(locale -> new Candidate(
                        locale.getDisplayLanguage(locale),
                        locale.getLanguage(),
                        names(locale).distinct().toList()))
                .toList();
    }
}
