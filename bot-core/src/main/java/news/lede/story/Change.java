package news.lede.story;

import java.util.Optional;

/** One thing that a revision of a story brought. What news says is verbatim; words around it are for whoever shows it. */
public sealed interface Change {
    /** The story began. {@code proof}: the first sentence of its first article, absent where that has no text. */
    record FirstReport(Optional<Proof> proof) implements Change {}

    /** Another publication with nothing that the story did not know. */
    record NewSource() implements Change {}

    /** The same report in another place. */
    record Copy() implements Change {}

    /**
     * A figure that the story did not have. {@code figure}: as written, with what it counts ("14 dead"); {@code before}: what was said of the same thing last.
     *
     * @param toll what it counts where that is a toll that readers follow, as a key ("killed", {@link WhatIsNew} has them all), else empty
     */
    record NewFigure(String figure, String toll, Optional<Earlier> before, Proof proof) implements Change {}

    /** What was said before, and where: who may not see that article is not shown it. */
    record Earlier(String figure, Proof proof) {}

    /** The event came to something, told as having happened. */
    record NewOutcome(Outcome outcome, Proof proof) implements Change {}

    /** Somebody whom no article of the story had named, whom the event is about or who holds an office in it; not one who only speaks or writes about it. */
    record NewPerson(String name, Proof proof) implements Change {}

    /** The publisher gave its article another headline. */
    record HeadlineChanged(String before, String after) implements Change {}

    /** The publisher says in its article that it corrected it. */
    record CorrectionNote(Proof note) implements Change {}

    /** The publisher wrote another name or figure into a sentence that stayed the same otherwise. */
    record TextCorrected(String before, Proof after) implements Change {}

    /** The publisher took its article down. {@code status}: what its address answers, 404 or 410. */
    record Withdrawn(int status) implements Change {}

    /** Another story turned out to be this one. */
    record Merged(StoryId absorbed) implements Change {}

    /** Whether a publisher changed what it had said. */
    default boolean correcting() {
        return switch (this) {
            case HeadlineChanged _, CorrectionNote _, TextCorrected _, Withdrawn _ -> true;
            case FirstReport _, NewSource _, Copy _, NewFigure _, NewOutcome _, NewPerson _, Merged _ -> false;
        };
    }
}
