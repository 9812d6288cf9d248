package news.lede.benchmarks.local;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A story of words that mean nothing, so that none is taken for another; its title bears a sign by which its messages are known. */
public record InventedStory(int number, String title, String text) {
    /** What {@link #sign} is like. */
    public static final Pattern SIGN = Pattern.compile("Zq[0-9a-z]+x");

    private static final int FIRST_SIGN = 46_656;
    private static final int SENTENCES = 6;
    private static final int WORDS = 14;

    /** The same for the same state of {@code random}. */
    public static InventedStory of(int number, Random random) {
        String title = name(random) + " opens a " + word(random) + " in " + name(random) + " " + sign(number);
        String text = IntStream.range(0, SENTENCES)
                .mapToObj(_ ->
                        IntStream.range(0, WORDS).mapToObj(_ -> word(random)).collect(Collectors.joining(" ")) + ".")
                .map(sentence -> Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))
                .collect(Collectors.joining(" "));
        return new InventedStory(number, title, text);
    }

    /** What every message that tells this story contains, and no other. */
    public String sign() {
        return sign(number);
    }

    private static String sign(int number) {
        return "Zq" + Integer.toString(FIRST_SIGN + number, 36) + "x";
    }

    private static String name(Random random) {
        String word = word(random);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String word(Random random) {
        String consonants = "bdfgklmnprstv";
        String vowels = "aeiou";
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(_ -> "" + consonants.charAt(random.nextInt(13)) + vowels.charAt(random.nextInt(5)))
                .collect(Collectors.joining());
    }
}
