package news.lede.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds a page's headline by what its places agree on. Immutable. */
final class Titles {
    private static final int LONGEST = 500;
    private static final String SEPARATORS = "|–—-·•»:«";

    private record Candidate(String text, double weight) {}

    Optional<String> vote(Document page, Optional<String> headline, Optional<String> publisher, Optional<URI> url) {
        List<Candidate> candidates = new ArrayList<>();
        for (Element h1 : page.select("h1").stream().limit(5).toList()) {
            add(candidates, h1.text(), 1.02);
        }
        headline.ifPresent(t -> add(candidates, t, 1.01));
        FactsReader.meta(page, "og:title").ifPresent(t -> add(candidates, withoutSite(t, publisher, url), 1.0));
        FactsReader.meta(page, "twitter:title").ifPresent(t -> add(candidates, withoutSite(t, publisher, url), 0.97));
        add(candidates, withoutSite(page.title(), publisher, url), 0.96);
        page.select("[itemprop=headline]").stream()
                .limit(1)
                .forEach(e -> add(candidates, e.hasAttr("content") ? e.attr("content") : e.text(), 1.0));
        @Nullable Candidate best = null;
        double most = -1;
        for (Candidate candidate : candidates) {
            double agreement = candidates.stream()
                            .mapToDouble(c -> Overlap.ofWords(c.text(), candidate.text()))
                            .sum()
                    * candidate.weight();
            if (agreement > most) {
                most = agreement;
                best = candidate;
            }
        }
        return Optional.ofNullable(best).map(Candidate::text);
    }

    private static void add(List<Candidate> candidates, String text, double weight) {
        String clean = Spaces.single(text);
        if (!clean.isEmpty() && clean.length() < 400) {
            candidates.add(new Candidate(clean, weight));
        }
    }

    /** The title without the name of the site behind or before it. */
    static String withoutSite(String title, Optional<String> publisher, Optional<URI> url) {
        String text = Spaces.single(title.substring(0, Math.min(LONGEST, title.length())));
        for (int at = text.length() - 2; at > 0; at--) {
            if (SEPARATORS.indexOf(text.charAt(at)) < 0
                    || text.charAt(at + 1) != ' '
                    || (text.charAt(at - 1) != ' ' && text.charAt(at) != ':')) {
                continue;
            }
            String before = text.substring(0, at).strip();
            String after = text.substring(at + 1).strip();
            if (isSite(after, publisher, url) && !before.isEmpty()) {
                return withoutSite(before, publisher, url);
            }
            if (isSite(before, publisher, url) && !after.isEmpty()) {
                return withoutSite(after, publisher, url);
            }
        }
        return text;
    }

    private static boolean isSite(String part, Optional<String> publisher, Optional<URI> url) {
        String folded = letters(part);
        if (folded.isEmpty()) {
            return true;
        }
        if (publisher.isPresent()
                && (folded.equals(letters(publisher.get())) || Overlap.ofWords(part, publisher.get()) > 0.6)) {
            return true;
        }
        String host = url.map(URI::getHost).orElse("");
        String site = letters(host.replaceFirst("^www\\.", ""));
        return folded.length() > 2
                && Tokens.words(part) <= 5
                && (site.startsWith(folded) || (folded.length() > 5 && site.contains(folded)));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
