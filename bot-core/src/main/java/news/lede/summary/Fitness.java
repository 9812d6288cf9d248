package news.lede.summary;

import java.util.regex.Pattern;
import news.lede.text.ReadingTime;

/**
 * What speaks against showing a sentence, whatever it says and wherever it stands: 1 is nothing, 0 is never.
 *
 * <p>It must be news, not furniture: no byline, no caption, no fragment. Whether it can stand without its neighbours is asked of {@link Leaning} and
 * {@link Speech}. Lengths are told in words of common length ({@link ReadingTime#words}), so that they mean the same in every script. Pure.
 */
final class Fitness {
    private static final double FEWEST_WORDS = 7;
    /** Agencies' first sentences run to fifty words and are still the best there is. */
    private static final double MANY_WORDS = 60;

    private static final double TOO_MANY_WORDS = 80;

    /** "By Jonas Kessler, our reporter": two capitalised words or more, then an end, a comma, or what he is. */
    private static final Pattern BYLINE = Pattern.compile(
            "^(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|Door|DOOR|Текст:?)(?:\\s+\\p{Lu}[\\p{L}\\p{M}.'’-]*){2,4}(?:\\s+(?:and|und|et|y|e|en)\\s.*|\\s*$|\\s*[,|/–-].*|\\s+for\\s.*)");

    private static final int LONGEST_BYLINE = 90;
    private static final Pattern ENDED = Pattern.compile(".*[.!?…。！？؟۔।][\"'”’»«“)\\]」』]*$", Pattern.DOTALL);

    /** What pages say about themselves rather than about the world. */
    private static final Pattern FURNITURE = Pattern.compile(
            "(?i)click here|read (?:more|also|the full)\\b|^(?:watch|video|photo|photos|photograph|credit|image|picture|related|more|listen|note):|sign up (?:for|to)|subscribe (?:to|now|for|today)"
                    + "|subscribers? only|our newsletter|newsletter abonnieren|follow us|all rights reserved|scroll down|copyright ©|© ?\\d{4}|getty images|file photo|image caption"
                    + "|^advertisement|(?:use|uses|accept|our) cookies|your browser|this (?:article|story|report|post) (?:was|is|has been|originally|contains)|contributed to this (?:report|article|story)"
                    + "|for more information|mehr zum thema|lesen sie (?:auch|hier|mehr)|alle rechte vorbehalten|lire aussi|à lire aussi|tous droits réservés|lea también|leia também|leia mais"
                    + "|leggi anche|lees ook|читайте также|читайте також|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|bản quyền thuộc|xem thêm:|updated at"
                    + "|follow (?:our|the|all|live)\\b.{0,40}(?:coverage|blog|updates|here)|(?:originally|first) (?:published|appeared) (?:on|in|at)\\b|^(?:updated|published|posted|last (?:updated|modified))\\b|^\\d+ of \\d+\\b"
                    + "|share this|e-?mail to a friend|you have been re-?directed|thanks for (?:joining|reading)|what do you think\\?|let us know in the comments|read our privacy|terms of (?:use|service)\\b");

    private Fitness() {}

    static double of(String sentence) {
        double fitness = 1;
        double words = ReadingTime.words(sentence);
        if (words < FEWEST_WORDS) {
            fitness *= 0.3;
        } else if (words > TOO_MANY_WORDS) {
            fitness *= 0.6;
        } else if (words > MANY_WORDS) {
            fitness *= 0.9;
        }
        if (!ENDED.matcher(sentence).matches()) {
            fitness *= 0.4;
        }
        if (FURNITURE.matcher(sentence).find()
                || (sentence.length() < LONGEST_BYLINE
                        && BYLINE.matcher(sentence).matches())) {
            fitness *= 0.1;
        }
        if (sentence.endsWith("?") || sentence.endsWith("？") || sentence.endsWith("؟")) {
            fitness *= 0.5;
        }
        return fitness;
    }
}
