package news.lede.extract;

import java.util.List;

/** Phrases that label what follows them, like "last updated". Immutable. */
final class Labels {
    private final Phrases phrases;

    Labels(String resource) {
        phrases = Phrases.load(resource);
    }

    /** Whether one of the phrases stands in {@code text}. */
    boolean isIn(String text) {
        if (text.isBlank()) {
            return false;
        }
        List<Token> tokens = Tokens.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (phrases.matchAt(tokens, i) > 0) {
                return true;
            }
        }
        return false;
    }
}
