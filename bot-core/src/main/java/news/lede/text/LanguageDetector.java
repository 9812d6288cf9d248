package news.lede.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the language of a text by its script, then by its function words and the letters that only some languages have. Nothing to load but word
 * lists that are needed anyway. Thread-safe.
 *
 * <p>Each word of a list speaks for its language the more, the fewer languages of the script share it. A text with too few of them is
 * {@link Language#UNKNOWN}: a headline of names says nothing, and who knows what the page itself declares asks with that.
 */
public final class LanguageDetector {
    /** What comes later says nothing new. */
    private static final int READ = 1_200;
    /** Points a word, below which too little speaks for a language. */
    private static final double LEAST_SHARE = 0.07;
    /** One word that only one language has ("prison" and "in" are not one). */
    private static final double LEAST_POINTS = 0.9;
    /** By how much the first must lead the second, as a factor. */
    private static final double LEAD = 1.1;

    private static final double LETTER_POINTS = 0.6;
    private static final int MOST_LETTERS = 6;

    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"));

    /** Languages to choose from, and of those without stop words the words we know them by. */
    private static final Map<UnicodeScript, List<String>> CHOICES = Map.of(
            UnicodeScript.LATIN,
            List.of(
                    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "is", "hu", "ro", "ca", "eu",
                    "gl", "ga", "lt", "lv", "et", "tr", "az", "id", "ms", "tl", "sw", "af", "sq", "pl", "cs", "sk",
                    "hr", "sl", "vi"),
            UnicodeScript.CYRILLIC,
            List.of("ru", "uk", "bg", "sr", "be", "mk", "kk"),
            UnicodeScript.ARABIC,
            List.of("ar", "fa", "ur", "ckb"),
            UnicodeScript.DEVANAGARI,
            List.of("hi", "ne", "mr"));

    private static final Map<String, String> KNOWN_BY = Map.of(
            "is",
                    "og að í á er sem við um til með því var hafa það ekki hann hún þeir fyrir eftir verið eru hefur segir",
            "sq", "dhe në të e i për me nga një që është ka janë nuk se si do më u ky kjo",
            "af", "die en van in het is nie wat vir met aan om hy sy ook was sal na by deur maar daar word dat",
            "sw", "ya na wa kwa ni la katika za cha kuwa hiyo huyo baada hii kama alisema yake watu",
            "tl", "ang ng sa na mga at ay ni para kay hindi ito siya may kung nang mula",
            "az", "və bu bir ilə üçün da də olan ki edib görə deyib sonra olub daha",
            "ms",
                    "yang dan di itu untuk dengan pada ini kepada tidak dari akan beliau telah kerana berkata adalah boleh mereka bagi sebuah oleh",
            "be", "і ў на не з што па да у гэта як для яго быў але таксама або якія паводле",
            "mk", "и на во да се за од со не што ќе се дека тоа како по при но или како според",
            "kk", "және мен бен үшін бұл деп бір да де болды деді туралы қазақстан бойынша");

    private static final Map<String, String> MORE =
            Map.of("mr", "आहे आणि या की तर हे ते होते नाही केले करण्यात म्हणून त्या यांनी असे");

    /** Letters that hardly any other language of the script has. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("de", "ß"),
            Map.entry("es", "ñ¿¡"),
            Map.entry("pt", "ãõ"),
            Map.entry("fr", "œêèù"),
            Map.entry("it", "òì"),
            Map.entry("sv", "å"),
            Map.entry("da", "øæå"),
            Map.entry("no", "øå"),
            Map.entry("fi", "ä"),
            Map.entry("is", "þð"),
            Map.entry("hu", "őű"),
            Map.entry("ro", "țșăţş"),
            Map.entry("tr", "ğış"),
            Map.entry("az", "əğ"),
            Map.entry("pl", "łąężźńś"),
            Map.entry("cs", "řůě"),
            Map.entry("sk", "ľĺŕô"),
            Map.entry("hr", "đć"),
            Map.entry("lt", "ėįųū"),
            Map.entry("lv", "āēīļņģķ"),
            Map.entry("et", "õ"),
            Map.entry("sq", "ë"),
            Map.entry("vi", "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
            Map.entry("ru", "ыэё"),
            Map.entry("uk", "іїєґ"),
            Map.entry("be", "ўі"),
            Map.entry("sr", "ђћљњџј"),
            Map.entry("mk", "ѓќѕљњџј"),
            Map.entry("bg", "ъщ"),
            Map.entry("kk", "қғңұүһә"),
            Map.entry("fa", "پچژگ"),
            Map.entry("ur", "ٹڈڑںےہھ"),
            Map.entry("ckb", "ڕڵۆێ"),
            Map.entry("ar", "ةىأإ"),
            Map.entry("mr", "ळ"));

    private static final class Profiles {
        static final Map<UnicodeScript, Map<String, Map<String, Double>>> POINTS = points();

        /** For each script, word by word, the points it gives to languages. */
        private static Map<UnicodeScript, Map<String, Map<String, Double>>> points() {
            Map<UnicodeScript, Map<String, Map<String, Double>>> all = new EnumMap<>(UnicodeScript.class);
            CHOICES.forEach((script, codes) -> {
                Map<String, List<String>> speakers = new HashMap<>();
                for (String code : codes) {
                    for (String word : words(code)) {
                        speakers.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(code);
                    }
                }
                Map<String, Map<String, Double>> points = new HashMap<>();
                speakers.forEach((word, known) -> {
                    Map<String, Double> each = new HashMap<>();
                    known.forEach(code -> each.put(code, 1.0 / Math.sqrt(known.size())));
                    points.put(word, each);
                });
                all.put(script, points);
            });
            return all;
        }

        private static Set<String> words(String code) {
            String own = KNOWN_BY.getOrDefault(code, MORE.getOrDefault(code, ""));
            return own.isEmpty()
                    ? StopWords.of(new Language(code)).all()
                    : Set.copyOf(
                            Arrays.asList(own.split(" ")).stream().distinct().toList());
        }
    }

    private LanguageDetector() {}

    /** The language of a text, {@link Language#UNKNOWN} when it is too short or too mixed. Reads the first {@value #READ} characters. */
    public static Language detect(String text) {
        String read = text.length() <= READ ? text : text.substring(0, READ);
        Map<UnicodeScript, Integer> scripts = scripts(read);
        UnicodeScript script = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
        if (kana + han > 0 && 2 * (kana + han) >= scripts.getOrDefault(script, 0)) {
            // A Chinese sign says as much as a whole word of other scripts.
            return new Language(10 * kana > han ? "ja" : "zh");
        }
        String only = ONE_LANGUAGE.get(script);
        if (only != null) {
            return new Language(only);
        }
        return CHOICES.containsKey(script) ? choose(script, read) : Language.UNKNOWN;
    }

    /** The language of a text, or what its page declares when the text does not tell. */
    public static Language detect(String text, Language declared) {
        Language detected = detect(text);
        return detected.equals(Language.UNKNOWN) ? declared : detected;
    }

    private static Map<UnicodeScript, Integer> scripts(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .forEach(script -> counts.merge(script, 1, Integer::sum));
        return counts;
    }

    private static Language choose(UnicodeScript script, String text) {
        Map<String, Map<String, Double>> points = Profiles.POINTS.getOrDefault(script, Map.of());
        Map<String, Double> scores = new HashMap<>();
        String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        String[] words = lower.split("[^\\p{L}\\p{M}']+");
        int counted = 0;
        for (String word : words) {
            if (!word.isEmpty()) {
                counted++;
                points.getOrDefault(word, Map.of()).forEach((code, each) -> scores.merge(code, each, Double::sum));
            }
        }
        List<String> codes = CHOICES.getOrDefault(script, List.of());
        for (String code : codes) {
            String letters = LETTERS.getOrDefault(code, "");
            long found = letters.isEmpty()
                    ? 0
                    : lower.chars()
                            .filter(c -> letters.indexOf(c) >= 0)
                            .limit(MOST_LETTERS + counted / 4)
                            .count();
            if (found > 0) {
                scores.merge(code, found * LETTER_POINTS, Double::sum);
            }
        }
        String best = "";
        double first = 0;
        double second = 0;
        for (String code : codes) {
            double score = scores.getOrDefault(code, 0.0);
            if (score > first) {
                second = first;
                first = score;
                best = code;
            } else if (score > second) {
                second = score;
            }
        }
        boolean tells = first >= Math.max(LEAST_POINTS, LEAST_SHARE * counted) && first >= LEAD * second;
        return tells ? new Language(best) : Language.UNKNOWN;
    }
}
