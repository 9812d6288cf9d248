package news.lede.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * A word or phrase that is looked for in texts of one language.
 *
 * @param owner the number of who looks for it
 * @param kind what it says of a text
 * @param parts its words one after the other; scripts without spaces are cut into the pairs that texts are cut into
 */
record WordPattern(int owner, Kind kind, List<Part> parts) {
    enum Kind {
        /** The text speaks of the topic. */
        SPEAKS,
        /** The text has what it must have. */
        REQUIRED,
        /** The text has what it must not have. */
        FORBIDDEN
    }

    /** One word, folded. {@code open}: any ending fits. {@code stem}: other inflections of it fit too; empty: none does. */
    record Part(String folded, boolean open, String stem) {
        boolean fits(Token token) {
            return fits(token.folded()) || (!stem.isEmpty() && stem.equals(token.stem()));
        }

        /** The whole word, a part of it behind a joiner ("anti-immigration", "l'immigration") or before a hyphen. */
        private boolean fits(String word) {
            if (open ? word.startsWith(folded) : word.equals(folded)) {
                return true;
            }
            for (int at = Joints.next(word, 0); at > 0; at = Joints.next(word, at)) {
                if (open
                        ? word.startsWith(folded, at)
                        : word.length() - at == folded.length() && word.startsWith(folded, at)) {
                    return true;
                }
            }
            int head = Joints.head(word);
            return head == folded.length() && !open && word.startsWith(folded);
        }
    }

    /** Shorter stems belong to more than one word. */
    private static final int SHORTEST_STEM = 4;
    /** Shorter words begin others by chance. */
    private static final int SHORTEST_COMPOUND = 6;
    /** These write what others call by several words in one. */
    private static final Set<String> COMPOUNDING = Set.of("de", "nl", "sv", "da", "no", "nb", "nn", "fi", "hu", "is");

    WordPattern {
        parts = List.copyOf(parts);
    }

    /**
     * What was written in a definition: a trailing star at a word means any ending. In a language that is not English other inflections fit as well, since whoever defines topics knows few
     * of them. {@code name}: words that belong together into one ("Einwanderungspolitik") also begin with it.
     *
     * @return without parts when nothing of it can be looked for
     */
    static WordPattern of(int owner, Kind kind, String written, Language language, boolean name) {
        List<Part> parts = new ArrayList<>();
        boolean inflected = !language.equals(Language.ENGLISH) && !language.equals(Language.UNKNOWN);
        for (String chunk : written.strip().split("\\s+")) {
            boolean star = chunk.endsWith("*");
            List<Token> tokens = Tokens.of(star ? chunk.substring(0, chunk.length() - 1) : chunk, language);
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                String folded = Joints.bare(token.folded(), language);
                boolean compound =
                        name && COMPOUNDING.contains(language.code()) && folded.length() >= SHORTEST_COMPOUND;
                boolean open = (star && i == tokens.size() - 1) || compound || isLoneSign(folded);
                boolean stemmed = inflected && !open && token.stem().length() >= SHORTEST_STEM && !token.number();
                parts.add(new Part(folded, open, stemmed ? token.stem() : ""));
            }
        }
        return new WordPattern(owner, kind, parts);
    }

    /** Texts hold a Chinese character with the one behind it. */
    private static boolean isLoneSign(String folded) {
        return folded.codePointCount(0, folded.length()) == 1 && Character.isIdeographic(folded.codePointAt(0));
    }

    boolean standsAt(List<Token> tokens, int at, Language language) {
        if (at + parts.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            Token token = tokens.get(at + i);
            if (!parts.get(i).fits(token) && !fitsBare(parts.get(i), token, language)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsBare(Part part, Token token, Language language) {
        String bare = Joints.bare(token.folded(), language);
        return !bare.equals(token.folded()) && part.fits(bare);
    }
}
