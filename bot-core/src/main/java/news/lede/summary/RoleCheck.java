package news.lede.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.summary.Acts.Act;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;

/**
 * Who did it and to whom it was done must not change places: "Norby beat Sundby" is not "Sundby beat Norby", and "Norby was beaten by Sundby" neither. Told by the order around one verb of both
 * the text and the evidence, turned once by the passive and once by a verb that tells it from the other side ("lost to").
 */
final class RoleCheck {
    private static final Pattern QUOTED_NAME = Pattern.compile("[«“„\"](\\p{L}[^«»“”„\"]{2,40})[»”“\"]");

    private RoleCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        List<Act> evidence = acts(known);
        List<Act> text = acts(said);
        Set<String> agreed = new HashSet<>();
        text.stream()
                .filter(act -> evidence.stream().anyMatch(other -> agrees(act, other)))
                .forEach(act -> agreed.add(act.verb()));
        List<Refusal> refusals = text.stream()
                .filter(act -> !agreed.contains(act.verb())
                        && evidence.stream().anyMatch(other -> turned(act, other, said, known)))
                .map(act -> new Refusal(
                        Kind.NAME,
                        String.join(" ", act.before()) + " " + act.verb() + " " + String.join(" ", act.behind())))
                .toList();
        return refusals.isEmpty() ? List.of() : refusals.subList(0, 1);
    }

    /** Whether the text tells from the other side what the evidence tells, of a verb of that family, and the same. */
    static boolean sameFromOtherSide(String family, Passage said, Passage known) {
        List<Act> evidence = acts(known);
        return acts(said).stream()
                .filter(act -> act.verb().equals(family))
                .anyMatch(act -> evidence.stream().anyMatch(other -> agrees(act, other)));
    }

    private static List<Act> acts(Passage passage) {
        return switch (passage.language().code()) {
            case "zh", "ja" -> UncasedActs.of(passage);
            default -> Acts.of(passage);
        };
    }

    private static boolean agrees(Act one, Act other) {
        return one.verb().equals(other.verb())
                && (one.passive() == other.passive() ? straight(one, other) : crossed(one, other));
    }

    private static boolean turned(Act one, Act other, Passage said, Passage known) {
        if (!one.verb().equals(other.verb())) {
            return false;
        }
        if (RoleWords.of(said.language().code()).cases() && !namesHaveNoEndings(one, said, known)) {
            return false;
        }
        return one.passive() == other.passive()
                ? crossed(one, other) && !straight(one, other)
                : straight(one, other) && !crossed(one, other);
    }

    private static boolean straight(Act one, Act other) {
        Set<String> onBoth = onBoth(one, other);
        return meet(one.before(), other.before(), onBoth) && meet(one.behind(), other.behind(), onBoth);
    }

    private static boolean crossed(Act one, Act other) {
        Set<String> onBoth = onBoth(one, other);
        return meet(one.before(), other.behind(), onBoth) && meet(one.behind(), other.before(), onBoth);
    }

    /** "Team" in "team A beat team B" tells neither from the other. */
    private static Set<String> onBoth(Act one, Act other) {
        Set<String> onBoth = new HashSet<>(one.before());
        onBoth.retainAll(one.behind());
        other.before().stream().filter(other.behind()::contains).forEach(onBoth::add);
        return onBoth;
    }

    private static boolean meet(Set<String> one, Set<String> other, Set<String> butNot) {
        return one.stream().anyMatch(who -> other.contains(who) && !butNot.contains(who));
    }

    /** Where endings tell who did it, the order may change; a name in quotation marks has none, and one whose ending changed with its place changed its role. */
    private static boolean namesHaveNoEndings(Act act, Passage said, Passage known) {
        Set<String> quoted = new HashSet<>();
        QUOTED_NAME
                .matcher(said.text())
                .results()
                .forEach(found -> quoted.add(found.group(1).toLowerCase(Locale.ROOT)));
        return act.before().stream().anyMatch(who -> startsOne(quoted, who) || changed(who, said, known))
                && act.behind().stream().anyMatch(who -> startsOne(quoted, who) || changed(who, said, known));
    }

    private static boolean startsOne(Set<String> quoted, String who) {
        return quoted.stream().anyMatch(name -> name.startsWith(who));
    }

    private static boolean changed(String stem, Passage said, Passage known) {
        Set<String> here = forms(said, stem);
        here.retainAll(forms(known, stem));
        return here.isEmpty();
    }

    private static Set<String> forms(Passage passage, String stem) {
        Set<String> forms = new HashSet<>();
        passage.tokens().stream().filter(t -> t.stem().equals(stem)).forEach(t -> forms.add(t.folded()));
        return forms;
    }
}
