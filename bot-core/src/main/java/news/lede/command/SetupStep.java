package news.lede.command;

import java.util.Optional;

/** What {@code /setup} asks for, in this order, and what it shows at the end. {@code option} is what a step sets first. */
enum SetupStep {
    LANGUAGE("language"),
    ZONE("zone"),
    PACKS("packs"),
    TOPICS("topics"),
    STYLE("style"),
    WHEN("when"),
    BUDGET("budget"),
    /** What the last 24 hours would have looked like; sets nothing. */
    PREVIEW("");

    private final String option;

    SetupStep(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }

    Optional<SetupStep> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    Optional<SetupStep> before() {
        return ordinal() > 0 ? Optional.of(values()[ordinal() - 1]) : Optional.empty();
    }
}
