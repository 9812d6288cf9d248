package news.lede.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the elements around a page's blocks tell of them: how much text each holds, what it is named, and what it stands in. Made for one page. */
final class Layout {
    /** Deeper elements inherit what is known at this depth. */
    static final int DEEPEST = 80;

    private static final Set<String> LEAVES = Set.of(
            "p", "li", "blockquote", "pre", "dd", "dt", "br", "h1", "h2", "h3", "h4", "h5", "h6", "td", "font", "tr");

    /** What an element's tag, names and role say; elements that are called alike are judged alike. */
    private record Called(boolean suspect, int rank, int families) {}

    /** One element. {@code suspect}, {@code named}: steps up to the nearest element with such a name, itself 0, or -1. */
    static final class Place {
        final @Nullable Place parent;
        final Element element;
        final int depth;
        final int tags;
        final int articles;
        final int lists;
        final int suspects;
        final @Nullable Place suspect;
        final @Nullable Place named;
        final int rank;
        /** Families of its own names, and of those of all elements above it too. */
        final int own;

        final int names;
        /** Words of prose in it, and of all else. */
        int prose;

        int other;
        int linked;
        int blocks;
        /** As {@link #prose} and {@link #other}, but prose in furniture counts as else. */
        int clean;

        int unclean;
        boolean furniture;
        double votes;

        private Place(@Nullable Place parent, Element element, Called called) {
            this.parent = parent;
            this.element = element;
            rank = called.rank();
            own = called.families();
            boolean suspected = called.suspect();
            names = own | (parent == null ? 0 : parent.names);
            String tag = element.normalName();
            depth = parent == null ? 0 : parent.depth + 1;
            tags = (parent == null ? 0 : parent.tags) | Tag.bit(tag);
            articles = (parent == null ? 0 : parent.articles) + (tag.equals("article") ? 1 : 0);
            lists = (parent == null ? 0 : parent.lists) + (tag.equals("ul") || tag.equals("ol") ? 1 : 0);
            suspects = (parent == null ? 0 : parent.suspects) + (suspected ? 1 : 0);
            suspect = suspected ? this : parent == null ? null : parent.suspect;
            named = rank >= 0 ? this : parent == null ? null : parent.named;
        }

        int all() {
            return prose + other;
        }
    }

    /** Tags whose presence above a block says something of it. */
    enum Tag {
        FIGURE,
        FIGCAPTION,
        ASIDE,
        FOOTER,
        HEADER,
        NAV,
        FORM,
        TABLE,
        BLOCKQUOTE,
        LI,
        SECTION,
        MAIN,
        A,
        DETAILS,
        BUTTON;

        int bit() {
            return 1 << ordinal();
        }

        static int bit(String tag) {
            return switch (tag) {
                case "figure" -> FIGURE.bit();
                case "figcaption", "caption" -> FIGCAPTION.bit();
                case "aside" -> ASIDE.bit();
                case "footer" -> FOOTER.bit();
                case "header" -> HEADER.bit();
                case "nav" -> NAV.bit();
                case "form" -> FORM.bit();
                case "table" -> TABLE.bit();
                case "blockquote" -> BLOCKQUOTE.bit();
                case "li", "dd" -> LI.bit();
                case "section" -> SECTION.bit();
                case "main" -> MAIN.bit();
                case "a" -> A.bit();
                case "details" -> DETAILS.bit();
                case "button" -> BUTTON.bit();
                default -> 0;
            };
        }
    }

    /** An element that is named like furniture is none when it holds so much of the page's prose. */
    private static final double MOST_FURNITURE = 0.4;

    private final Map<Element, Place> places = new IdentityHashMap<>();
    private final Map<String, Called> known = new HashMap<>();
    private final List<Place> inOrder = new ArrayList<>();
    private final Boilerplate boilerplate;
    private final BodyNames bodies;
    private final Names names;
    final int prose;
    final int words;

    Layout(List<Block> blocks, Boilerplate boilerplate, BodyNames bodies, Names names) {
        this.boilerplate = boilerplate;
        this.bodies = bodies;
        this.names = names;
        int proseWords = 0;
        int allWords = 0;
        for (Block block : blocks) {
            if (block.home() == null) {
                continue;
            }
            boolean isProse = BodyFinder.isProse(block);
            int size = block.words();
            proseWords += isProse ? size : 0;
            allWords += size;
            for (Place at = place(block.home()); at != null; at = at.parent) {
                at.prose += isProse ? size : 0;
                at.other += isProse ? 0 : size;
                at.linked += block.linkChars();
                at.blocks++;
            }
        }
        prose = proseWords;
        words = allWords;
        for (Place place : inOrder) {
            place.furniture = place.parent != null && place.parent.furniture
                    || place.suspect == place && place.prose < MOST_FURNITURE * prose;
        }
        for (Block block : blocks) {
            if (block.home() != null) {
                Place home = place(block.home());
                boolean counts = BodyFinder.isProse(block) && !home.furniture;
                for (Place at = home; at != null; at = at.parent) {
                    at.clean += counts ? block.words() : 0;
                    at.unclean += counts ? 0 : block.words();
                }
            }
        }
    }

    /** The elements above blocks, outer ones first. */
    List<Place> places() {
        return inOrder;
    }

    Place place(Element element) {
        Place known = places.get(element);
        if (known != null) {
            return known;
        }
        List<Element> chain = new ArrayList<>();
        for (Element at = element; at != null && !places.containsKey(at); at = at.parent()) {
            chain.add(at);
        }
        Element top = chain.getLast().parent();
        Place above = top == null ? null : places.get(top);
        for (Element at : chain.reversed()) {
            if (above != null && above.depth >= DEEPEST) {
                places.put(at, above);
                continue;
            }
            above = new Place(above, at, called(at));
            places.put(at, above);
            inOrder.add(above);
        }
        return above == null ? place(element.root()) : above;
    }

    private Called called(Element element) {
        if (element.attributesSize() == 0) {
            return known.computeIfAbsent(element.normalName(), n -> judged(element));
        }
        String called = element.attr("class");
        String id = element.id();
        int others = element.attributesSize() - (called.isEmpty() ? 0 : 1) - (id.isEmpty() ? 0 : 1);
        String key = element.normalName()
                + '\n'
                + called
                + '\n'
                + id
                + (others > 0
                        ? '\n'
                                + element.attr("role")
                                + '\n'
                                + element.attr("itemprop")
                                + '\n'
                                + element.attr("property")
                                + '\n'
                                + element.attr("data-component")
                                + '\n'
                                + element.attr("data-testid")
                        : "");
        Called judged = known.get(key);
        if (judged == null) {
            judged = judged(element);
            known.put(key, judged);
        }
        return judged;
    }

    private Called judged(Element element) {
        return new Called(boilerplate.suspects(element), bodies.rank(element), names.of(element));
    }

    boolean isInside(Block block, Place container) {
        if (block.home() == null) {
            return false;
        }
        for (Place at = place(block.home()); at != null; at = at.parent) {
            if (at == container) {
                return true;
            }
        }
        return false;
    }

    /** The element whose children a block and its like are. */
    static Place group(Place home) {
        Place at = home;
        while (at.parent != null && LEAVES.contains(at.element.normalName())) {
            at = at.parent;
        }
        return at;
    }
}
