package news.lede.story;

/**
 * In what two articles are alike, each in deviations above what two unrelated articles of their language show (see {@link Background}), at most
 * {@value #MOST}: more surprise says no more, and it would let near-copies carry a story.
 *
 * @param words in all telling words
 * @param names in names and numbers, at most {@value #MOST_OF_NAMES}, because what happens at one place shares its names; as the words are when either text has none, since a script without capitals says nothing
 * @param lead in the words of title and lead
 * @param numbers in numbers alone; 0 when either text has none
 * @param title in the words of the titles; 0 when either has none
 * @param pairs in words that stand in a row
 * @param focus how much the same names are told of most, from 0 to 1 (those at the head twice as much); {@value #NO_FOCUS} when either text has none
 * @param head how telling the most telling name is that stands in title or lead of the article asked about and anywhere in the other
 * @param onlyNames whether they share no words but those of names and numbers
 */
record Resemblance(
        double words,
        double names,
        double lead,
        double numbers,
        double title,
        double pairs,
        double focus,
        double head,
        boolean onlyNames) {
    static final double MOST = 20;
    static final double MOST_OF_NAMES = 8.4;
    static final double MOST_OF_NUMBERS = 10;
    static final double NO_FOCUS = 0.3;
    private static final double NAMES_IN_PASSING = 5;

    /** One figure for them, rough: whether a closer look is worth it. */
    double roughly() {
        return 0.7 * words + 0.2 * Math.min(NAMES_IN_PASSING, names) + 0.1 * title;
    }
}
