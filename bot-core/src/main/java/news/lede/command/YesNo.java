package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Texts;
import news.lede.text.NameFolding;

/** Reads yes and no, in any language our texts exist in. */
final class YesNo {
    private YesNo() {}

    static Optional<Boolean> of(String typed) {
        String folded = NameFolding.fold(typed);
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = Texts.in(language);
            if (says(folded, texts.text("yes")) || says(folded, texts.text("yes.short"))) {
                return Optional.of(true);
            }
            if (says(folded, texts.text("no")) || says(folded, texts.text("no.short"))) {
                return Optional.of(false);
            }
        }
        return Optional.empty();
    }

    private static boolean says(String folded, String word) {
        return folded.equals(NameFolding.fold(word));
    }

    /** What is offered while typing. */
    static List<Candidate> choices(Texts texts) {
        return List.of(
                new Candidate(texts.text("yes"), "yes", List.of("yes", texts.text("yes"))),
                new Candidate(texts.text("no"), "no", List.of("no", texts.text("no"))));
    }
}
