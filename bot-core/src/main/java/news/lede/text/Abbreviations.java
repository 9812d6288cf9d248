package news.lede.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows what a full stop after a word can mean. Words are given without their last full stop. */
final class Abbreviations {
    /** What a full stop after a word says about the end of a sentence. */
    enum Kind {
        NONE,
        /** A title or the like: something always follows ("Mr."). */
        ALWAYS_CONTINUES,
        /** Short for something only when a number follows ("No. 5", "fig. 2"). */
        BEFORE_NUMBER,
        /** May stand at the end of a sentence too ("U.S.", "Inc.", "usw."). */
        MAY_END,
        /** One letter: somebody's name begins with it. */
        INITIAL
    }

    // Letters parted by full stops: U.S, p.m, z.B, т.е.
    private static final Pattern DOTTED = Pattern.compile("\\p{L}{1,2}(?:\\.\\p{L}{1,2})+");

    private static final Set<String> TITLES_ANYWHERE = words(
            "mr mrs ms dr prof gen col lt sgt capt cmdr sen rep gov rev hon st mt ft pres messrs mme mlle amb supt vs adm maj brig cpl pte"
                    + " insp det fr sr sra srta");

    private static final Set<String> MAY_END_ANYWHERE =
            words("inc corp ltd co jr sr etc al llc plc bros no dept approx est ave blvd");

    private static final Map<String, Set<String>> TITLES = Map.ofEntries(
            Map.entry(
                    "de",
                    words(
                            "hr fr dr prof dipl ing mag bzw ca vgl inkl exkl evtl ggf sog geb gest str nr abs art z d u o s i v a m")),
            Map.entry("fr", words("m mm mme mlle mgr me pr dr st ste av env cf p ex bd")),
            Map.entry("es", words("sr sra srta sta sto dr dra lic ing d dña gral av avda núm art pág ee fig prof arq")),
            Map.entry("pt", words("sr sra sta sto dr dra eng av prof profa gov dep sen gen cel art pág nº d")),
            Map.entry("it", words("sig dott dott.ssa ing avv prof on sen art pag ecc geom s d n")),
            Map.entry("nl", words("dhr mevr mw dr ir ing mr prof drs ca bijv m.b.t o.a st resp incl excl")),
            Map.entry("ru", words("г гг ул д им св проф акад тыс млн млрд стр рис см т ср")),
            Map.entry("uk", words("р рр вул буд ім св проф акад тис млн млрд стор рис див м")),
            Map.entry("ar", words("د م أ")),
            Map.entry("tr", words("dr prof doç av sn yrd öğr bkz vb vs no cad sok mah")),
            Map.entry("pl", words("p dr prof inż mgr ul al św np tzw tj im red gen płk ks tys mln mld r ok")),
            Map.entry("cs", words("mgr ing dr prof tzv např č tj ul sv mil mld")),
            Map.entry("sv", words("bl.a t.ex dr prof ca s.k kl resp")),
            Map.entry("da", words("bl.a f.eks dr prof ca kl nr")),
            Map.entry("no", words("bl.a f.eks dr prof ca kl nr")),
            Map.entry("id", words("dr prof ir drs jl no tn ny h hj tgl")),
            Map.entry("vi", words("tp ts gs pgs ths bs q p")));

    private static final Map<String, Set<String>> MAY_END = Map.of(
            "en", words("jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m am pm u.s u.k u.n d.c e.g i.e"),
            "de", words("usw etc jh jhd mio mrd std min tsd"),
            "fr", words("etc"),
            "es", words("etc ee.uu a.c d.c"),
            "ru", words("др пр"),
            "uk", words("ін"));

    private static final Set<String> CONTINUING_DOTTED =
            words("e.g i.e z.b d.h u.a o.ä i.d z.t s.o v.a m.e p.ej p.ex b.v d.w.z т.е т.к т.н");

    private static final Set<String> BEFORE_NUMBER = words("no nos nr fig figs art pp p vol sec ch núm nº par s");

    private static final Set<String> ORDINAL_DOTS = Set.of(
            "de", "da", "no", "nb", "nn", "fi", "cs", "sk", "pl", "hu", "sl", "hr", "sr", "bs", "tr", "et", "lv", "is");

    private Abbreviations() {}

    static Kind kind(String word, Language language) {
        String lower = word.toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf('.') + 1);
        boolean known = !language.equals(Language.UNKNOWN);
        if (CONTINUING_DOTTED.contains(lower)) {
            return Kind.ALWAYS_CONTINUES;
        }
        if (MAY_END.getOrDefault(language.code(), Set.of()).contains(lower)) {
            return Kind.MAY_END;
        }
        if (TITLES.getOrDefault(language.code(), Set.of()).contains(lower)) {
            return Kind.ALWAYS_CONTINUES;
        }
        if (lower.length() == 1 && Character.isLetter(lower.charAt(0))) {
            // "I." ends an English sentence far more often than it stands for a name.
            return Character.isUpperCase(word.charAt(0)) && !(known && word.equals("I")) ? Kind.INITIAL : Kind.NONE;
        }
        if (BEFORE_NUMBER.contains(last)) {
            return Kind.BEFORE_NUMBER;
        }
        if (TITLES_ANYWHERE.contains(last)) {
            return Kind.ALWAYS_CONTINUES;
        }
        return MAY_END_ANYWHERE.contains(last) || DOTTED.matcher(word).matches() ? Kind.MAY_END : Kind.NONE;
    }

    /** Whether a full stop makes a number an ordinal, as in "3. Oktober". */
    static boolean hasOrdinalDots(Language language) {
        return ORDINAL_DOTS.contains(language.code());
    }

    private static Set<String> words(String words) {
        return Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
