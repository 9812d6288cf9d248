package news.lede.telegram;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;

/** Decides what an update asks us to do, quickly: the doing waits for its turn. */
final class Errands {
    private final Typed typed;
    private final AccessUpdates access;
    private final Answering answering;
    private final Presses presses;
    private final InlineAnswers inline;
    private final Lateness lateness;

    Errands(
            Typed typed,
            AccessUpdates access,
            Answering answering,
            Presses presses,
            InlineAnswers inline,
            Lateness lateness) {
        this.typed = typed;
        this.access = access;
        this.answering = answering;
        this.presses = presses;
        this.inline = inline;
        this.lateness = lateness;
    }

    /**
     * How an update reached us.
     *
     * @param late it is too old to answer
     * @param again an earlier life took it and did not finish
     * @param tooLate from when on an answer is not worth sending
     */
    record Arrival(boolean late, boolean again, Instant tooLate) {}

    /** Empty when an update is nothing to us: service messages, stickers, what is said among others. */
    Optional<Errand> of(Update update, Arrival arrival) {
        Optional<Runnable> standing = access.of(update);
        if (standing.isPresent()) {
            return Optional.of(Errand.aside(() -> {
                standing.get().run();
                welcome(update, arrival);
            }));
        }
        return UpdateReader.read(update).flatMap(incoming -> of(incoming, arrival));
    }

    private Optional<Errand> of(Incoming incoming, Arrival arrival) {
        return switch (incoming) {
            case Incoming.Written written -> {
                Optional<String> text = typed.forDesk(written);
                yield text.isPresent() ? of(written, text.get(), arrival) : overheard(written, arrival);
            }
            case Incoming.Picked picked -> of(picked, arrival);
            case Incoming.Pressed pressed -> of(pressed, arrival);
            case Incoming.PressedAfar pressed -> Optional.of(presses.of(pressed, arrival.tooLate()));
            case Incoming.Searched searched ->
                arrival.again() ? Optional.empty() : Optional.of(inline.searched(searched, arrival.tooLate()));
            case Incoming.Summoned summoned ->
                arrival.late() ? Optional.empty() : Optional.of(inline.summoned(summoned, arrival.tooLate()));
        };
    }

    private Optional<Errand> of(Incoming.Written written, String text, Arrival arrival) {
        if (arrival.late()) {
            return sorry(written.venue(), written.author(), OptionalInt.of(written.message()), arrival);
        }
        return Optional.of(Errand.inTurn(written.venue(), () -> answering.written(written, text, arrival.tooLate())));
    }

    /** What is not meant for us waits for nobody and is not kept. */
    private Optional<Errand> overheard(Incoming.Written written, Arrival arrival) {
        return arrival.late() || !Typed.isOverheard(written)
                ? Optional.empty()
                : Optional.of(Errand.fleeting(() -> answering.overheard(written, arrival.tooLate())));
    }

    private Optional<Errand> of(Incoming.Picked picked, Arrival arrival) {
        Optional<String> command = ChatPicker.command(picked.request());
        if (arrival.late()) {
            return sorry(picked.venue(), picked.author(), OptionalInt.of(picked.message()), arrival);
        }
        return command.map(
                text -> Errand.inTurn(picked.venue(), () -> answering.picked(picked, text, arrival.tooLate())));
    }

    private Optional<Errand> of(Incoming.Pressed pressed, Arrival arrival) {
        if (arrival.late()) {
            return pressed.venue().isPrivate()
                    ? sorry(pressed.venue(), pressed.author(), OptionalInt.empty(), arrival)
                    : Optional.empty();
        }
        return Optional.of(presses.of(pressed, arrival.tooLate(), arrival.again()));
    }

    /** Readers of a channel did not ask; they need not know. */
    private Optional<Errand> sorry(Venue venue, Author author, OptionalInt question, Arrival arrival) {
        return venue.kind() == Venue.Kind.CHANNEL || !lateness.isToBeTold(venue)
                ? Optional.empty()
                : Optional.of(Errand.inTurn(venue, () -> answering.sorry(venue, author, question, arrival.tooLate())));
    }

    private void welcome(Update update, Arrival arrival) throws InterruptedException {
        ChatMemberUpdated change = update.getMyChatMember();
        if (change == null || arrival.late() || !AccessUpdates.isPromotion(change)) {
            return;
        }
        Chat chat = change.getChat();
        Optional<Author> author = UpdateReader.author(change.getFrom());
        if (author.isPresent()) {
            Elsewhere place = new Elsewhere(chat.getId(), String.valueOf(chat.getTitle()));
            answering.welcome(place, author.get(), arrival.tooLate());
        }
    }
}
