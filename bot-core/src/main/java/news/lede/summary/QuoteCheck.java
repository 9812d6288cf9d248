package news.lede.summary;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;

/** What stands in quotation marks must be quoted in the evidence, word for word. */
final class QuoteCheck {
    /** Marks of any kind; a single one counts only where a word begins or ends, since it is an apostrophe elsewhere. */
    private static final Pattern QUOTED = Pattern.compile(
            "[\"“”„«»「『]([^\"“”„«»「」『』]+)[\"“”«»」』]|(?<![\\p{L}\\p{N}])['‘‚]([^'‘’‚]+(?:['’]\\p{L}+[^'‘’‚]*)*)['’](?![\\p{L}\\p{N}])");

    private QuoteCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        List<String> quoted = quotes(known.text()).map(QuoteCheck::plain).toList();
        return quotes(said.text())
                .filter(quote -> quoted.stream()
                        .noneMatch(evidence ->
                                contains(evidence, plain(quote)) || inflected(evidence, plain(quote), said)))
                .map(quote -> new Refusal(Kind.QUOTE, quote))
                .toList();
    }

    static Stream<String> quotes(String text) {
        return QUOTED.matcher(text).results().map(QuoteCheck::inside);
    }

    private static String inside(java.util.regex.MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    /** Whole words only: "he is guilty" is not in "she is guilty". Where no spaces part words, any part will do. */
    private static boolean contains(String evidence, String quote) {
        boolean unspaced = quote.codePoints().anyMatch(c -> c > 0x2E7F && Character.isLetter(c));
        return unspaced ? evidence.contains(quote) : (" " + evidence + " ").contains(" " + quote + " ");
    }

    /** A name in quotation marks, in a language that inflects it: "Волна", "Волну". */
    private static boolean inflected(String evidence, String quote, Passage said) {
        int stem = quote.length() - 2;
        return (said.language().code().equals("ru") || said.language().code().equals("uk"))
                && !quote.contains(" ")
                && !evidence.contains(" ")
                && stem >= 4
                && Math.abs(quote.length() - evidence.length()) <= 2
                && evidence.regionMatches(0, quote, 0, stem);
    }

    private static String plain(String quote) {
        Matcher words = Pattern.compile("[\\p{L}\\p{N}\\p{M}%€$£]+").matcher(quote.toLowerCase(Locale.ROOT));
        StringBuilder plain = new StringBuilder();
        while (words.find()) {
            plain.append(plain.isEmpty() ? "" : " ").append(words.group());
        }
        return plain.toString();
    }
}
