package news.lede.app;

/** A line of an answer: {@code strong} is a title, {@code faint} is small print. */
record ChatLine(String text, Weight weight) {
    enum Weight {
        STRONG,
        NORMAL,
        FAINT
    }
}
