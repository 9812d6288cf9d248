package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from one paragraph what is not its text: picture credits, marks of key points, an agency's dateline. Immutable.
 *
 * <p>Every pattern is anchored or bounded, so the time is linear in the text.
 */
final class Polish {
    /** "WASHINGTON, June 12 (Agency) - ": capitals, a bounded rest, a dash. */
    private static final Pattern DATELINE = Pattern.compile(
            "\\p{Lu}[\\p{Lu}\\p{M}.' -]{2,30}(?:[,/] ?[\\p{L}\\p{N}. ]{0,25}){0,3}(?:\\([\\p{L}\\p{N} ./]{2,25}\\))?,? ?[-–—]{1,2} (?=[\\p{L}\\p{N}\"'“‘«])");

    private static final Pattern BULLET = Pattern.compile("(?:^|(?<= ))[*•▪●‣] +");
    /** A maker's name has so many words at most. */
    private static final int LONGEST_NAME = 2;

    private static final int LONGEST_AGENCY = 41;

    private final Phrases creditWords = Phrases.load("credits.txt");
    private final SentenceStarters starters = new SentenceStarters();

    /** The paragraphs that are left of one; key points stand apart. */
    List<String> polish(String paragraph) {
        List<String> out = new ArrayList<>();
        for (String piece : keyPoints(paragraph)) {
            String text = Spaces.tidy(withoutCredits(withoutDateline(piece)));
            if (Tokens.words(text) > 0) {
                out.add(text);
            }
        }
        return out;
    }

    /**
     * A text that opens with marked points: the points apart, and the story after its dateline. The last point and the story stand in one stretch;
     * without a dateline nothing tells them apart, and they stay together.
     */
    private static List<String> keyPoints(String paragraph) {
        Matcher first = BULLET.matcher(paragraph);
        if (!first.lookingAt()) {
            return List.of(paragraph);
        }
        List<String> pieces = new ArrayList<>();
        int from = first.end();
        while (first.find()) {
            pieces.add(paragraph.substring(from, first.start()));
            from = first.end();
        }
        String last = paragraph.substring(from);
        Matcher dateline = DATELINE.matcher(last).region(0, Math.min(last.length(), 500));
        if (dateline.find()) {
            // What the points say, the story says again in sentences.
            return List.of(last.substring(dateline.end()));
        }
        pieces.add(last);
        return pieces;
    }

    private static String withoutDateline(String text) {
        Matcher dateline = DATELINE.matcher(text);
        return dateline.lookingAt() ? text.substring(dateline.end()) : text;
    }

    private String withoutCredits(String text) {
        if (text.indexOf(':') < 0 && text.indexOf('：') < 0) {
            return text;
        }
        List<Token> tokens = Tokens.of(text);
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int size = creditWords.matchAt(tokens, i);
            if (size == 0
                    || tokens.get(i).start() < done
                    || !(i == 0 || startsApart(text, tokens.get(i).start()))) {
                continue;
            }
            int colon = colonAfter(text, tokens.get(i + size - 1).end());
            if (colon < 0
                    || Character.isLowerCase(text.codePointAt(tokens.get(i).start()))) {
                continue;
            }
            out.append(text, done, tokens.get(i).start());
            done = nameEnd(text, tokens, i + size, colon + 1).orElse(colon + 1);
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Whether a sentence ends just before. */
    private static boolean startsApart(String text, int at) {
        return Marks.endsSentence(text.substring(Math.max(0, at - 4), at));
    }

    private static int colonAfter(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && (text.charAt(i) == ':' || text.charAt(i) == '：') ? i : -1;
    }

    /**
     * Where the name after a credit ends. Only a name written as agency and maker ("Pictures/ Ada Byron") is taken: a plain one cannot be told from the subject
     * of the sentence that follows. A word that opens sentences ("The", "Nach") ends it.
     */
    private Optional<Integer> nameEnd(String text, List<Token> tokens, int first, int from) {
        int slash = text.indexOf('/', from, Math.min(text.length(), from + LONGEST_AGENCY));
        if (first >= tokens.size() || slash < 0 || Tokens.words(text.substring(from, slash)) > 4) {
            return Optional.empty();
        }
        int at = first;
        while (at < tokens.size() && tokens.get(at).start() < slash) {
            at++;
        }
        int end = slash + 1;
        for (int taken = 0; at < tokens.size() && taken < LONGEST_NAME; taken++, at++) {
            Token token = tokens.get(at);
            boolean near = token.start() - end <= 1;
            boolean name = Character.isUpperCase(text.codePointAt(token.start()));
            boolean repeats = taken > 0
                    && at > first
                    && token.folded().equals(tokens.get(at - 1).folded());
            boolean initial =
                    token.end() - token.start() == 1 && token.end() < text.length() && text.charAt(token.end()) == '.';
            if (!near || !name || repeats || (!initial && starters.opensSentence(text, tokens, at))) {
                break;
            }
            end = initial ? token.end() + 1 : token.end();
        }
        return Optional.of(end);
    }
}
