package news.lede.alert;

import java.time.Instant;
import java.util.Optional;
import news.lede.alert.Delivery.State;
import news.lede.community.Conversation;
import news.lede.story.StoryId;

/** A delivery as another one but for what is said, for the fakes that change them. */
final class Altered {
    private final Delivery row;
    private Conversation conversation;
    private Optional<StoryId> story;
    private long number;
    private int revision;
    private State state;
    private Instant planned;
    private Optional<Instant> due;
    private int attempts;
    private int doubts;
    private Optional<Instant> attempted;
    private Optional<Receipt> receipt;
    private Optional<String> problem;

    private Altered(Delivery row) {
        this.row = row;
        conversation = new Conversation(row.conversation(), row.workspace(), row.place());
        story = row.story();
        number = row.number();
        revision = row.revision();
        state = row.state();
        planned = row.planned();
        due = row.due();
        attempts = row.attempts();
        doubts = row.doubts();
        attempted = row.attempted();
        receipt = row.receipt();
        problem = row.problem();
    }

    static Altered of(Delivery row) {
        return new Altered(row);
    }

    Altered in(Conversation now) {
        conversation = now;
        return this;
    }

    Altered story(StoryId now) {
        story = Optional.of(now);
        return this;
    }

    Altered number(long now) {
        number = now;
        return this;
    }

    Altered state(State now) {
        state = now;
        return this;
    }

    /** Nothing is to be done any more, or not yet. */
    Altered idle(State now) {
        state = now;
        due = Optional.empty();
        return this;
    }

    Altered due(Instant now) {
        return due(Optional.of(now));
    }

    Altered due(Optional<Instant> now) {
        due = now;
        return this;
    }

    Altered plannedAnew(int atRevision, Instant at) {
        revision = atRevision;
        planned = at;
        return this;
    }

    Altered begun(Instant at) {
        state = State.SENDING;
        attempts++;
        attempted = Optional.of(at);
        return this;
    }

    Altered doubted() {
        doubts++;
        return this;
    }

    Altered receipt(Receipt now) {
        receipt = Optional.of(now);
        return this;
    }

    Altered problem(String now) {
        return problem(Optional.of(now));
    }

    Altered problem(Optional<String> now) {
        problem = now;
        return this;
    }

    Delivery row() {
        return new Delivery(
                row.id(),
                conversation.id(),
                conversation.place(),
                conversation.workspace(),
                row.kind(),
                story,
                number,
                revision,
                state,
                row.lane(),
                planned,
                due,
                attempts,
                doubts,
                attempted,
                receipt,
                problem);
    }
}
