package news.lede.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.lede.story.Difference;
import news.lede.story.Dispute;
import news.lede.story.Side;

/** What sources differ in, in words: headings of what is compared and labels of who says what. For one language. */
public final class Differences {
    /** Things counted that we have words for, by the keys of their texts. */
    private static final Set<String> EVENTS = Set.of(
            "counted.killed",
            "counted.injured",
            "counted.missing",
            "counted.arrested",
            "counted.evacuated",
            "counted.displaced",
            "counted.rescued",
            "counted.infected",
            "counted.trapped",
            "counted.charged",
            "counted.votes",
            "counted.jobs",
            "counted.destroyed",
            "counted.damaged",
            "counted.hostages",
            "counted.without-power",
            "counted.seats",
            "counted.magnitude",
            "counted.people");

    private static final Set<String> THINGS = Set.of(
            "counted.thing.civilian",
            "counted.thing.child",
            "counted.thing.woman",
            "counted.thing.man",
            "counted.thing.soldier",
            "counted.thing.police",
            "counted.thing.home",
            "counted.thing.building",
            "counted.thing.worker",
            "counted.thing.migrant",
            "counted.thing.passenger",
            "counted.thing.pupil",
            "counted.thing.tourist");

    /** Events that things of their own are counted by: soldiers killed, homes destroyed. */
    private static final Set<String> WITH_THINGS = Set.of(
            "counted.only.killed",
            "counted.only.injured",
            "counted.only.missing",
            "counted.only.arrested",
            "counted.only.evacuated",
            "counted.only.displaced",
            "counted.only.rescued",
            "counted.only.infected",
            "counted.only.trapped",
            "counted.only.charged",
            "counted.only.destroyed",
            "counted.only.damaged");

    private final Texts texts;

    public Differences(Texts texts) {
        this.texts = texts;
    }

    /** "Figures: people killed - sources differ". */
    public String heading(Dispute dispute) {
        String what = counted(dispute.counted());
        String standing =
                texts.text(dispute.standing() == Dispute.Standing.DISPUTED ? "compare.disputed" : "compare.developed");
        return what.isEmpty()
                ? texts.text("compare.figures", standing)
                : texts.text("compare.figures-of", what, standing);
    }

    /** What is counted in words; empty where we have none. */
    private String counted(String key) {
        int colon = key.indexOf(':');
        String event = "counted." + (colon < 0 ? key : key.substring(0, colon));
        if (colon < 0) {
            return EVENTS.contains(event) ? texts.text(event) : thing(key);
        }
        String thing = thing(key.substring(colon + 1));
        String happened = "counted.only." + key.substring(0, colon);
        return thing.isEmpty() || !WITH_THINGS.contains(happened)
                ? ""
                : texts.text("counted.of", thing, texts.text(happened));
    }

    private String thing(String noun) {
        String key = "counted.thing." + noun;
        return THINGS.contains(key) ? texts.text(key) : "";
    }

    /** What each side says, in their order: the value, with "earlier" and "now" where it developed. */
    public List<String> labels(Dispute dispute) {
        List<String> labels = new ArrayList<>();
        List<Side> sides = dispute.sides();
        for (int i = 0; i < sides.size(); i++) {
            String said = sides.get(i).said();
            if (dispute.standing() == Dispute.Standing.DISPUTED) {
                labels.add(said);
            } else {
                labels.add(texts.text(i < sides.size() - 1 ? "compare.earlier" : "compare.now", said));
            }
        }
        return labels;
    }

    public String heading(Difference difference) {
        return texts.text(
                switch (difference.kind()) {
                    case SPEAKER -> "compare.speaker";
                    case AS_FACT -> "compare.as-fact";
                    case CLAIMED -> "compare.claimed";
                    case BLAMED -> "compare.blamed";
                    case WEEKDAY, DAY -> "compare.day";
                    case TIME -> "compare.time";
                });
    }

    /** What each side says, in their order. */
    public List<String> labels(Difference difference) {
        return difference.sides().stream()
                .map(side -> side.said().isEmpty() ? texts.text("compare.fact") : side.said())
                .toList();
    }
}
