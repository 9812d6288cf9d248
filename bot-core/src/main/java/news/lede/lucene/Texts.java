package news.lede.lucene;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** Brings what is indexed and what is asked into one spelling before it is cut into words. */
final class Texts {
    private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ]");

    private Texts() {}

    /** One way to write each sign: composed accents, no ligatures, no full-width letters. */
    static String composed(String text) {
        return Normalizer.isNormalized(text, Form.NFKC) ? text : Normalizer.normalize(text, Form.NFKC);
    }

    /** The same for words as they stand: "l'homme" is then found by "homme", "harbour's" by "harbour". */
    static String plain(String text) {
        return APOSTROPHE.matcher(composed(text)).replaceAll(" ");
    }
}
