package news.lede.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.story.Difference.Kind;
import news.lede.story.ToldReport.Line;
import news.lede.text.Attribution;
import news.lede.text.Span;

/** Finds where reports of one story name different people for the same statement or deed. Pure. */
final class AttributionDifferences {
    /** Likeness from which two sentences make the same statement. */
    private static final double SAME_STATEMENT = 0.62;

    private static final double SAME_FACT = 0.8;
    private static final int FEWEST_WORDS = 6;
    private static final int MOST = 3;
    private static final Span WHOLE = new Span(0, 0);
    /** A sentence within a longer quotation, whose marks stand elsewhere. */
    private static final Pattern OF_SOMEBODY = Pattern.compile(
            "(?iu)\\b(?:I|we|my|our|us|me|ich|wir|mein\\w*|unser\\w*|je|nous|notre|nos|yo|nosotros|nuestr\\w*)\\b");

    private static final Pattern DENIES =
            Pattern.compile("(?iu)\\b(?:not|no|never|none|denie[sd]|nicht|kein\\w*|nie|ne|pas|jamais|nunca)\\b|n't\\b");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]");
    private static final Pattern TITLED =
            Pattern.compile("(?U)^(?:\\p{L}+\\.? )*?(\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*)*)$");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?iu)\\b(?:police|department|ministry|company|university|patrol|union|agency|council|court|group|army|party|government|office|bureau|service|committee|times|post|news|polizei|ministerium|behörde|gericht|regierung|partei|ministère|gouvernement|parti|gobierno|ministerio|policía|policia|partido|the|die|le|la|les|el)\\b|(?-i:\\p{Lu}{3,})");

    private AttributionDifferences() {}

    static List<Difference> of(List<ToldReport> reports) {
        List<Difference> found = new ArrayList<>();
        one(reports, Attribution.Kind.CLAIMED, Kind.CLAIMED).ifPresent(found::add);
        one(reports, Attribution.Kind.BLAMED, Kind.BLAMED).ifPresent(found::add);
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size() && found.size() < MOST; j++) {
                statements(reports.get(i), reports.get(j)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The first two reports that name different ones for a deed, each naming only its own. */
    private static Optional<Difference> one(List<ToldReport> reports, Attribution.Kind what, Kind kind) {
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                Optional<Line> a = only(reports.get(i), what);
                Optional<Line> b = only(reports.get(j), what);
                if (a.isPresent()
                        && b.isPresent()
                        && differ(who(a.get()), who(b.get()))
                        && !mentions(reports.get(i), who(b.get()))
                        && !mentions(reports.get(j), who(a.get()))
                        && shares(a.get(), b.get())) {
                    return Optional.of(difference(kind, reports.get(i), a.get(), reports.get(j), b.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Difference difference(Kind kind, ToldReport one, Line a, ToldReport two, Line b) {
        return new Difference(kind, List.of(one.side(who(a).span(), a), two.side(who(b).span(), b)));
    }

    private static Attribution who(Line line) {
        return line.attribution().orElseThrow();
    }

    /** The sentence that attributes it, where there is exactly one. */
    private static Optional<Line> only(ToldReport report, Attribution.Kind kind) {
        List<Line> lines = report.lines().stream()
                .filter(line -> line.attribution()
                        .map(Attribution::kind)
                        .filter(kind::equals)
                        .isPresent())
                .toList();
        return lines.size() == 1 ? Optional.of(lines.getFirst()) : Optional.empty();
    }

    private static boolean mentions(ToldReport report, Attribution who) {
        return report.lines().stream().anyMatch(line -> !Collections.disjoint(line.stems(), who.key()));
    }

    private static boolean shares(Line a, Line b) {
        return a.stems().stream().filter(b.stems()::contains).count() >= 2;
    }

    /** Whether two speakers are named and cannot be the same: they share no word, and neither is the other's initials. */
    private static boolean differ(Attribution a, Attribution b) {
        return !a.key().isEmpty()
                && !b.key().isEmpty()
                && Collections.disjoint(a.key(), b.key())
                && !isInitials(a.who(), b.who())
                && !isInitials(b.who(), a.who());
    }

    private static boolean isInitials(String shorter, String longer) {
        StringBuilder initials = new StringBuilder();
        for (String word : longer.split("[\\s-]+")) {
            if (!word.isEmpty() && Character.isUpperCase(word.codePointAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        String letters = shorter.replaceAll("[^\\p{Lu}]", "");
        return letters.length() > 1 && (initials.indexOf(letters) >= 0 || letters.contains(initials));
    }

    private static Optional<Difference> statements(ToldReport one, ToldReport two) {
        for (Line a : one.lines()) {
            for (Line b : two.lines()) {
                double alike = enough(a.stems()) && enough(b.stems()) ? a.alike(b) : 0;
                if (alike < SAME_STATEMENT) {
                    continue;
                }
                if (said(a) && said(b) && twoPeople(one, a, two, b)) {
                    return Optional.of(difference(Kind.SPEAKER, one, a, two, b));
                }
                if (alike >= SAME_FACT && reported(a) && samePoint(a, b) && asFact(b, two)) {
                    return Optional.of(
                            new Difference(Kind.AS_FACT, List.of(one.side(who(a).span(), a), two.side(WHOLE, b))));
                }
                if (alike >= SAME_FACT && reported(b) && samePoint(a, b) && asFact(a, one)) {
                    return Optional.of(
                            new Difference(Kind.AS_FACT, List.of(two.side(who(b).span(), b), one.side(WHOLE, a))));
                }
            }
        }
        return Optional.empty();
    }

    /** A person and who they speak for may be the same voice: only two people by name are not, where neither report names the other. */
    private static boolean twoPeople(ToldReport one, Line a, ToldReport two, Line b) {
        return isPerson(who(a))
                && isPerson(who(b))
                && differ(who(a), who(b))
                && samePoint(a, b)
                && !mentions(one, who(b))
                && !mentions(two, who(a));
    }

    private static boolean isPerson(Attribution who) {
        return TITLED.matcher(who.who()).matches()
                && !ORGANISATION.matcher(who.who()).find();
    }

    /** Whether the two agree in what they deny and in their numbers; else they do not make the same statement. */
    private static boolean samePoint(Line a, Line b) {
        return denies(a) == denies(b) && digits(a).equals(digits(b));
    }

    private static Set<String> digits(Line line) {
        return DIGITS.matcher(line.mention().sentence())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static boolean denies(Line line) {
        return DENIES.matcher(line.mention().sentence()).find();
    }

    private static boolean enough(Set<String> stems) {
        return stems.size() >= FEWEST_WORDS;
    }

    /** Whether the line says itself, in its own words, what somebody says: a quotation stated as fact elsewhere is the same quotation. */
    private static boolean reported(Line line) {
        return said(line) && !QUOTED.matcher(line.mention().sentence()).find();
    }

    private static boolean said(Line line) {
        return line.attribution()
                .filter(a -> a.kind() == Attribution.Kind.SAID && !a.key().isEmpty())
                .isPresent();
    }

    /** Also the report around the sentence must not say it as somebody's: a speaker may be named once for several sentences. */
    private static boolean asFact(Line line, ToldReport report) {
        String sentence = line.mention().sentence();
        if (!sentence.endsWith(".")
                || OF_SOMEBODY.matcher(sentence).find()
                || !Attribution.statedAsFact(sentence, line.language())) {
            return false;
        }
        return report.lines().stream()
                .filter(other -> Math.abs(other.rank() - line.rank()) <= 1)
                .allMatch(other -> other.attribution().isEmpty());
    }
}
