package news.lede.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import news.lede.text.Language;

/**
 * Compares one text, the one asked about, with others of its language. What is frequent and how alike unrelated texts are is learnt from the texts that memory
 * holds; so one threshold serves languages whose texts resemble each other more or less by nature (measured: a fixed threshold on the plain cosine fell
 * from .88 to .54 on Vietnamese).
 *
 * <p>The text asked about is laid out in arrays by the numbers of its words, so that a comparison is one walk along the other: about two microseconds. Not
 * thread-safe.
 */
final class Comparing {
    /** Texts more alike than this are not unrelated, whatever the draw. */
    private static final double UNRELATED = 4;

    private final Vocabulary words;
    private final Vocabulary names;
    private final PairRarity pairRarity = new PairRarity();
    private final Background inWords = new Background(0.04, 0.035);
    private final Background inNames = new Background(0.02, 0.035);
    private final Background inTitles = new Background(0.01, 0.03);
    private final Background inLeads = new Background(0.02, 0.035);
    private final Background inNumbers = new Background(0.02, 0.05);
    private final Background inPairs = new Background(0.003, 0.035);

    private HeldText asked = new HeldText(0, new int[0], new byte[0], new int[0], new byte[0], new int[0], Copies.NONE);
    /** Marks of the asked text by the number of the word, 0 where it has it not. */
    private byte[] askedWords = new byte[1 << 10];

    private byte[] askedNames = new byte[1 << 10];
    /** A bit for each counter that a pair of the asked text falls on. */
    private final long[] askedPairs = new long[PairRarity.COUNTERS >>> 6];

    /** What the text asked about was compared with, while nothing is learnt: a candidate is looked at again with the whole of its story. */
    private final Map<HeldText, Resemblance> compared = new HashMap<>();

    private Lengths askedLengths = new Lengths();

    Comparing(Language language) {
        CommonWords prior = CommonWords.of(language);
        this.words = new Vocabulary(prior);
        this.names = new Vocabulary(prior);
    }

    /** Squared lengths of the vectors of one text, or the products of two. */
    private static final class Lengths {
        double words;
        double title;
        double lead;
        double names;
        double numbers;
        double pairs;
        /** Of the names, each as often as it is told. */
        double focus;
        /** How many words there are, and how many words of names and numbers. */
        int wordCount;

        int nameCount;
    }

    /** Another text beside the one asked about. {@code head}: how telling the best name is that stands at the asked head and in the other. */
    private record Beside(Lengths length, Lengths shared, double head) {}

    /** Puts a text into the numbers of this vocabulary. */
    HeldText read(Fingerprint print) {
        return HeldText.of(print, words, names);
    }

    /** Learns what is frequent. */
    void learn(HeldText text) {
        compared.clear();
        words.learn(text.words());
        names.learn(text.names());
        pairRarity.learn(text.pairs());
    }

    void forget(HeldText text) {
        compared.clear();
        words.forget(text.words());
        names.forget(text.names());
        pairRarity.forget(text.pairs());
        release(text);
    }

    /** Lets go of a text that was read and never learnt. */
    void release(HeldText text) {
        words.drop(text.words());
        names.drop(text.names());
    }

    /** How much a word of the text asked about says of it. */
    float weight(int word, byte mark) {
        return HeldText.damped(mark) * words.weight(word);
    }

    float weightOfName(int name) {
        return names.weight(name);
    }

    int words() {
        return words.bound();
    }

    int names() {
        return names.bound();
    }

    /** The marks that the text asked about has of a name, see {@link HeldText}; 0 when it has it not. */
    byte askedMark(int name) {
        return name < askedNames.length ? askedNames[name] : 0;
    }

    /** From now on {@code text} is the one asked about. */
    void ask(HeldText text) {
        for (int word : asked.words()) {
            askedWords[word] = 0;
        }
        for (int name : asked.names()) {
            askedNames[name] = 0;
        }
        for (int pair : asked.pairs()) {
            askedPairs[PairRarity.counter(pair) >>> 6] = 0;
        }
        asked = text;
        compared.clear();
        for (int pair : text.pairs()) {
            int mark = PairRarity.counter(pair);
            askedPairs[mark >>> 6] |= 1L << mark;
        }
        askedWords = roomFor(words.bound(), askedWords);
        askedNames = roomFor(names.bound(), askedNames);
        for (int i = 0; i < text.words().length; i++) {
            askedWords[text.words()[i]] = text.wordMarks()[i];
        }
        for (int i = 0; i < text.names().length; i++) {
            askedNames[text.names()[i]] = text.nameMarks()[i];
        }
        askedLengths = beside(text).length();
    }

    /** How the text asked about resembles another. */
    Resemblance with(HeldText other) {
        Resemblance known = compared.get(other);
        if (known == null) {
            known = resemblance(beside(other));
            compared.put(other, known);
        }
        return known;
    }

