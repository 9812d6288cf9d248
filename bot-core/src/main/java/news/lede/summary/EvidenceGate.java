package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.lede.text.Language;

/**
 * The one gate that every text to a reader passes: what it states must stand in its evidence. Pure and thread-safe.
 *
 * <p>A whole sentence of the evidence, verbatim, passes. Any other text is looked through for what must never be made up: {@link QuoteCheck quotes},
 * {@link NumberCheck numbers} and their {@link UnitCheck units}, {@link NameCheck names}, {@link NegationCheck negations}, {@link ContrastCheck opposites}, {@link HedgeCheck how sure it is}, {@link AttributionCheck who said it}, and {@link LinkCheck links}. What is in
 * doubt is refused: a text less is better than a false one. Quotes, links and numbers in digits are checked in any language; names need capitals (or {@link UncasedCheck what stands beside them}), and numbers in words, negation and attribution
 * need word lists, which exist for the languages that {@link news.lede.text.Figures} knows.
 */
public final class EvidenceGate {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private EvidenceGate() {}

    /** What a text states without evidence. */
    public enum Kind {
        QUOTE,
        NUMBER,
        NAME,
        NEGATION,
        ATTRIBUTION,
        DATE,
        LINK
    }

    /** One reason to refuse a text; {@code what}: the words it is about. */
    public record Refusal(Kind kind, String what) {}

    /** Whether a statement may be shown. */
    public static boolean passes(Statement statement) {
        List<String> evidence =
                statement.evidence().stream().map(Evidence::sentence).toList();
        return refusals(
                        statement.text(),
                        statement.evidence().getFirst().article().language(),
                        evidence)
                .isEmpty();
    }

    /** Everything in {@code text} that {@code evidence}, sentences of articles in that language, does not bear out; empty when it may be shown. */
    public static List<Refusal> refusals(String text, Language language, List<String> evidence) {
        // A sentence as it stands in its article, as nearly all are.
        if (evidence.contains(text)) {
            return List.of();
        }
        String plain = plain(text);
        if (evidence.stream().anyMatch(sentence -> plain(sentence).equals(plain))) {
            return List.of();
        }
        Passage said = Passage.of(text, language);
        Passage known = Passage.of(String.join("\n", evidence), language);
        List<Refusal> refusals = new ArrayList<>();
        refusals.addAll(QuoteCheck.refusals(said, known));
        refusals.addAll(NumberCheck.refusals(said, known));
        refusals.addAll(UnitCheck.refusals(said, known));
        refusals.addAll(BoundCheck.refusals(said, known));
        refusals.addAll(FromToCheck.refusals(said, known));
        refusals.addAll(NameCheck.refusals(said, known));
        refusals.addAll(UncasedCheck.refusals(said, known));
        refusals.addAll(ReplacementCheck.refusals(said, known));
        refusals.addAll(RoleCheck.refusals(said, known));
        refusals.addAll(NegationCheck.refusals(said, known));
        refusals.addAll(ContrastCheck.refusals(said, known));
        refusals.addAll(HedgeCheck.refusals(said, known));
        refusals.addAll(AttributionCheck.refusals(said, known));
        refusals.addAll(LinkCheck.refusals(said, known));
        return refusals;
    }

    private static String plain(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
