package news.lede.text;

import java.util.List;
import java.util.Set;

/** Tells German common nouns from names by their endings, as far as that can be told. */
final class GermanNouns {
    private static final List<String> ENDINGS = List.of(
            "ung",
            "ungen",
            "heit",
            "heiten",
            "keit",
            "keiten",
            "schaft",
            "schaften",
            "tion",
            "tionen",
            "tat",
            "taten",
            "nis",
            "nisse",
            "tum",
            "ismus",
            "ling",
            "linge",
            "ment",
            "mente",
            "anz",
            "enz",
            "stelle",
            "stunde",
            "stunden",
            "jahre",
            "jahren",
            "monate",
            "monaten",
            "wochen");
    // What follows a preposition without an article and is no place.
    private static final Set<String> COMMON = Set.of(
            "haft",
            "angaben",
            "protest",
            "kraft",
            "ruhe",
            "sicht",
            "folge",
            "zukunft",
            "frage",
            "anspruch",
            "betrieb",
            "planung",
            "kurze",
            "not",
            "gefahr",
            "deutschen",
            "europaischen",
            "ersten",
            "zweiten",
            "hause",
            "beginn",
            "ende",
            "anfang",
            "mitte",
            "tag",
            "tagen",
            "euro",
            "prozent",
            "millionen",
            "milliarden",
            "menschen",
            "polizei",
            "tod",
            "krieg",
            "form",
            "hohe",
            "teilen",
            "fallen",
            "absprache",
            "bezug",
            "richtung",
            "ort",
            "sicherheit",
            "stadt",
            "januar",
            "februar",
            "marz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember");

    private GermanNouns() {}

    /** Whether a folded noun is probably no name. */
    static boolean looksCommon(String folded) {
        return COMMON.contains(folded)
                || ENDINGS.stream()
                        .anyMatch(ending -> folded.length() > ending.length() + 2 && folded.endsWith(ending));
    }
}
