package news.lede.text;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * Takes inflection off words of one language. Not thread-safe (the stemmers keep their word inside), cheap to make; what was stemmed is remembered for
 * all, since most words of a text come again in the next.
 */
final class Stemming {
    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS = Map.ofEntries(
            Map.entry("ar", ArabicStemmer::new),
            Map.entry("hy", ArmenianStemmer::new),
            Map.entry("eu", BasqueStemmer::new),
            Map.entry("ca", CatalanStemmer::new),
            Map.entry("da", DanishStemmer::new),
            Map.entry("nl", DutchStemmer::new),
            Map.entry("en", EnglishStemmer::new),
            Map.entry("et", EstonianStemmer::new),
            Map.entry("fi", FinnishStemmer::new),
            Map.entry("fr", FrenchStemmer::new),
            Map.entry("de", GermanStemmer::new),
            Map.entry("el", GreekStemmer::new),
            Map.entry("hi", HindiStemmer::new),
            Map.entry("hu", HungarianStemmer::new),
            Map.entry("id", IndonesianStemmer::new),
            Map.entry("ga", IrishStemmer::new),
            Map.entry("it", ItalianStemmer::new),
            Map.entry("lt", LithuanianStemmer::new),
            Map.entry("ne", NepaliStemmer::new),
            Map.entry("no", NorwegianStemmer::new),
            Map.entry("nb", NorwegianStemmer::new),
            Map.entry("nn", NorwegianStemmer::new),
            Map.entry("pt", PortugueseStemmer::new),
            Map.entry("ro", RomanianStemmer::new),
            Map.entry("ru", RussianStemmer::new),
            Map.entry("sr", SerbianStemmer::new),
            Map.entry("es", SpanishStemmer::new),
            Map.entry("sv", SwedishStemmer::new),
            Map.entry("ta", TamilStemmer::new),
            Map.entry("tr", TurkishStemmer::new));

    private final Language language;
    /** Made with the first word that is not remembered: most texts have none. */
    private @Nullable SnowballStemmer stemmer;

    private final StemMemory known;
    private final @Nullable Supplier<SnowballStemmer> make;

    Stemming(Language language) {
        this.language = language;
        this.known = StemMemory.of(language);
        this.make = STEMMERS.get(language.code());
    }

    /** The stem of a word in lower case, folded. */
    String stem(String lower) {
        String stem = known.stemOf(lower);
        if (stem == null) {
            stem = compute(lower);
            known.keep(lower, stem);
        }
        return stem;
    }

    private String compute(String lower) {
        String word = withoutPossessive(lower);
        if (stemmer == null && make != null) {
            stemmer = make.get();
        }
        if (stemmer != null) {
            stemmer.setCurrent(word);
            stemmer.stem();
            String stem = stemmer.getCurrent();
            word = stem.isEmpty() ? word : stem;
        } else if (language.code().equals("uk")) {
            word = SlavicEndings.strip(word);
        } else if (isHangul(word)) {
            word = KoreanParticles.strip(word);
        }
        return Folding.fold(word, language);
    }

    private String withoutPossessive(String word) {
        int apostrophe = word.indexOf('\'');
        if (apostrophe <= 0) {
            return word;
        }
        return switch (language.code()) {
            // l'homme, dell'arte, d'estiu: the word stands behind the apostrophe.
            case "fr", "it", "ca" -> apostrophe < word.length() - 1 ? word.substring(apostrophe + 1) : word;
            // Ankara'da: the ending stands behind it.
            case "tr", "en", "de", "nl" -> word.substring(0, apostrophe);
            default -> word;
        };
    }

    private static boolean isHangul(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HANGUL;
    }
}
