package news.lede.lucene;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import news.lede.text.Language;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Which languages have word forms we can reduce, each named by its code. An analyzer is made when its language first occurs, since its
 * classes and word lists cost start-up time. Thread-safe.
 */
final class Families {
    private static final ConcurrentHashMap<String, Analyzer> MADE = new ConcurrentHashMap<>();

    private Families() {}

    /** The family of a language; empty when there is none, and its words count only as they stand. */
    static Optional<String> of(Language language) {
        String family = switch (language.code()) {
            case "nb", "nn" -> "no";
            case "hr", "bs", "sh" -> "sr";
            default -> language.code();
        };
        return maker(family) == null ? Optional.empty() : Optional.of(family);
    }

    /** Reduces words of a family to stems, drops its stop words, and folds accents after that: stemmers need them. */
    static Analyzer analyzer(String family) {
        return MADE.computeIfAbsent(family, name -> {
            Supplier<Analyzer> maker = maker(name);
            if (maker == null) {
                throw new IllegalArgumentException("no family " + name);
            }
            return new Folded(maker.get());
        });
    }

    private static @Nullable Supplier<Analyzer> maker(String family) {
        return switch (family) {
            case "ar" -> ArabicAnalyzer::new;
            case "bg" -> BulgarianAnalyzer::new;
            case "bn" -> BengaliAnalyzer::new;
            case "ca" -> CatalanAnalyzer::new;
            case "ckb" -> SoraniAnalyzer::new;
            case "cs" -> CzechAnalyzer::new;
            case "da" -> DanishAnalyzer::new;
            case "de" -> GermanAnalyzer::new;
            case "el" -> GreekAnalyzer::new;
            case "en" -> EnglishAnalyzer::new;
            case "es" -> SpanishAnalyzer::new;
            case "et" -> EstonianAnalyzer::new;
            case "eu" -> BasqueAnalyzer::new;
            case "fa" -> PersianAnalyzer::new;
            case "fi" -> FinnishAnalyzer::new;
            case "fr" -> FrenchAnalyzer::new;
            case "ga" -> IrishAnalyzer::new;
            case "gl" -> GalicianAnalyzer::new;
            case "hi" -> HindiAnalyzer::new;
            case "hu" -> HungarianAnalyzer::new;
            case "hy" -> ArmenianAnalyzer::new;
            case "id" -> IndonesianAnalyzer::new;
            case "it" -> ItalianAnalyzer::new;
            case "lt" -> LithuanianAnalyzer::new;
            case "lv" -> LatvianAnalyzer::new;
            case "ne" -> NepaliAnalyzer::new;
            case "nl" -> DutchAnalyzer::new;
            case "no" -> NorwegianAnalyzer::new;
            case "pt" -> PortugueseAnalyzer::new;
            case "ro" -> RomanianAnalyzer::new;
            case "ru" -> RussianAnalyzer::new;
            case "sr" -> SerbianAnalyzer::new;
            case "sv" -> SwedishAnalyzer::new;
            case "ta" -> TamilAnalyzer::new;
            case "te" -> TeluguAnalyzer::new;
            case "tr" -> TurkishAnalyzer::new;
            default -> null;
        };
    }

    private static final class Folded extends AnalyzerWrapper {
        private final Analyzer stemming;

        Folded(Analyzer stemming) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.stemming = stemming;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return stemming;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            return new TokenStreamComponents(
                    components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
        }
    }
}
