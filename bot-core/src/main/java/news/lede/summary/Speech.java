package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.text.Language;
import news.lede.text.Span;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * Finds quotations whose speaker stands in another sentence. Pure.
 *
 * <p>Quotation marks are followed through a whole paragraph, because a quotation of three sentences leaves the middle one without any mark of its own.
 * Single marks are apostrophes too, so they are looked at sentence by sentence.
 */
final class Speech {
    private static final Pattern OPENING_SINGLE = Pattern.compile("(?<![\\p{L}\\p{N}])['‘](?=\\p{L}{2}|[IA] )");
    private static final Pattern CLOSING_SINGLE = Pattern.compile("[,.!?…]['’]");
    private static final Pattern ANY_CLOSING_SINGLE = Pattern.compile("(?<=[\\p{L}\\p{N},.!?…])['’](?![\\p{L}\\p{N}])");
    private static final Pattern QUOTED = Pattern.compile(
            "[\"“”„«»「『]([^\"“”„«»「」『』]+)[\"“”«»」』]|(?<![\\p{L}\\p{N}])['‘]([^'‘’]+(?:['’]\\p{L}+[^'‘’]*)*)['’](?![\\p{L}\\p{N}])");

    /** Quoted words of a name or a phrase need no speaker; from five words on, somebody is speaking. */
    private static final int WORDS_OF_SPEECH = 5;

    private static final int CHARACTERS_OF_SPEECH_WITHOUT_SPACES = 8;

    /** Who hears it, and when, is not who says it. */
    private static final Set<String> NO_SPEAKERS = Set.of(
            "reporters",
            "journalists",
            "interview",
            "statement",
            "journalisten",
            "reportern",
            "journalistes",
            "periodistas",
            "jornalistas",
            "giornalisti",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "twitter",
            "facebook");

    /** "a-t-elle ajouté". */
    private static final Pattern ATTACHED_PRONOUN = Pattern.compile("-(?:il|elle|ils|elles|on)$");

    private Speech() {}

    /** For each sentence of a paragraph, whether it begins or ends within a quotation, or lies in one altogether. */
    static List<Boolean> broken(String paragraph, List<Span> sentences) {
        List<Boolean> broken = new ArrayList<>();
        boolean open = false;
        int at = 0;
        for (Span sentence : sentences) {
            boolean half = open;
            for (; at < sentence.end(); at++) {
                switch (side(paragraph, at)) {
                    case OPENS -> open = true;
                    case CLOSES -> {
                        half |= !open;
                        open = false;
                    }
                    case NEITHER -> {}
                }
            }
            // A paragraph within a long quotation begins with a mark and has no closing one.
            broken.add(half || open || singlyBroken(sentence.in(paragraph)));
        }
        return broken;
    }

    private enum Side {
        OPENS,
        CLOSES,
        NEITHER
    }

    /** What the character at {@code at} does: the same mark opens in one language and closes in another, so its neighbours tell. */
    private static Side side(String text, int at) {
        char mark = text.charAt(at);
        return switch (mark) {
            case '„', '「', '『' -> Side.OPENS;
            case '」', '』' -> Side.CLOSES;
            case '"', '“', '”', '«', '»' -> {
                boolean ends = at > 0 && endsWord(text.charAt(at - 1));
                boolean starts = at + 1 < text.length() && startsWord(text.charAt(at + 1));
                boolean closer = mark == '”' || mark == '»';
                if (ends == starts) {
                    // Chinese puts no space around its marks, French one on either side.
                    yield closer || (ends && mark != '“' && mark != '«')
                            ? Side.CLOSES
                            : mark == '"' ? Side.NEITHER : Side.OPENS;
                }
                yield starts ? Side.OPENS : Side.CLOSES;
            }
            default -> Side.NEITHER;
        };
    }

    private static boolean endsWord(char c) {
        return Character.isLetterOrDigit(c) || ".,!?…%)]’'".indexOf(c) >= 0;
    }

    private static boolean startsWord(char c) {
        return Character.isLetterOrDigit(c) || "([¿¡‘'…$€£#@".indexOf(c) >= 0;
    }

    private static boolean singlyBroken(String sentence) {
        // An apostrophe behind a letter neither opens nor closes behind a sentence's end: most sentences have no other.
        if (!hasBeyondWord(sentence, "'‘’")) {
            return false;
        }
        long opened = OPENING_SINGLE.matcher(sentence).results().count();
        long closed = CLOSING_SINGLE.matcher(sentence).results().count();
        long anyClosed = ANY_CLOSING_SINGLE.matcher(sentence).results().count();
        return closed > opened || opened > anyClosed;
    }

    /** Whether the sentence quotes at length and does not say whom: there is nothing but the quotation, or a verb of saying with a pronoun. */
    static boolean speakerMissing(String sentence, Language language) {
        if (!hasAny(sentence, "\"“”„«»「『") && !hasBeyondWord(sentence, "'‘")) {
            return false;
        }
        boolean speaks = QUOTED.matcher(sentence).results().anyMatch(found -> isSpeech(found.group()));
        if (!speaks) {
            return false;
        }
        String around = QUOTED.matcher(sentence).replaceAll(" … ");
        return Tokens.of(around, language).stream().noneMatch(Speech::mayBeSpeaker);
    }

    private static boolean hasAny(String sentence, String marks) {
        for (int i = 0; i < sentence.length(); i++) {
            if (marks.indexOf(sentence.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of {@code marks} stands where no letter or digit is right before it. */
    private static boolean hasBeyondWord(String sentence, String marks) {
        for (int i = 0; i < sentence.length(); i++) {
            if (marks.indexOf(sentence.charAt(i)) >= 0
                    && (i == 0 || !Character.isLetterOrDigit(sentence.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpeech(String quote) {
        int spaces = (int) quote.chars().filter(c -> c == ' ').count();
        boolean unspaced =
                quote.codePoints().anyMatch(c -> c > 0x2E7F && Character.isLetter(c) && !Character.isISOControl(c))
                        && quote.length() >= CHARACTERS_OF_SPEECH_WITHOUT_SPACES;
        return unspaced || spaces + 1 >= WORDS_OF_SPEECH;
    }

    private static boolean mayBeSpeaker(Token token) {
        return token.telling()
                && !token.number()
                && !NO_SPEAKERS.contains(token.folded())
                && !ATTACHED_PRONOUN.matcher(token.folded()).find()
                && !ReportingVerbs.contains(token.folded());
    }
}
