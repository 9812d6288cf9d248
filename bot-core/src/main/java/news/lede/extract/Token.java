package news.lede.extract;

/**
 * A word of a text: where it stands (UTF-16 units, end exclusive) and its folded form, in which all numbers are "#". In scripts without
 * spaces each character is a word.
 */
record Token(int start, int end, String folded) {
    static final String NUMBER = "#";

    boolean isNumber() {
        return folded.equals(NUMBER);
    }
}
