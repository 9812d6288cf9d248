package news.lede.text;

/**
 * Something with a name, as one text has it.
 *
 * @param text as first written, without a possessive ending
 * @param key the same for every spelling we can bring together: folded words parted by one space
 * @param count how often the text has it, also by a part of it ("Okafor" for "Ada Okafor")
 */
public record Name(String text, String key, int count) {}
