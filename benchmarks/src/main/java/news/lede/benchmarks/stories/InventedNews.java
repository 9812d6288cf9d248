package news.lede.benchmarks.stories;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import news.lede.article.NewArticle;
import news.lede.text.Language;

/**
 * A stream of articles in order of publication, {@value #PER_DAY} a day: events of some subject with their persons, place and words, each reported by a few publishers within a
 * day or two. The same for the same seed.
 */
final class InventedNews {
    static final int PUBLISHERS = 200;
    private static final int PER_DAY = 2_000;
    private static final double OF_A_KNOWN_EVENT = 0.6;
    private static final int OPEN_EVENTS = 600;
    private static final int EVENT_WORDS = 18;
    private static final int PERSONS = 3;
    private static final int DIMENSIONS = 384;

    /** An article with the number of its event and what a model might make of it. */
    record Item(NewArticle article, int event, int publisher, float[] vector) {}

    private record Event(
            int number, List<String> subject, String place, List<String> persons, List<String> words, float[] vector) {}

    private final Vocabulary vocabulary;
    private final Random random;
    private final List<Event> open = new ArrayList<>();
    private final List<float[]> subjectVectors = new ArrayList<>();
    private Instant published;
    private int events;
    private int articles;

    /** {@code first}: when the first article is published. */
    InventedNews(long seed, Instant first) {
        vocabulary = new Vocabulary(seed);
        random = new Random(seed);
        published = first;
        for (int i = 0; i < vocabulary.subjects(); i++) {
            subjectVectors.add(direction());
        }
    }

    /** When the first of {@code count} articles is published, if the last is at {@code end}. */
    static Instant firstOf(int count, Instant end) {
        return end.minus(between().multipliedBy(count));
    }

    private static Duration between() {
        return Duration.ofDays(1).dividedBy(PER_DAY);
    }

    Item next() {
        boolean known = !open.isEmpty() && random.nextDouble() < OF_A_KNOWN_EVENT;
        Event event = known ? open.get(random.nextInt(open.size())) : begin();
        published = published.plus(between());
        int publisher = random.nextInt(PUBLISHERS);
        NewArticle article = new NewArticle(
                title(event),
                Optional.of(publisher(publisher)),
                Optional.of(URI.create("https://" + host(publisher) + "/news/" + ++articles)),
                paragraphs(event),
                published,
                false,
                Language.ENGLISH,
                OptionalInt.empty());
        return new Item(article, event.number(), publisher, sum(event.vector(), 0.8, direction()));
    }

    static String publisher(int number) {
        return "Paper " + number;
    }

    static String host(int publisher) {
        return "paper" + publisher + ".example";
    }

    private Event begin() {
        int subject = random.nextInt(vocabulary.subjects());
        List<String> persons = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            persons.add(vocabulary.person(random));
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < EVENT_WORDS; i++) {
            words.add(vocabulary.rareWord(random));
        }
        Event event = new Event(
                ++events,
                vocabulary.subject(subject),
                vocabulary.place(random),
                persons,
                words,
                sum(subjectVectors.get(subject), 0.7, direction()));
        if (open.size() < OPEN_EVENTS) {
            open.add(event);
        } else {
            open.set(random.nextInt(OPEN_EVENTS), event);
        }
        return event;
    }

    private String title(Event event) {
        return capitalised(Vocabulary.pick(event.subject(), random)) + " "
                + Vocabulary.pick(event.words(), random) + " " + Vocabulary.pick(event.words(), random) + " in "
                + event.place() + " as " + Vocabulary.pick(event.persons(), random) + " "
                + vocabulary.rareWord(random);
    }

    private List<String> paragraphs(Event event) {
        List<String> paragraphs = new ArrayList<>();
        int count = 5 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            paragraphs.add(sentence(event) + " " + sentence(event) + " " + sentence(event));
        }
        return paragraphs;
    }

    private String sentence(Event event) {
        List<String> words = new ArrayList<>();
        int length = 12 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            words.add(word(event));
        }
        return capitalised(String.join(" ", words)) + ".";
    }

    private String word(Event event) {
        double which = random.nextDouble();
        if (which < 0.45) {
            return vocabulary.functionWord(random);
        }
        if (which < 0.57) {
            return Vocabulary.pick(event.words(), random);
        }
        if (which < 0.65) {
            return Vocabulary.pick(event.subject(), random);
        }
        if (which < 0.69) {
            return Vocabulary.pick(event.persons(), random);
        }
        if (which < 0.71) {
            return event.place();
        }
        return which < 0.73 ? Integer.toString(2 + random.nextInt(500)) : vocabulary.rareWord(random);
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private float[] direction() {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] sum(float[] one, double weight, float[] other) {
        float[] sum = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] = one[i] + (float) weight * other[i];
        }
        return unit(sum);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float each : vector) {
            squares += each * each;
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
        return vector;
    }
}
