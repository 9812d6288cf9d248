package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.community.Looks;

/** {@code /privacy}: what is kept of whoever talks to us, why, and for how long. Whoever stores something more of a person says so here. */
final class PrivacyCommand implements Handler {
    /** What is kept, by the keys of its texts, in the order in which people come upon it. */
    private static final List<String> KEPT = List.of(
            "place", "subscriptions", "sent", "looks", "votes", "reports", "suggestions", "drafts", "links", "updates");

    @Override
    public CommandSpec spec() {
        return CommandSpecs.PRIVACY;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        List<Listing.Line> kept = new ArrayList<>();
        for (String what : KEPT) {
            kept.add(new Listing.Line(
                    texts.text("privacy." + what),
                    texts.text("privacy." + what + ".text", Looks.KEPT.toDays(), TuneCommand.DRAFT_KEPT.toDays())));
        }
        return new Listing(
                Listing.Kind.HELP,
                texts.text("title.privacy"),
                List.of(
                        new Listing.Section(texts.text("privacy.kept"), kept),
                        new Listing.Section(
                                texts.text("privacy.not-kept"),
                                List.of(
                                        new Listing.Line(texts.text("privacy.read"), texts.text("privacy.read.text")),
                                        new Listing.Line(
                                                texts.text("privacy.shared"), texts.text("privacy.shared.text"))))),
                List.of(
                        new Action(texts.text("action.subscriptions"), "/subscriptions"),
                        new Action(texts.text("action.settings"), "/settings")),
                Optional.of(texts.text("note.privacy")));
    }
}
