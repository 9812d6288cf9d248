package news.lede.command;

import java.util.Optional;
import java.util.Set;
import news.lede.answer.Answer;

/**
 * {@code /setup}: everything that a moderator decides first, step by step. Each choice is kept at once and leaves all others as they are; nothing of the way through is remembered, so that it goes on after a
 * restart, on another device, by another moderator. What is named in one call is set in one call.
 */
final class SetupCommand implements Handler {
    private final SetupChanges changes;
    private final SetupForms forms;
    private final LastDay lastDay;

    SetupCommand(SetupChanges changes, SetupForms forms, LastDay lastDay) {
        this.changes = changes;
        this.forms = forms;
        this.lastDay = lastDay;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SETUP;
    }

    @Override
    public Answer answer(Request request) {
        Optional<SetupStep> step = request.arguments().text("step").flatMap(SpokenChoice.STEP::of);
        return switch (changes.make(request)) {
            case SetupChanges.Wrong(Answer.Notice notice) -> notice;
            case SetupChanges.Made(Request as, Set<SetupStep> changed) -> shown(as, step, changed);
        };
    }

    /** The step that was asked for, else the one that was changed; where several were, all of them in short. */
    private Answer shown(Request as, Optional<SetupStep> asked, Set<SetupStep> changed) {
        Optional<SetupStep> step =
                asked.or(() -> changed.size() == 1 ? changed.stream().findFirst() : Optional.empty());
        if (step.isEmpty()) {
            return forms.overview(as, !changed.isEmpty());
        }
        return step.get() == SetupStep.PREVIEW ? lastDay.shown(as) : forms.step(as, step.get());
    }
}
