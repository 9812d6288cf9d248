package news.lede.text;

/**
 * A word or number as it stands in a text.
 *
 * @param span where it stands
 * @param text as written
 * @param folded for comparing: lower case, one apostrophe, without accents where readers leave them out (not in Vietnamese)
 * @param stem the folded form without its inflection, as far as we know the language; for a number its value
 * @param capitalised whether its first letter is a capital
 * @param sentenceInitial whether it is the first word of its sentence, where a capital says nothing
 * @param number whether it begins with a digit
 * @param stop whether it is too frequent in its language to tell anything
 */
public record Token(
        Span span,
        String text,
        String folded,
        String stem,
        boolean capitalised,
        boolean sentenceInitial,
        boolean number,
        boolean stop) {
    /** Whether it can tell one text from another: neither a stop word nor a lone letter. */
    public boolean telling() {
        return !stop && (folded.length() > 1 || number || isIdeograph());
    }

    private boolean isIdeograph() {
        return Character.isIdeographic(folded.codePointAt(0));
    }
}
