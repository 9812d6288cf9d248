package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by which a page speaks of itself rather than of the world: "click here", "all rights reserved". Each is looked for by the letters it begins with; an expression that had to try every
 * phrase at every place took half the time of a summary. Plain Latin letters may be capitals. Pure and thread-safe.
 */
final class Furniture {
    /** What only the beginning of a sentence says. */
    private static final Pattern OPENS = Pattern.compile(
            "(?i)(?:watch|video|photo|photos|photograph|credit|image|picture|related|more|listen|note):|advertisement"
                    + "|(?:updated|published|posted|last (?:updated|modified))\\b|\\d+ of \\d+\\b");

    /** A phrase a line, in lower case; behind "~" an expression for what must follow. */
    private static final String PHRASES = """
            click here
            read ~(?:more|also|the full)\\b
            sign up ~for|to
            subscribe ~to|now|for|today
            subscriber only
            subscribers only
            our newsletter
            newsletter abonnieren
            follow us
            all rights reserved
            scroll down
            copyright ©
            ©~ ?\\d{4}
            getty images
            file photo
            image caption
            use cookies
            uses cookies
            accept cookies
            our cookies
            your browser
            this article ~was|is|has been|originally|contains
            this story ~was|is|has been|originally|contains
            this report ~was|is|has been|originally|contains
            this post ~was|is|has been|originally|contains
            contributed to this ~report|article|story
            for more information
            mehr zum thema
            lesen sie ~auch|hier|mehr
            alle rechte vorbehalten
            lire aussi
            à lire aussi
            tous droits réservés
            lea también
            leia também
            leia mais
            leggi anche
            lees ook
            читайте также
            читайте також
            todos los derechos reservados
            todos os direitos reservados
            tutti i diritti riservati
            bản quyền thuộc
            xem thêm:
            updated at
            follow ~(?:our|the|all|live)\\b.{0,40}(?:coverage|blog|updates|here)
            originally published ~(?:on|in|at)\\b
            originally appeared ~(?:on|in|at)\\b
            first published ~(?:on|in|at)\\b
            first appeared ~(?:on|in|at)\\b
            share this
            email to a friend
            e-mail to a friend
            you have been redirected
            you have been re-directed
            thanks for ~joining|reading
            what do you think?
            check out the video
            check out the full
            watch the video
            video below
            let us know in the comments
            read our privacy
            terms of ~(?:use|service)\\b
            """;

    private static final int PLACES = 1 << 10;
    private static final Phrase[][] BY_BEGINNING = byBeginning();

    private record Phrase(String words, @Nullable Pattern rest) {
        boolean standsAt(String text, int at) {
            for (int i = 0; i < words.length(); i++) {
                if (at + i == text.length() || lower(text.charAt(at + i)) != words.charAt(i)) {
                    return false;
                }
            }
            return rest == null
                    || rest.matcher(text)
                            .region(at + words.length(), text.length())
                            .useTransparentBounds(true)
                            .lookingAt();
        }
    }

    private Furniture() {}

    static boolean isIn(String sentence) {
        for (int at = 0; at + 1 < sentence.length(); at++) {
            for (Phrase phrase : BY_BEGINNING[place(lower(sentence.charAt(at)), lower(sentence.charAt(at + 1)))]) {
                if (phrase.standsAt(sentence, at)) {
                    return true;
                }
            }
        }
        return OPENS.matcher(sentence).lookingAt();
    }

    /** Arrays, since they are looked at for every letter of a text. */
    private static Phrase[][] byBeginning() {
        List<List<Phrase>> table = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            table.add(List.of());
        }
        for (String line : PHRASES.lines().toList()) {
            int parted = line.indexOf('~');
            Phrase phrase = parted < 0
                    ? new Phrase(line, null)
                    : new Phrase(line.substring(0, parted), Pattern.compile("(?i)" + line.substring(parted + 1)));
            if (phrase.words.length() > 1) {
                add(table, phrase, phrase.words.charAt(1));
            } else {
                // A sign with what must follow: a blank or a digit.
                " 0123456789".chars().forEach(second -> add(table, phrase, (char) second));
            }
        }
        return table.stream().map(phrases -> phrases.toArray(Phrase[]::new)).toArray(Phrase[][]::new);
    }

    private static void add(List<List<Phrase>> table, Phrase phrase, char second) {
        int place = place(phrase.words.charAt(0), second);
        List<Phrase> longer = new ArrayList<>(table.get(place));
        longer.add(phrase);
        table.set(place, List.copyOf(longer));
    }

    private static int place(char first, char second) {
        return (first * 31 + second) & PLACES - 1;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
