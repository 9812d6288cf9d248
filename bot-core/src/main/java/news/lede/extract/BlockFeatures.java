package news.lede.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.extract.Layout.Place;
import news.lede.extract.Layout.Tag;
import org.jspecify.annotations.Nullable;

/** Describes each block of a page in numbers, for {@link BodyModel}: its words and marks, where it stands, and what stands around it. Immutable. */
final class BlockFeatures {
    private static final float[] NOTHING = {};

    private static final int LONGEST_TITLE = 60;

    private static final double SAME_TITLE = 0.8;

    private final Furniture furniture;
    private final RelativeTimes times;
    private final BodyFinder finder = new BodyFinder();
    private final Hints hints = new Hints();

    BlockFeatures(Furniture furniture, RelativeTimes times) {
        this.furniture = furniture;
        this.times = times;
    }

    Page of(List<Block> blocks, PageFacts facts) {
        return new Page(blocks, facts);
    }

    final class Page {
        final List<Block> blocks;
        final int n;
        final PageFacts facts;
        final Layout layout;
        final Place[] homes;
        final Place[] groups;
        final int[] words;
        final float[] like;
        final float[] links;
        final boolean[] prose;
        final boolean[] sentence;
        final boolean[] breaks;
        final boolean[] stray;
        final int[] hint;
        final int[] before;
        final int[] path;
        final Map<Integer, Integer> pathProse = new HashMap<>();
        final Map<Integer, Integer> pathWords = new HashMap<>();
        final Map<String, Integer> texts = new HashMap<>();
        final Set<Integer> anchor;
        final Set<Integer> description;
        final @Nullable Place root;
        int title = -1;
        int first = -1;
        int last = -1;
        float[] row = new float[0];
        int at;

        private Page(List<Block> blocks, PageFacts facts) {
            this.blocks = blocks;
            this.facts = facts;
            n = blocks.size();
            layout = finder.layout(blocks);
            homes = new Place[n];
            groups = new Place[n];
            words = new int[n];
            like = new float[n];
            List<String> titleWords = facts.title().map(Phrases::words).orElse(List.of());
            links = new float[n];
            prose = new boolean[n];
            sentence = new boolean[n];
            breaks = new boolean[n];
            stray = new boolean[n];
            hint = new int[n];
            before = new int[n + 1];
            path = new int[n];
            anchor = facts.statedBody()
                    .filter(b -> Tokens.words(b) > 30)
                    .map(Overlap::shingles)
                    .orElse(Set.of());
            description = facts.description().map(Overlap::shingles).orElse(Set.of());
            double likest = 0.6;
            for (int i = 0; i < n; i++) {
                Block block = blocks.get(i);
                words[i] = block.words();
                List<Token> own = block.tokens();
                links[i] = (float) BodyFinder.linkShare(block);
                prose[i] = BodyFinder.isProse(block);
                sentence[i] = Marks.endsSentence(block.text());
                breaks[i] = furniture.endsArticle(block) || furniture.isPointer(block);
                stray[i] = furniture.isStray(block);
                hint[i] = hints.of(own);
                before[i + 1] = before[i] + (prose[i] ? words[i] : 0);
                texts.merge(block.text(), 1, Integer::sum);
                if (block.home() != null) {
                    homes[i] = layout.place(block.home());
                    groups[i] = Layout.group(homes[i]);
                    path[i] = block.home().normalName().hashCode() * 31
                            + block.home().className().hashCode() * 17
                            + (homes[i].parent == null
                                    ? 0
                                    : homes[i].parent.element.normalName().hashCode() * 7
                                            + homes[i].parent
                                                    .element
                                                    .className()
                                                    .hashCode());
                    pathWords.merge(path[i], words[i], Integer::sum);
                    if (prose[i]) {
                        pathProse.merge(path[i], words[i], Integer::sum);
                    }
                }
                like[i] = facts.title().isPresent() && words[i] < LONGEST_TITLE
                        ? (float) Overlap.ofWords(titleWords, Phrases.folded(own))
                        : -1;
                double likeness = like[i] + (block.kind() == Block.Kind.HEADING ? 0.1 : 0);
                if (words[i] < 50 && likeness > likest) {
                    likest = likeness;
                    title = i;
                }
            }
            root = homes.length == 0 ? null : finder.root(layout, blocks, facts).orElse(null);
            for (int i = 0; i < n; i++) {
                if (prose[i] && inRoot(i)) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
        }

        /** Which block shows the headline first as a heading; -1 for none. */
        int title() {
            for (int i = 0; i < n; i++) {
                if (like[i] >= SAME_TITLE && blocks.get(i).kind() == Block.Kind.HEADING) {
                    return i;
                }
            }
            return -1;
        }

        boolean inRoot(int i) {
            if (root == null) {
                return true;
            }
            for (Place p = homes[i]; p != null; p = p.parent) {
                if (p == root) {
                    return true;
                }
            }
            return false;
        }

        float[][] rows() {
            float[][] out = new float[n][];
            int heading = -1;
            int seenBreak = -1;
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < n; i++) {
                row = new float[192];
                at = 0;
                Block block = blocks.get(i);
                text(i, block);
                put("repeats", texts.getOrDefault(block.text(), 1));
                put("again", seen.merge(block.text(), 1, Integer::sum));
                place(i);
                around(i);
                put("break.since", seenBreak < 0 ? -1 : i - seenBreak);
                put(
                        "break.prose",
                        seenBreak < 0 || layout.prose == 0
                                ? -1
                                : (before[i] - before[seenBreak]) / (float) layout.prose);
                put("break.shared", seenBreak < 0 || homes[i] == null ? -1 : shared(i, seenBreak));
                put("heading.since", heading < 0 ? -1 : i - heading);
                put("heading.breaks", heading < 0 ? -1 : breaks[heading] || stray[heading] ? 1 : 0);
                if (block.kind() == Block.Kind.HEADING) {
                    heading = i;
                }
                if (breaks[i] && before[i] > 0) {
                    seenBreak = i;
                }
                anchors(i, block);
                out[i] = Arrays.copyOf(row, at);
            }
            return out;
        }

