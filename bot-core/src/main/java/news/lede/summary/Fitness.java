package news.lede.summary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.text.Language;

/**
 * What speaks against showing a sentence on its own, whatever it says: 1 is nothing, 0 is never.
 *
 * <p>A reader meets the sentence without its neighbours, so it must not lean on them: no pronoun or connector of its own at the start, no quote whose speaker
 * stands elsewhere. And it must be news, not furniture: no byline, no caption, no fragment. Rules that need words know English and German; the others hold anywhere.
 * Pure.
 */
final class Fitness {
    private static final int FEWEST_WORDS = 8;
    /** Agencies' first sentences run to fifty words and are still the best there is. */
    private static final int MANY_WORDS = 45;

    private static final int TOO_MANY_WORDS = 60;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{P}\\s]*([\\p{L}\\p{M}]+)(?:['’]\\p{L}+)?");
    private static final Pattern BYLINE =
            Pattern.compile("^(?:by|von|par|por|di|текст:?)\\s+\\p{Lu}.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDED = Pattern.compile(".*[.!?…。！？۔।][\"'”’»«“)\\]]*$", Pattern.DOTALL);
    private static final Pattern QUOTE = Pattern.compile("^[\"“„«‘'].*[\"”“»’'][.!?…]?$", Pattern.DOTALL);

    private static final Pattern OPENING_SINGLE = Pattern.compile("(?<![\\p{L}\\p{N}])['‘](?=\\p{L}{2}|[IA] )");
    private static final Pattern CLOSING_SINGLE = Pattern.compile("[,.!?…]['’]");
    private static final Pattern ANY_CLOSING_SINGLE = Pattern.compile("(?<=[\\p{L}\\p{N},.!?…])['’](?![\\p{L}\\p{N}])");

    private static final Set<String> LEANING = Set.of(
            "he",
            "she",
            "it",
            "they",
            "his",
            "her",
            "hers",
            "their",
            "its",
            "this",
            "that",
            "these",
            "those",
            "but",
            "and",
            "so",
            "also",
            "however",
            "meanwhile",
            "moreover",
            "instead",
            "then",
            "nor",
            "or",
            "yet",
            "still",
            "therefore",
            "furthermore",
            "nevertheless",
            "otherwise",
            "er",
            "sie",
            "es",
            "sein",
            "seine",
            "ihr",
            "ihre",
            "dies",
            "diese",
            "dieser",
            "dieses",
            "aber",
            "und",
            "doch",
            "jedoch",
            "auch",
            "dann",
            "zudem",
            "außerdem",
            "dabei",
            "damit");

    private static final List<String> FURNITURE = List.of(
            "click here",
            "read more",
            "sign up",
            "subscribe",
            "newsletter",
            "follow us",
            "all rights reserved",
            "scroll down",
            "copyright",
            "getty images",
            "file photo",
            "image caption",
            "photo:",
            "credit:",
            "photograph:",
            "watch:",
            "video:",
            "advertisement",
            "cookies",
            "your browser",
            "this article",
            "contributed to this report",
            "for more information",
            "mehr zum thema",
            "lesen sie auch",
            "newsletter abonnieren",
            "updated at",
            "share this",
            "e-mail to a friend");

    private Fitness() {}

    static double of(String sentence, Language language) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        double fitness = 1;
        int words = words(sentence);
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
        if (FURNITURE.stream().anyMatch(lower::contains)
                || BYLINE.matcher(sentence).matches()) {
            fitness *= 0.1;
        }
        if (QUOTE.matcher(sentence).matches()) {
            fitness *= 0.3;
        }
        if (unbalanced(sentence) || singlyUnbalanced(sentence)) {
            // Half a quotation reads like a mistake of ours.
            fitness *= 0.15;
        }
        if (leans(lower)) {
            fitness *= 0.6;
        }
        if (sentence.endsWith("?")) {
            fitness *= 0.5;
        }
        return fitness;
    }

    /** Whether the sentence begins with a word that points at the one before. */
    static boolean leans(String lowerCase) {
        var first = FIRST_WORD.matcher(lowerCase);
        return first.find() && LEANING.contains(first.group(1));
    }

    /** A quote that begins or ends in another sentence: who speaks, or what, is missing. */
    private static boolean unbalanced(String sentence) {
        long straight = sentence.chars().filter(c -> c == '"').count();
        long opened =
                sentence.chars().filter(c -> c == '“' || c == '«' || c == '„').count();
        long closed = sentence.chars().filter(c -> c == '”' || c == '»').count();
        boolean german = sentence.indexOf('„') >= 0;
        return straight % 2 == 1 || (!german && opened != closed);
    }

    /** The same for single quotes, which are apostrophes too: one opens before a word, one closes after a punctuation mark. */
    private static boolean singlyUnbalanced(String sentence) {
        long opened = OPENING_SINGLE.matcher(sentence).results().count();
        long closed = CLOSING_SINGLE.matcher(sentence).results().count();
        long anyClosed = ANY_CLOSING_SINGLE.matcher(sentence).results().count();
        return closed > opened || opened > anyClosed;
    }

    private static int words(String sentence) {
        // Scripts without spaces: two characters count as one word.
        long unspaced = sentence.codePoints()
                .filter(c -> switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                })
                .count();
        return (int) (SPACES.split(sentence.strip()).length + unspaced / 2);
    }
}
