package news.lede.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the names out of a byline: "By Ada Quill and Ferris Ould, Senior Editors | 4 March" names two. Immutable. */
final class Byline {
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 5;
    private static final int MOST_NAMES = 8;
    /** Longest name in a script that puts no spaces. */
    private static final int MOST_UNSPACED = 6;

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "de", "der", "den", "des", "di", "da", "del", "della", "dos", "das", "do", "du", "la",
            "le", "el", "al", "bin", "ibn", "ben", "ten", "ter", "te", "zu", "zur", "zum", "y", "e", "i", "af", "av",
            "st", "bint", "dal", "'t");
    private static final Set<String> TITLES = Set.of(
            "dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "phd", "md", "m.d.", "ph.d.", "jr",
            "jr.");
    private static final Pattern END = Pattern.compile(
            "\\s*(?:[|•·⋅→»/\\[\\n\\t<]|\\s[–—-]\\s|–\\s|\\(|\\bfor\\s|\\bin\\s|\\bat\\s|\\bupdated\\b|\\bpublished\\b|\\bposted\\b|https?:|www\\.).*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** A name in brackets within a name: "Paramita (Mita) Ghosh". */
    private static final Pattern NICKNAME = Pattern.compile("\\s\\([\\p{L} ]{2,20}\\)\\s(?=\\p{Lu})");

    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*[,;、，]\\s*(?:and\\s|und\\s)?|\\s+(?:and|und|et|y|och|og|en|ja|oraz|и|та|ve|with|mit|sowie|&|\\+)\\s+|・",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EDGES = Pattern.compile("^[\\s:：.,;\"'“”‘*_-]+|[\\s:：,;\"“”*_-]+$");
    private static final Pattern ADDRESS =
            Pattern.compile("\\S*@\\S+.*|\\S+\\.(?:com|org|net|de|uk)\\b.*", Pattern.CASE_INSENSITIVE);

    private final Pattern by;
    private final Set<String> noPerson = new HashSet<>(Resources.lines("no-person-words.txt"));
    private final Set<String> nobody = new HashSet<>(Resources.lines("no-authors.txt"));

    Byline() {
        String words = Resources.lines("by-words.txt").stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        by = Pattern.compile(
                "^(?:" + words + ")(?:\\s*[:：/／]\\s*|\\s+)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether the text begins as a byline does. */
    boolean begins(String text) {
        return by.matcher(text).lookingAt();
    }

    /** Whether the text is only the beginning of a byline: "Written by", "Author:". */
    boolean isLabel(String text) {
        return text.length() <= LONGEST_NAME && by.matcher(text + " ").matches();
    }

    /** The persons that a byline names; empty when it names none for certain. */
    List<String> persons(String text) {
        List<String> persons = new ArrayList<>();
        for (String part : parts(text)) {
            if (!isPerson(part)) {
                break;
            }
            persons.add(part);
        }
        return persons.stream().distinct().limit(MOST_NAMES).toList();
    }

    /** Whatever name a byline has, a person's or not; empty for none, for an address and for what systems write for nobody. */
    Optional<String> name(String text) {
        String bare = bare(text);
        boolean named = !bare.isEmpty()
                && bare.length() <= LONGEST_NAME
                && Tokens.words(bare) <= 2 * MOST_WORDS
                && bare.codePoints().anyMatch(Character::isLetter)
                && !nobody.contains(bare.toLowerCase(Locale.ROOT));
        return named ? Optional.of(bare) : Optional.empty();
    }

    private List<String> parts(String text) {
        return Arrays.stream(BETWEEN.split(bare(text)))
                .map(this::unlabelled)
                .filter(p -> !p.isEmpty() && !TITLES.contains(p.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private String bare(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        String bare = unlabelled(NICKNAME.matcher(Spaces.single(text)).replaceAll(" "));
        String named = ADDRESS.matcher(bare).replaceFirst("");
        return trimmed(END.matcher(named).replaceFirst(""));
    }

    private String unlabelled(String text) {
        String before = trimmed(text);
        for (int i = 0; i < 3; i++) {
            String after = trimmed(by.matcher(before).replaceFirst(""));
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return before;
    }

    private static String trimmed(String text) {
        return EDGES.matcher(text.strip()).replaceAll("").strip();
    }

    /** Whether a text looks like a person's name: two to five words that begin big, none of them a word of offices and houses. */
    boolean isPerson(String name) {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isDigit) || isLabel(name)) {
            return false;
        }
        if (!name.isEmpty() && name.codePoints().allMatch(c -> Tokens.isUnspaced(c) || c == ' ' || c == '　')) {
            int letters = (int) name.codePoints().filter(Tokens::isUnspaced).count();
            return letters >= 2
                    && letters <= MOST_UNSPACED
                    && noPerson.stream().noneMatch(w -> Tokens.isUnspaced(w.codePointAt(0)) && name.contains(w));
        }
        List<String> words = Arrays.stream(name.split("\\s+"))
                .filter(w -> !TITLES.contains(w.toLowerCase(Locale.ROOT)))
                .toList();
        if (words.size() < 2 || words.size() > MOST_WORDS || !Marks.startsBig(words.getLast())) {
            return false;
        }
        return words.stream().allMatch(this::isNamePart)
                && words.stream().filter(w -> !PARTICLES.contains(w)).count() >= 2;
    }

    private boolean isNamePart(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return PARTICLES.contains(word)
                || (Marks.startsBig(word)
                        && word.codePoints()
                                .allMatch(c -> Character.isLetter(c)
                                        || Character.getType(c) == Character.NON_SPACING_MARK
                                        || ".'’-‐`".indexOf(c) >= 0)
                        && !noPerson.contains(lower)
                        && !noPerson.contains(lower.replaceFirst("['’]s$", "")));
    }
}