        /** The numbers of a second look: those of the first, and what the first look found around each block. */
        float[][] again(float[][] rows, float[] chances) {
            return again(rows, chances, 0);
        }

        /** As above; blocks of a lower chance than {@code least} are not looked at again, their rows are empty. */
        float[][] again(float[][] rows, float[] chances, double least) {
            float total = 0.001f;
            int first = -1;
            int last = -1;
            double[] sum = new double[n + 1];
            IdentityHashMap<Place, float[]> places = new IdentityHashMap<>();
            Map<Integer, float[]> paths = new HashMap<>();
            Map<String, Float> best = new HashMap<>();
            for (int i = 0; i < n; i++) {
                float found = chances[i] * words[i];
                total += found;
                sum[i + 1] = sum[i] + found;
                if (chances[i] > 0.5) {
                    first = first < 0 ? i : first;
                    last = i;
                }
                best.merge(blocks.get(i).text(), chances[i], Math::max);
                add(paths.computeIfAbsent(path[i], k -> new float[2]), found, words[i]);
                for (Place place = homes[i]; place != null; place = place.parent) {
                    add(places.computeIfAbsent(place, k -> new float[2]), found, words[i]);
                }
            }
            float[][] out = new float[n][];
            for (int i = 0; i < n; i++) {
                if (chances[i] < least) {
                    out[i] = NOTHING;
                    continue;
                }
                row = Arrays.copyOf(rows[i], rows[i].length + 40);
                at = rows[i].length;
                for (int step = -3; step <= 3; step++) {
                    put("chance.beside", i + step < 0 || i + step >= n ? 0 : chances[i + step]);
                }
                put("found", total);
                put("found.before", (float) sum[i] / total);
                put("found.near", (float) (sum[Math.min(n, i + 6)] - sum[Math.max(0, i - 5)]) / total);
                put(
                        "found.share",
                        (float) (sum[Math.min(n, i + 6)] - sum[Math.max(0, i - 5)])
                                / Math.max(1, wordsBetween(i - 5, i + 6)));
                put("found.behind", (float) (sum[i] - sum[Math.max(0, i - 10)]) / Math.max(1, wordsBetween(i - 10, i)));
                put(
                        "found.ahead",
                        (float) (sum[Math.min(n, i + 11)] - sum[i + 1]) / Math.max(1, wordsBetween(i + 1, i + 11)));
                put("found.first", first < 0 ? -1000 : i - first);
                put("found.last", last < 0 ? -1000 : last - i);
                put("found.same", best.getOrDefault(blocks.get(i).text(), 0f));
                float[] same = paths.getOrDefault(path[i], new float[2]);
                put("found.path", same[0] / total);
                put("found.path.share", same[0] / Math.max(1, same[1]));
                Place group = groups[i];
                for (int level = 0; level < 4; level++) {
                    float[] in = group == null ? null : places.get(group);
                    put("found.group.up", in == null ? -1 : in[0] / total);
                    put("found.group.share.up", in == null ? -1 : in[0] / Math.max(1, in[1]));
                    group = group == null || group.parent == null ? group : group.parent;
                }
                out[i] = Arrays.copyOf(row, at);
            }
            return out;
        }

        private int wordsBetween(int from, int to) {
            int sum = 0;
            for (int i = Math.max(0, from); i < Math.min(n, to); i++) {
                sum += words[i];
            }
            return sum;
        }

