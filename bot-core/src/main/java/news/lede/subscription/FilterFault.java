package news.lede.subscription;

/**
 * Why a filter cannot be read.
 *
 * @param at the character of what was typed where it is noticed, from 1
 * @param part what stands there; may be empty
 */
public record FilterFault(Kind kind, int at, String part) {
    /** Each with a filter that is right. */
    public enum Kind {
        TOO_LONG("strike -football"),
        TOO_MANY("strike (harbour OR ferry)"),
        TOO_DEEP("strike (harbour OR ferry)"),
        /** A quote that is not closed. */
        OPEN_QUOTE("\"night boat\" -football"),
        /** A parenthesis that is not closed. */
        OPEN_PARENTHESIS("strike (harbour OR ferry)"),
        /** A parenthesis that closes none. */
        LONE_PARENTHESIS("strike (harbour OR ferry)"),
        /** A word must follow. */
        NOTHING_FOLLOWS("strike OR ferry -football"),
        /** No letter or digit in it. */
        NO_WORD("ferr* -football"),
        NO_FIELD("title:strike -publisher:post"),
        NO_LANGUAGE("strike language:de");

        private final String example;

        Kind(String example) {
            this.example = example;
        }

        public String example() {
            return example;
        }
    }
}
