package news.lede.telegram;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.answer.Answer;
import news.lede.answer.Enclosure;
import news.lede.answer.Texts;
import news.lede.command.CommandSpecs;
import news.lede.command.Uploads;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;

/** Answers what was written or pressed where we can write: as whoever asked, there, or in another chat that they speak of from their private one. */
final class Answering {
    /** A command with the chat it is about before all else: a public name or an id. */
    private static final Pattern ABOUT_PLACE =
            Pattern.compile("(/\\w+)\\s+(@\\w{4,32}|-\\d{5,18})(?:\\s+(.*))?", Pattern.DOTALL);

    private final Asking asking;
    private final Moderators moderators;
    private final Places places;
    private final Postman postman;
    private final WorkSigns signs;
    private final SentFiles files;

    Answering(Asking asking, Moderators moderators, Places places, Postman postman, WorkSigns signs, SentFiles files) {
        this.asking = asking;
        this.moderators = moderators;
        this.places = places;
        this.postman = postman;
        this.signs = signs;
        this.files = files;
    }

    /** A message meant for us; {@code text} is what it says to the desk. */
    void written(Incoming.Written written, String text, Instant tooLate) throws InterruptedException {
        OptionalInt question = OptionalInt.of(written.message());
        Matcher about = ABOUT_PLACE.matcher(text);
        if (written.venue().isPrivate() && about.matches() && CommandSpecs.actsInPlace(about.group(1))) {
            String rest = Optional.ofNullable(about.group(3)).map(r -> " " + r).orElse("");
            elsewhere(about.group(2), written, about.group(1) + rest, tooLate);
        } else if (written.venue().isPrivate() && written.place().isPresent() && text.startsWith("/")) {
            elsewhere(written.place().get().toString(), written, text, tooLate);
        } else {
            Asking.Asked asked = asked(written, text, tooLate);
            postman.deliver(asked.answer(), asked.phrases(), written.venue(), question, tooLate);
            enclose(asked, written.venue(), written.author(), tooLate);
            offerToPick(asked, written.venue(), text, tooLate);
        }
    }

    /** In private such a command is about the private chat; most who type it mean another. */
    private void offerToPick(Asking.Asked asked, Venue venue, String text, Instant tooLate)
            throws InterruptedException {
        Texts texts = asked.phrases().texts();
        Optional<ReplyKeyboardMarkup> keys = venue.isPrivate() ? ChatPicker.of(text, texts) : Optional.empty();
        if (keys.isPresent()) {
            postman.offer(texts.text("pick"), keys.get(), venue, tooLate);
        }
    }

    /** A chat that was picked is spoken of like one that was named. */
    void picked(Incoming.Picked picked, String text, Instant tooLate) throws InterruptedException {
        elsewhere(
                Long.toString(picked.chat()),
                picked.venue(),
                picked.author(),
                text,
                files.uploads(Optional.empty(), tooLate),
                tooLate);
    }

    /** Something said among others, which the desk may have a word on. */
    void overheard(Incoming.Written written, Instant tooLate) throws InterruptedException {
        Venue venue = written.venue();
        Optional<Asking.Asked> remark = asking.remark(Introductions.place(venue), written.text());
        if (remark.isPresent()) {
            postman.deliver(
                    remark.get().answer(), remark.get().phrases(), venue, OptionalInt.of(written.message()), tooLate);
        }
    }

    /** A file is for whoever asked, so it goes to their private chat; where they never opened one, they are told to. */
    private void enclose(Asking.Asked asked, Venue venue, Author author, Instant tooLate) throws InterruptedException {
        Optional<Enclosure> file = asked.answer().enclosure();
        if (file.isPresent() && !postman.enclose(file.get(), alone(venue, author), tooLate)) {
            Asking.Asked sorry = asking.notice(author.language().orElse(Locale.ENGLISH), "target.unopened");
            postman.deliver(sorry.answer(), sorry.phrases(), venue, OptionalInt.empty(), tooLate);
        }
    }

    private static Venue alone(Venue venue, Author author) {
        return venue.isPrivate() ? venue : new Venue(author.id(), Optional.empty(), Venue.Kind.PRIVATE, "");
    }

    private Asking.Asked asked(Incoming.Written written, String text, Instant tooLate) throws InterruptedException {
        Locale language = written.author().language().orElse(Locale.ENGLISH);
        try (WorkSigns.Sign _ = signs.begin(written.venue(), written.message(), text, language)) {
            return asked(written.venue(), written.author(), text, files.uploads(written.file(), tooLate));
        }
    }

    /** A button in a private chat. */
    void pressed(Incoming.Pressed pressed, String command, Instant tooLate) throws InterruptedException {
        Optional<Long> place = CallbackData.chat(pressed.data());
        if (place.isPresent()) {
            elsewhere(place.get().toString(), pressed, command, tooLate);
        } else {
            Asking.Asked asked = asked(pressed, command);
            show(asked, pressed, command, tooLate, UnaryOperator.identity());
            enclose(asked, pressed.venue(), pressed.author(), tooLate);
        }
    }