        private static void add(float[] sums, float found, int words) {
            sums[0] += found;
            sums[1] += words;
        }

        private void text(int i, Block block) {
            String text = block.text();
            int letters = 0;
            int upper = 0;
            int digits = 0;
            int commas = 0;
            int quotes = 0;
            int stops = 0;
            for (int c = 0; c < text.length(); c++) {
                char ch = text.charAt(c);
                if (ch >= 'a' && ch <= 'z') {
                    letters++;
                } else if (Character.isLetter(ch)) {
                    letters++;
                    upper += Character.isUpperCase(ch) ? 1 : 0;
                } else if (Character.isDigit(ch)) {
                    digits++;
                } else if (ch == ',' || ch == '、' || ch == '，' || ch == '،') {
                    commas++;
                } else if ("\"“”„«»「」".indexOf(ch) >= 0) {
                    quotes++;
                } else if (Marks.isTerminal(ch)) {
                    stops++;
                }
            }
            put("words", words[i]);
            put("links", links[i]);
            put("prose", prose[i]);
            put("sentence", sentence[i]);
            put("big", Marks.startsBig(text));
            put("colon", text.endsWith(":"));
            put("upper", upper / (float) Math.max(1, letters));
            put("digits", digits / (float) text.length());
            put("commas", commas / (float) Math.max(1, words[i]));
            put("stops", stops / (float) Math.max(1, words[i]));
            put("quotes", quotes);
            put("parts", block.parts().size());
            put("letters", letters / (float) Math.max(1, words[i]));
            put("kind", block.kind().ordinal());
            put("tag", block.home() == null ? 0 : tag(block.home().normalName()));
            put("hidden", block.hidden());
            put("breaks", breaks[i]);
            put("stray", stray[i]);
            for (Hints.Kind kind : Hints.Kind.values()) {
                put("hint", (hint[i] & kind.bit()) != 0);
            }
            put("speaks", (hint[i] >>> 16) / (float) Math.max(1, words[i]));
            put("mark", mark(text));
            put("mail", text.indexOf('@') >= 0 || text.contains("http") || text.contains("www."));
            put("hints", Integer.bitCount(hint[i] & 0xFFFF));
            put("title.like", like[i]);
            put("age", words[i] < 12 && times.within(text, block.tokens()).isPresent());
        }

        /** What kind of mark the text begins with. */
        private float mark(String text) {
            int first = text.codePointAt(0);
            return switch (first) {
                case '[', '(' -> 1;
                case '—', '–', '-', '•', '*', '·', '|' -> 2;
                case '"', '“', '„', '«', '‘', '\'' -> 3;
                case '>', '»', '›', '→', '▶', '+' -> 4;
                default -> Character.isDigit(first) ? 5 : Character.isLetter(first) ? 0 : 6;
            };
        }

        private float tag(String tag) {
            return switch (tag) {
                case "p" -> 1;
                case "div" -> 2;
                case "li" -> 3;
                case "h1" -> 4;
                case "h2" -> 5;
                case "h3" -> 6;
                case "h4", "h5", "h6" -> 7;
                case "td", "th", "tr" -> 8;
                case "figcaption", "caption", "figure" -> 9;
                case "blockquote" -> 10;
                case "section", "article", "main" -> 11;
                case "br" -> 12;
                default -> 13;
            };
        }

