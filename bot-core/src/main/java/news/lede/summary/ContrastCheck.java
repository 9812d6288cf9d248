package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Folding;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * A word must not become one that excludes it: "rose" not "fell", "before" not "after", "some" not "all", Tuesday not Friday. Where the evidence has both, what stands around tells which
 * is meant.
 */
final class ContrastCheck {
    private static final int AROUND = 6;

    /** A word of a family in a text, by its side, and the telling words around it. */
    private record Spot(int side, String written, Set<String> around) {}

    /** A folded text with its words. */
    private record Folded(String text, List<Token> tokens) {
        static Folded of(Passage passage) {
            Language language = passage.language();
            String text = Folding.fold(passage.text(), language);
            return new Folded(text, Tokens.of(text, language));
        }

        Set<String> around(MatchResult found) {
            int first = 0;
            while (first < tokens.size() && tokens.get(first).span().end() <= found.start()) {
                first++;
            }
            int behind = first;
            while (behind < tokens.size() && tokens.get(behind).span().start() < found.end()) {
                behind++;
            }
            List<Token> near = new ArrayList<>(tokens.subList(Math.max(0, first - AROUND), first));
            near.addAll(tokens.subList(behind, Math.min(tokens.size(), behind + AROUND)));
            return Passage.tellingStems(near);
        }
    }

    private ContrastCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        Folded text = Folded.of(said);
        Folded evidence = Folded.of(known);
        List<Refusal> refusals = new ArrayList<>();
        Contrasts.of(said.language()).opposed().forEach(family -> {
            List<Spot> there = spots(family, evidence);
            List<Spot> here = spots(family, text);
            for (Spot spot : here) {
                boolean otherSide = family.name().equals("win") && RoleCheck.sameFromOtherSide("win", said, known);
                if (otherSide) {
                    continue;
                }
                if (family.isDate() ? there.stream().noneMatch(s -> s.side == spot.side) : turned(spot, here, there)) {
                    refusals.add(new Refusal(family.isDate() ? Kind.DATE : Kind.NEGATION, spot.written));
                }
            }
        });
        return refusals;
    }

    private static boolean turned(Spot spot, List<Spot> here, List<Spot> there) {
        int same = nearest(spot, there.stream().filter(s -> s.side == spot.side));
        int other = nearest(spot, there.stream().filter(s -> s.side != spot.side));
        if (other < 0) {
            return false;
        }
        if (same < 0) {
            return other > 0 || here.stream().allMatch(s -> s.side == spot.side);
        }
        return other > same + 1;
    }

    private static int nearest(Spot spot, java.util.stream.Stream<Spot> others) {
        return others.mapToInt(other -> {
                    Set<String> shared = new HashSet<>(spot.around);
                    shared.retainAll(other.around);
                    return shared.size();
                })
                .max()
                .orElse(-1);
    }

    private static List<Spot> spots(Contrasts.Family family, Folded text) {
        List<Spot> spots = new ArrayList<>();
        List<Pattern> sides = family.sides();
        IntStream.range(0, sides.size())
                .forEach(side -> sides.get(side)
                        .matcher(text.text)
                        .results()
                        .forEach(found -> spots.add(new Spot(side, found.group(), text.around(found)))));
        return spots;
    }
}
