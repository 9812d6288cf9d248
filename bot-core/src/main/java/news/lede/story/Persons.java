package news.lede.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.lede.story.Beginning.Sentence;
import news.lede.text.Name;
import news.lede.text.Token;

/**
 * Finds the persons that an article is about: suspects, victims, those to whom something happened, those in office who act in its first sentences. Pure.
 *
 * <p>A name is believed to be a person's only where a word shows it (an office, an age, a part in the event), so many are passed over. Those who write or
 * photograph are not meant, and who is only quoted is not either.
 */
final class Persons {
    /** What can happen to a person, so that the one before the word is somebody. */
    private static final Set<Outcome> PERSONAL = EnumSet.of(
            Outcome.ARREST,
            Outcome.CHARGE,
            Outcome.PLEA,
            Outcome.VERDICT,
            Outcome.SENTENCE,
            Outcome.DEATH,
            Outcome.RESCUE,
            Outcome.RELEASE,
            Outcome.RESIGNATION,
            Outcome.DISMISSAL,
            Outcome.ELECTION);

    private static final Set<String> OF = Set.of("of", "của", "người", "von", "de", "do", "da", "di", "van");
    private static final int SENTENCES = 6;
    private static final int OFFICE_SENTENCES = 2;
    private static final int AROUND = 3;
    private static final int MOST_WORDS = 4;
    private static final int OLDEST = 110;

    private Persons() {}

    /** {@code words}: those of the name as {@link Name#key} has them, without an office before it. */
    record Person(String name, List<String> words, Proof proof) {}

    static List<Person> in(Beginning article, Instant published) {
        PersonWords words = PersonWords.of(article.language());
        if (!words.known()) {
            return List.of();
        }
        List<Person> persons = new ArrayList<>();
        for (Name name : article.names()) {
            List<String> parts = Arrays.asList(name.key().split(" "));
            int offices = 0;
            // "London Mayor Ada Okafor": what stands before the last office belongs to it; "Larry King" has none.
            for (int i = 0; i < parts.size() - 2; i++) {
                offices = words.leads(parts.get(i)) ? i + 1 : offices;
            }
            List<String> own = parts.subList(offices, parts.size());
            boolean personal = own.size() >= 2
                    && own.size() <= MOST_WORDS
                    && own.stream()
                            .noneMatch(word -> words.group().contains(word) || word.length() < 2 || hasDigit(word));
            if (personal) {
                find(article, published, name, own, words, persons);
            }
        }
        return persons;
    }

    private static void find(
            Beginning article, Instant published, Name name, List<String> own, PersonWords words, List<Person> into) {
        String shown = withoutOffice(name, own.size());
        if (!Character.isUpperCase(shown.codePointAt(0)) || shown.equals(shown.toUpperCase(Locale.ROOT))) {
            return;
        }
        boolean office = Arrays.stream(name.key().split(" "))
                .limit(name.key().split(" ").length - own.size())
                .anyMatch(words.role()::contains);
        for (int i = 0; i < Math.min(SENTENCES, article.sentences().size()); i++) {
            Sentence sentence = article.sentences().get(i);
            int at = sentence.text().indexOf(name.text());
            if (at < 0 || Outcomes.liesBack(sentence, article.language(), published)) {
                continue;
            }
            int from = tokenAt(sentence.tokens(), at);
            int to = tokenAt(sentence.tokens(), at + name.text().length());
            List<String> keys = sentence.tokens().stream().map(Token::folded).toList();
            // "The coach of Norby": the office is not Norby's.
            boolean of = from > 0 && OF.contains(keys.get(from - 1));
            boolean press = keys.stream().anyMatch(words.press()::contains);
            boolean counts = isCentral(article, sentence, keys, from, to, words)
                    || (i < OFFICE_SENTENCES && (office || !of && near(keys, from - 2, from, words.role())) && !press);
            if (counts) {
                into.add(new Person(shown, List.copyOf(own), sentence.proof()));
                return;
            }
        }
    }

    /** The last {@code words} words of a name as written. */
    private static String withoutOffice(Name name, int words) {
        String shown = name.text();
        for (int skip = name.key().split(" ").length - words; skip > 0; skip--) {
            shown = shown.substring(shown.indexOf(' ') + 1).strip();
        }
        return shown;
    }

    private static boolean isCentral(
            Beginning article, Sentence sentence, List<String> keys, int from, int to, PersonWords words) {
        return near(keys, from - AROUND, from, words.central())
                || hasAge(sentence, to)
                // In Vietnamese what was done to somebody and what somebody did look the same.
                || !article.language().code().equals("vi")
                        && Outcomes.toldWithin(
                                sentence, to, to + AROUND, PERSONAL, OutcomeWords.of(article.language()));
    }

    private static boolean near(List<String> keys, int from, int to, Set<String> wanted) {
        int first = Math.max(0, from);
        for (int i = first; i < to; i++) {
            // Some languages write one word in two ("chủ tịch").
            if (wanted.contains(keys.get(i)) || (i > first && wanted.contains(keys.get(i - 1) + " " + keys.get(i)))) {
                return true;
            }
        }
        return false;
    }

    /** "Ada Okafor, 34,": the number of years behind the name. */
    private static boolean hasAge(Sentence sentence, int after) {
        if (after == 0 || after >= sentence.tokens().size()) {
            return false;
        }
        Token number = sentence.tokens().get(after);
        int end = sentence.tokens().get(after - 1).span().end();
        String gap = sentence.text().substring(end, number.span().start());
        boolean parted = gap.equals(", ") || gap.equals(" (");
        boolean closed = number.span().end() < sentence.text().length()
                && ",).;".indexOf(sentence.text().charAt(number.span().end())) >= 0;
        return parted && closed && number.text().matches("\\d{1,3}") && Integer.parseInt(number.text()) <= OLDEST;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** The first token at or after a place in the sentence. */
    private static int tokenAt(List<Token> tokens, int place) {
        int i = 0;
        while (i < tokens.size() && tokens.get(i).span().start() < place) {
            i++;
        }
        return i;
    }
}