    /** Learns from a text drawn at random how alike unrelated ones are; one that is too alike for that is passed over. */
    void learnUnrelated(HeldText other) {
        compared.clear();
        Beside beside = beside(other);
        if (resemblance(beside).roughly() >= UNRELATED) {
            return;
        }
        Lengths length = beside.length();
        Lengths shared = beside.shared();
        inWords.learn(cosine(shared.words, askedLengths.words, length.words));
        inPairs.learn(cosine(shared.pairs, askedLengths.pairs, length.pairs));
        learn(inNames, shared.names, askedLengths.names, length.names);
        learn(inTitles, shared.title, askedLengths.title, length.title);
        learn(inLeads, shared.lead, askedLengths.lead, length.lead);
        learn(inNumbers, shared.numbers, askedLengths.numbers, length.numbers);
    }

    private Resemblance resemblance(Beside beside) {
        Lengths length = beside.length();
        Lengths shared = beside.shared();
        double alikeWords = surprise(inWords, shared.words, askedLengths.words, length.words, 0, Resemblance.MOST);
        return new Resemblance(
                alikeWords,
                surprise(
                        inNames, shared.names, askedLengths.names, length.names, alikeWords, Resemblance.MOST_OF_NAMES),
                surprise(inLeads, shared.lead, askedLengths.lead, length.lead, alikeWords, Resemblance.MOST),
                surprise(
                        inNumbers,
                        shared.numbers,
                        askedLengths.numbers,
                        length.numbers,
                        0,
                        Resemblance.MOST_OF_NUMBERS),
                surprise(inTitles, shared.title, askedLengths.title, length.title, 0, Resemblance.MOST),
                Math.min(Resemblance.MOST, inPairs.surprise(cosine(shared.pairs, askedLengths.pairs, length.pairs))),
                askedLengths.focus == 0 || length.focus == 0
                        ? Resemblance.NO_FOCUS
                        : cosine(shared.focus, askedLengths.focus, length.focus),
                beside.head(),
                shared.wordCount <= shared.nameCount);
    }

    private Beside beside(HeldText other) {
        Lengths length = new Lengths();
        Lengths shared = new Lengths();
        double head = walk(other, length, shared);
        walkPairs(other.pairs(), length, shared);
        return new Beside(length, shared, head);
    }

    private static void learn(Background random, double product, double one, double other) {
        if (one > 0 && other > 0) {
            random.learn(cosine(product, one, other));
        }
    }

    /** Fills in lengths and products but those of the pairs; answers how telling the best shared name of the asked head is. */
    private double walk(HeldText other, Lengths length, Lengths shared) {
        for (int i = 0; i < other.words().length; i++) {
            int word = other.words()[i];
            byte mark = other.wordMarks()[i];
            byte asking = askedWords[word];
            double weight = words.weight(word);
            double square = weight * weight;
            double count = HeldText.damped(mark);
            length.words += count * count * square;
            length.title += (mark & HeldText.TITLE) != 0 ? square : 0;
            length.lead += (mark & HeldText.LEAD) != 0 ? square : 0;
            if (asking != 0) {
                int both = mark & asking;
                shared.wordCount++;
                shared.words += count * HeldText.damped(asking) * square;
                shared.title += (both & HeldText.TITLE) != 0 ? square : 0;
                shared.lead += (both & HeldText.LEAD) != 0 ? square : 0;
            }
        }
        double head = 0;
        for (int i = 0; i < other.names().length; i++) {
            int name = other.names()[i];
            byte mark = other.nameMarks()[i];
            byte asking = askedNames[name];
            double weight = names.weight(name);
            double count = HeldText.damped(mark);
            double square = weight * weight;
            boolean number = (mark & HeldText.NUMBER) != 0;
            length.names += count * count * square;
            length.numbers += number ? count * count * square : 0;
            double told = HeldText.told(mark);
            length.focus += told * told * square;
            if (asking != 0) {
                shared.nameCount++;
                double product = count * HeldText.damped(asking) * square;
                shared.names += product;
                shared.numbers += number ? product : 0;
                shared.focus += told * HeldText.told(asking) * square;
                if ((asking & HeldText.HEAD) != 0) {
                    head = Math.max(head, weight);
                }
            }
        }
        return head;
    }

    /** The same for pairs. Few of the other's are marked that the asked text has not, so that looking them up is rare. */
    private void walkPairs(int[] pairs, Lengths length, Lengths shared) {
        double all = 0;
        double both = 0;
        for (int pair : pairs) {
            double weight = pairRarity.weight(pair);
            double square = weight * weight;
            all += square;
            int mark = PairRarity.counter(pair);
            if ((askedPairs[mark >>> 6] & 1L << mark) != 0 && Arrays.binarySearch(asked.pairs(), pair) >= 0) {
                both += square;
            }
        }
        length.pairs = all;
        shared.pairs = both;
    }

    /** {@code otherwise} where either side has nothing to compare. */
    private static double surprise(
            Background random, double product, double one, double other, double otherwise, double most) {
        return Math.min(most, one == 0 || other == 0 ? otherwise : random.surprise(cosine(product, one, other)));
    }

    private static double cosine(double product, double one, double other) {
        double lengths = Math.sqrt(one * other);
        return lengths == 0 ? 0 : Math.min(1, product / lengths);
    }

    private static byte[] roomFor(int numbers, byte[] marks) {
        return numbers <= marks.length ? marks : Arrays.copyOf(marks, Math.max(numbers, marks.length * 2));
    }
}