    /** A page of a form takes the place of the one before; a word on what went wrong does not, nor does news. */
    private void show(
            Asking.Asked asked,
            Incoming.Pressed pressed,
            String command,
            Instant tooLate,
            UnaryOperator<InlineKeyboardMarkup> buttons)
            throws InterruptedException {
        if (CommandSpecs.turnsPages(command)
                && asked.answer() instanceof Answer.Listing listing
                && listing.kind() == Answer.Listing.Kind.FORM) {
            postman.turn(asked.answer(), asked.phrases(), pressed.venue(), pressed.message(), tooLate, buttons);
        } else {
            postman.deliver(asked.answer(), asked.phrases(), pressed.venue(), OptionalInt.empty(), tooLate, buttons);
        }
    }

    /** What the desk says to a button. */
    Asking.Asked asked(Incoming.Pressed pressed, String command) throws InterruptedException {
        return asked(pressed.venue(), pressed.author(), command, Uploads.NONE);
    }

    /** What a button in a group gave for whoever pressed it alone. */
    void enclose(Asking.Asked asked, Incoming.Pressed pressed, Instant tooLate) throws InterruptedException {
        enclose(asked, pressed.venue(), pressed.author(), tooLate);
    }

    /** They were away from us, or we from them: a word on what was not answered. */
    void sorry(Venue venue, Author author, OptionalInt question, Instant tooLate) throws InterruptedException {
        Asking.Asked asked = asking.notice(author.language().orElse(Locale.ENGLISH), "away");
        postman.deliver(asked.answer(), asked.phrases(), venue, question, tooLate);
    }

    /** Somebody made us administrator of a chat: what can be set there is shown to them in private, if they ever wrote to us. */
    void welcome(Elsewhere place, Author author, Instant tooLate) throws InterruptedException {
        Venue alone = new Venue(author.id(), Optional.empty(), Venue.Kind.PRIVATE, "");
        if (moderators.moderates(place.chat(), author)) {
            speakOf(place, alone, author, "/channel", Uploads.NONE, tooLate);
        }
    }

    private void elsewhere(String chat, Incoming.Pressed pressed, String text, Instant tooLate)
            throws InterruptedException {
        switch (places.find(chat, pressed.author())) {
            case Places.Found.Theirs(Elsewhere place) -> {
                Asking.Asked asked = asking.ask(Introductions.of(place, pressed.author()), text);
                show(asked, pressed, text, tooLate, markup -> PlaceButtons.in(place.chat(), markup));
                enclose(asked, pressed.venue(), pressed.author(), tooLate);
            }
            case Places.Found.NotTheirs() -> refuse("place.not-yours", chat, pressed, tooLate);
            case Places.Found.Unknown() -> refuse("place.unknown", chat, pressed, tooLate);
        }
    }

    private void refuse(String notice, String chat, Incoming.Pressed pressed, Instant tooLate)
            throws InterruptedException {
        refuse(notice, chat, pressed.venue(), pressed.author(), tooLate);
    }

    private void elsewhere(String chat, Incoming.Written written, String text, Instant tooLate)
            throws InterruptedException {
        elsewhere(chat, written.venue(), written.author(), text, files.uploads(written.file(), tooLate), tooLate);
    }

    private void elsewhere(String chat, Venue alone, Author author, String text, Uploads uploads, Instant tooLate)
            throws InterruptedException {
        switch (places.find(chat, author)) {
            case Places.Found.Theirs(Elsewhere place) -> speakOf(place, alone, author, text, uploads, tooLate);
            case Places.Found.NotTheirs() -> refuse("place.not-yours", chat, alone, author, tooLate);
            case Places.Found.Unknown() -> refuse("place.unknown", chat, alone, author, tooLate);
        }
    }

    private void refuse(String notice, String chat, Venue alone, Author author, Instant tooLate)
            throws InterruptedException {
        Asking.Asked asked = asking.notice(author.language().orElse(Locale.ENGLISH), notice, chat);
        postman.deliver(asked.answer(), asked.phrases(), alone, OptionalInt.empty(), tooLate);
    }

    private void speakOf(Elsewhere place, Venue alone, Author author, String text, Uploads uploads, Instant tooLate)
            throws InterruptedException {
        Asking.Asked asked = asking.ask(Introductions.of(place, author), text, uploads);
        UnaryOperator<InlineKeyboardMarkup> buttons = markup -> PlaceButtons.in(place.chat(), markup);
        postman.deliver(asked.answer(), asked.phrases(), alone, OptionalInt.empty(), tooLate, buttons);
        enclose(asked, alone, author, tooLate);
    }

    private Asking.Asked asked(Venue venue, Author author, String text, Uploads uploads) throws InterruptedException {
        return asking.ask(Introductions.at(venue, author, moderators.role(venue, author)), text, uploads);
    }
}