        private void place(int i) {
            put("at", i / (float) n);
            put("before", before[i] / (float) Math.max(1, layout.prose));
            put("before.words", before[i]);
            put("total", layout.prose);
            put("blocks", n);
            put("title.since", title < 0 ? -1000 : i - title);
            put("title.prose", title < 0 ? -1 : before[i] - before[title]);
            boolean inside = inRoot(i);
            put("root", inside);
            put("root.share", root == null ? -1 : root.prose / (float) Math.max(1, layout.prose));
            put(
                    "root.at",
                    root == null || !inside || root.prose == 0 || first < 0
                            ? -1
                            : (before[i] - before[first]) / (float) root.prose);
            put("first.since", first < 0 ? -1000 : i - first);
            put("last.until", last < 0 ? -1000 : last - i);
            put("last.words", last < 0 ? 0 : before[last + 1] - before[Math.min(i, last + 1)]);
            Place home = homes[i];
            int below = home == null || root == null ? 0 : home.depth - root.depth;
            put("depth", home == null ? 0 : home.depth);
            put("below", inside ? below : -1);
            int inner = home == null ? 0 : inside && root != null ? home.tags & ~root.tags : home.tags;
            for (Tag tag : Tag.values()) {
                put("in", (inner & tag.bit()) != 0);
            }
            int above = home == null ? 0 : inside && root != null ? home.names & ~root.names : home.names;
            int near = home == null ? 0 : home.own | (home.parent == null ? 0 : home.parent.own);
            for (Names.Family family : Names.Family.values()) {
                put("name", ((above & family.bit()) != 0 ? 1 : 0) + ((near & family.bit()) != 0 ? 1 : 0));
            }
            put("articles", home == null ? 0 : home.articles - (inside && root != null ? root.articles : 0));
            put("lists", home == null ? 0 : home.lists - (inside && root != null ? root.lists : 0));
            put("suspects", home == null ? 0 : home.suspects - (inside && root != null ? root.suspects : 0));
            Place suspect = home == null ? null : home.suspect;
            put("suspect.up", suspect == null || home == null ? -1 : home.depth - suspect.depth);
            put("suspect.prose", suspect == null ? -1 : suspect.prose / (float) Math.max(1, layout.prose));
            put("suspect.pure", suspect == null ? -1 : suspect.prose / (float) Math.max(1, suspect.all()));
            Place named = home == null ? null : home.named;
            put("named.up", named == null || home == null ? -1 : home.depth - named.depth);
            put("named.rank", named == null ? -1 : named.rank);
            put("named.prose", named == null ? -1 : named.prose / (float) Math.max(1, layout.prose));
            put("named.pure", named == null ? -1 : named.prose / (float) Math.max(1, named.all()));
            Place group = groups[i];
            for (int level = 0; level < 4; level++) {
                put("group.prose.up", group == null ? -1 : group.prose / (float) Math.max(1, layout.prose));
                put("group.pure.up", group == null ? -1 : group.prose / (float) Math.max(1, group.all()));
                put("group.size.up", group == null ? -1 : group.all() / (float) Math.max(1, group.blocks));
                if (group != null && group.parent != null) {
                    group = group.parent;
                }
            }
            put("home.words", home == null ? 0 : home.all());
            put("home.blocks", home == null ? 0 : home.blocks);
            put("path.prose", pathProse.getOrDefault(path[i], 0) / (float) Math.max(1, layout.prose));
            put(
                    "path.pure",
                    pathProse.getOrDefault(path[i], 0) / (float) Math.max(1, pathWords.getOrDefault(path[i], 1)));
        }

        private void around(int i) {
            for (int step : new int[] {-3, -2, -1, 1, 2, 3}) {
                int o = i + step;
                boolean there = o >= 0 && o < n;
                put("words.beside", there ? words[o] : -1);
                put("prose.beside", there && prose[o]);
                if (Math.abs(step) < 3) {
                    put("links.beside", there ? links[o] : -1);
                    put("group.beside", there && groups[o] == groups[i]);
                    put("hints.beside", there ? Integer.bitCount(hint[o] & 0xFFFF) : 0);
                    put("furniture.beside", there && (breaks[o] || stray[o]));
                }
                if (Math.abs(step) == 1) {
                    put("kind.beside", there ? blocks.get(o).kind().ordinal() : -1);
                    put("path.beside", there && path[o] == path[i]);
                    put("shared.beside", there && homes[i] != null ? shared(i, o) : -1);
                    put("sentence.beside", there && sentence[o]);
                }
            }
            put("prose.near", before[Math.min(n, i + 6)] - before[Math.max(0, i - 5)]);
            put("prose.behind", before[i] - before[Math.max(0, i - 10)]);
            put("prose.ahead", before[Math.min(n, i + 11)] - before[i + 1]);
        }

        /** The share of the page's prose under the nearest element around both blocks. */
        private float shared(int i, int o) {
            Place a = homes[i];
            Place b = homes[o];
            while (a != null && b != null && a != b) {
                if (a.depth >= b.depth) {
                    a = a.parent;
                } else {
                    b = b.parent;
                }
            }
            return a == null ? 1 : a.prose / (float) Math.max(1, layout.prose);
        }

        private void anchors(int i, Block block) {
            boolean told = words[i] > 3;
            put("stated", anchor.isEmpty() || !told ? -1 : (float) Overlap.contained(block.tokens(), anchor));
            put("stated.size", anchor.isEmpty() ? -1 : anchor.size() / (float) Math.max(1, layout.prose));
            put(
                    "described",
                    description.isEmpty() || !told ? -1 : (float) Overlap.contained(block.tokens(), description));
        }

        private void put(String name, boolean value) {
            put(name, value ? 1 : 0);
        }

        /** The name says to readers what the next number is; the trees know it by its place. */
        @SuppressWarnings("UnusedVariable")
        private void put(String name, float value) {
            if (at == row.length) {
                row = Arrays.copyOf(row, 2 * at);
            }
            row[at++] = value;
        }
    }
}
