package news.lede.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.story.Claims.Counted;
import news.lede.story.Known.Said;
import news.lede.text.Figure;

/**
 * Says what an article adds to its story, and whether readers who know the story want to hear of it. Pure.
 *
 * <ul>
 *   <li>The first article is the story: material.
 *   <li>The same report in another place is never material, whatever an editor changed in it.
 *   <li>A figure that goes with nothing said so far of the same thing is new; it is material when it is a toll (of dead, injured, missing ...), since that is what
 *       readers follow. The first toll of a story is new too.
 *   <li>An outcome that nobody had spoken of is new: material.
 *   <li>A person whom nobody had named is new; not material by itself, since most stories go on naming people.
 *   <li>Another source with none of these: not material.
 * </ul>
 */
final class WhatIsNew {
    /** What readers follow from one number to the next; keys of {@link news.lede.text.Figure#counted}. */
    private static final Set<String> TOLLS = Set.of(
            "killed", "injured", "missing", "arrested", "evacuated", "displaced", "rescued", "infected", "trapped");

    private static final Map<Outcome, String> TOLD_AS_TOLL =
            Map.of(Outcome.DEATH, "killed", Outcome.ARREST, "arrested", Outcome.RESCUE, "rescued");

    private static final int MOST_OF_A_KIND = 2;
    private static final BigDecimal CORRECTED = new BigDecimal("0.7");

    private WhatIsNew() {}

    /** What a revision brings. */
    record Novelty(boolean material, List<Change> changes) {}

    static Novelty copy() {
        return new Novelty(false, List.of(new Change.Copy()));
    }

    static Novelty of(Claims claims, Known known) {
        if (known.isEmpty()) {
            Optional<Proof> lead = Optional.of(claims.lead()).filter(proof -> proof.paragraph() != Proof.TITLE);
            return new Novelty(true, List.of(new Change.FirstReport(lead)));
        }
        return more(claims, known).orElseGet(() -> new Novelty(false, List.of(new Change.NewSource())));
    }

    /** What is new beyond that there is one more source; empty when nothing is. */
    static Optional<Novelty> more(Claims claims, Known known) {
        List<Change> changes = new ArrayList<>();
        boolean material = false;
        for (Outcomes.Told told : claims.outcomes().told()) {
            if (!known.has(told.outcome()) && count(changes, Change.NewOutcome.class) < MOST_OF_A_KIND) {
                changes.add(new Change.NewOutcome(told.outcome(), told.proof()));
                material = true;
            }
        }
        for (Counted counted : claims.figures()) {
            List<Said> said = known.comparable(counted.figure());
            boolean toll = TOLLS.contains(counted.figure().counted());
            boolean isNew =
                    said.isEmpty() ? toll && severalOrDead(counted.figure()) : differs(counted, said, claims, toll);
            if (isNew && count(changes, Change.NewFigure.class) < MOST_OF_A_KIND) {
                changes.add(new Change.NewFigure(
                        counted.phrase(),
                        toll ? counted.figure().counted() : "",
                        said.stream().findFirst().map(last -> new Change.Earlier(last.phrase(), last.proof())),
                        counted.proof()));
                material |= toll;
            }
        }
        for (Persons.Person person : claims.persons()) {
            if (!known.names(person.words()) && count(changes, Change.NewPerson.class) < MOST_OF_A_KIND) {
                changes.add(new Change.NewPerson(person.name(), person.proof()));
            }
        }
        changes.removeIf(change -> change instanceof Change.NewOutcome outcome && counted(outcome, changes));
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Novelty(material, changes));
    }

    /**
     * An article from before the newest figure brings an old one, however new it is to us. What is no toll is compared only where both articles lead with it, and never a
     * mere number of things: "three shells" and "two tank shells" are nearly always said of different ones.
     */
    private static boolean differs(Counted counted, List<Said> said, Claims claims, boolean toll) {
        return said.stream().allMatch(one -> counted.figure().conflictsWith(one.figure()))
                && !(toll && isBelow(counted, said))
                && said.stream().noneMatch(one -> claims.published().isBefore(one.published()))
                && (toll
                        || (counted.figure().kind() != Figure.Kind.COUNT
                                && counted.leading()
                                && said.stream().anyMatch(one -> one.leading())));
    }

    /**
     * Tolls rise; a lower one counts fewer people, such as those of one side or place. Only an article that leads with one a little lower may correct it.
     */
    private static boolean isBelow(Counted counted, List<Said> said) {
        BigDecimal value = counted.figure().value();
        return said.stream()
                .map(one -> counted.leading()
                        ? one.figure().value().multiply(CORRECTED)
                        : one.figure().value())
                .anyMatch(known -> value.compareTo(known) < 0);
    }

    /** One arrested or one rescued is told as an outcome. */
    private static boolean severalOrDead(Figure figure) {
        return figure.counted().equals("killed") || figure.value().compareTo(BigDecimal.ONE) > 0;
    }

    /** "14 people died" is told as a number, not as a death too. */
    private static boolean counted(Change.NewOutcome outcome, List<Change> changes) {
        String toll = TOLD_AS_TOLL.getOrDefault(outcome.outcome(), "");
        return changes.stream()
                .anyMatch(change -> change instanceof Change.NewFigure figure
                        && figure.toll().equals(toll)
                        && figure.proof().equals(outcome.proof()));
    }

    private static long count(List<Change> changes, Class<? extends Change> kind) {
        return changes.stream().filter(kind::isInstance).count();
    }
}
