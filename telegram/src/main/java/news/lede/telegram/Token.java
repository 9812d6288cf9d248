package news.lede.telegram;

/** The bot's secret. Never shown: the Bot API carries it in every address, so what a library says of an address is cleaned of it. */
record Token(String value) {
    private static final String HIDDEN = "(token)";

    Token {
        if (value.isBlank()) {
            throw new IllegalArgumentException("telegram.token is empty");
        }
    }

    /** {@code text} without the token. */
    String hiddenIn(String text) {
        return text.replace(value, HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
