package news.lede.config;

/** A value that does not fit its key; the message says why, in a sentence without its full stop. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    BadValue(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
