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
    private static final int SHORTEST = 12;
    private static final String SEPARATORS = "|–—-·•»:«";

    private static final int MOST_HEADINGS = 500;
    /** Where so many headings are of the first rank, the rank tells nothing. */
    private static final int MOST_FIRST = 4;

    private static final int MOST_SHOWN = 6;

    private static final double SAME = 0.8;

    private record Candidate(String text, double weight, Place place) {}

    Optional<Fact<String>> vote(
            Document page,
            Landmarks landmarks,
            Metas metas,
            Optional<String> headline,
            Optional<String> publisher,
            Optional<URI> url) {
        List<Candidate> candidates = new ArrayList<>();
        headline.ifPresent(t -> add(candidates, t, 1.01, Place.STRUCTURED_DATA));
        for (String name : List.of("og:title", "twitter:title")) {
            metas.first(name)
                    .ifPresent(t -> add(
                            candidates,
                            withoutSite(t, publisher, url),
                            name.startsWith("og") ? 1.0 : 0.97,
                            Place.META));
        }
        add(candidates, withoutSite(page.title(), publisher, url), 0.96, Place.META);
        landmarks.headlines.stream()
                .limit(1)
                .forEach(e -> add(candidates, e.hasAttr("content") ? e.attr("content") : e.text(), 1.0, Place.MARKUP));
        shown(landmarks, List.copyOf(candidates), publisher, url).forEach(t -> add(candidates, t, 1.02, Place.VISIBLE));
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
        return Optional.ofNullable(best).map(c -> new Fact<>(c.text(), c.place()));
    }

    /**
     * The headlines that readers see: those of the first rank, and lower ones that repeat what the page states. One that repeats it is given twice, since it is both
     * stated and seen.
     */
    private static List<String> shown(
            Landmarks page, List<Candidate> stated, Optional<String> publisher, Optional<URI> url) {
        List<String> inText = new ArrayList<>();
        List<String> inLists = new ArrayList<>();
        boolean repeated = false;
        boolean several =
                page.headings.stream().filter(h -> h.normalName().equals("h1")).count() > MOST_FIRST;
        for (Element heading : page.headings.stream().limit(MOST_HEADINGS).toList()) {
            String whole = Spaces.single(heading.text());
            String text = stated.stream()
                    .map(Candidate::text)
                    .filter(t -> isBehindKicker(t, whole))
                    .findFirst()
                    .orElse(whole);
            boolean first = heading.normalName().equals("h1");
            boolean repeats = stated.stream().anyMatch(c -> isCutFrom(c.text(), text) || isLike(c.text(), text));
            if (inText.size() >= MOST_SHOWN || isSitesName(text, publisher, url)) {
                continue;
            }
            List<String> list = isInList(heading) ? inLists : inText;
            if (repeats && !list.contains(text)) {
                list.addAll(List.of(text, text));
                repeated |= list == inText;
            } else if (first && !repeats && !several) {
                list.add(text);
            }
        }
        if (!repeated) {
            inText.addAll(inLists);
        }
        return inText;
    }

    /** Texts of very different length are not alike, which spares most comparisons. */
    private static boolean isLike(String a, String b) {
        return Math.max(a.length(), b.length()) < 2 * Math.min(a.length(), b.length()) && Overlap.ofWords(a, b) > SAME;
    }

    /** Whether a heading is a stated title with a few words of its subject before it. */
    private static boolean isBehindKicker(String title, String heading) {
        return title.length() >= SHORTEST
                && heading.length() > title.length()
                && heading.length() < 3 * title.length()
                && heading.endsWith(title);
    }

    /** A heading in the path to a page is a name made for search engines. */
    private static boolean isInList(Element heading) {
        for (Element e = heading.parent(); e != null && !e.normalName().equals("body"); e = e.parent()) {
            if (e.normalName().equals("nav") || e.className().contains("breadcrumb")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a heading is a stated title without what a separator parts from it. */
    private static boolean isCutFrom(String title, String heading) {
        return heading.length() >= SHORTEST
                && title.length() > heading.length()
                && title.startsWith(heading)
                && SEPARATORS.indexOf(title.substring(heading.length()).strip().charAt(0)) >= 0;
    }

    private static void add(List<Candidate> candidates, String text, double weight, Place place) {
        String clean = Spaces.single(text);
        if (!clean.isEmpty() && clean.length() < 400) {
            candidates.add(new Candidate(clean, weight, place));
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

    /** Whether a heading of the first rank is only the site's name, as in a masthead. */
    private static boolean isSitesName(String heading, Optional<String> publisher, Optional<URI> url) {
        String folded = letters(heading);
        return publisher.map(p -> letters(p).equals(folded)).orElse(false)
                || url.map(u -> letters(String.valueOf(u.getHost())
                                        .replaceFirst("^www\\.", "")
                                        .replaceFirst("\\.[a-z.]+$", ""))
                                .equals(folded))
                        .orElse(false);
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
