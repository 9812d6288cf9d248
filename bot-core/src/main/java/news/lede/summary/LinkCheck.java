package news.lede.summary;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;

/** Links must stand in the evidence as they are. */
final class LinkCheck {
    private static final Pattern LINK = Pattern.compile(
            "(?i)\\b(?:https?://\\S+|www\\.\\S+|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:com|org|net|info|news|eu|de|fr|uk|us|io|tv|me)\\b\\S*)");

    private LinkCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        String evidence = known.text().toLowerCase(Locale.ROOT);
        return LINK.matcher(said.text())
                .results()
                .map(found -> found.group().replaceAll("[.,;:!?)\\]\"'”’]+$", ""))
                .filter(link -> !evidence.contains(link.toLowerCase(Locale.ROOT)))
                .map(link -> new Refusal(Kind.LINK, link))
                .toList();
    }
}
