package news.lede.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.community.Looks;
import news.lede.community.PersonKey;

/**
 * {@code /privacy}: what is kept of whoever talks to us, why, and for how long; shows it to them, and erases it, where they are alone with us. Whoever stores something more of a person says so here.
 */
final class PrivacyCommand implements Handler {
    /** Backups that are older are deleted. */
    static final Duration BACKUPS_KEPT = Duration.ofDays(30);

    /** What is kept, by the keys of its texts, in the order in which people come upon it. */
    private static final List<String> KEPT = List.of(
            "place",
            "subscriptions",
            "sent",
            "looks",
            "votes",
            "reports",
            "suggestions",
            "drafts",
            "audit",
            "links",
            "updates",
            "backups",
            "erased");

    /** More lines than this nobody reads in a chat; the numbers say how many there are. */
    private static final int MOST_SHOWN = 40;

    private final Newsroom newsroom;

    PrivacyCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.PRIVACY;
    }

    @Override
    public Answer answer(Request request) {
        boolean erase = request.arguments().flag("erase").orElse(false);
        boolean export = request.arguments().flag("export").orElse(false);
        if (!erase && !export) {
            return explained(request.texts());
        }
        if (Targets.alone(request).isEmpty()) {
            return request.texts().notice("privacy-alone", List.of());
        }
        return erase ? erased(request) : kept(request);
    }

    private static Answer explained(Texts texts) {
        List<Listing.Line> kept = new ArrayList<>();
        for (String what : KEPT) {
            kept.add(new Listing.Line(
                    texts.text("privacy." + what),
                    texts.text(
                            "privacy." + what + ".text",
                            Looks.KEPT.toDays(),
                            TuneCommand.DRAFT_KEPT.toDays(),
                            BACKUPS_KEPT.toDays())));
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
                        new Action(texts.text("action.privacy-export"), "/privacy export:yes"),
                        new Action(texts.text("action.privacy-erase"), "/privacy erase:yes"),
                        new Action(texts.text("action.subscriptions"), "/subscriptions"),
                        new Action(texts.text("action.settings"), "/settings")),
                Optional.of(texts.text("note.privacy")));
    }

    private Answer kept(Request request) {
        Texts texts = request.texts();
        PersonKey person = request.asker().person();
        List<Listing.Section> sections = new ArrayList<>();
        int room = MOST_SHOWN;
        for (Map.Entry<String, List<Map<String, String>>> kind :
                newsroom.leaving().persons().get().keptOf(person).entrySet()) {
            List<Listing.Line> lines = kind.getValue().stream()
                    .limit(Math.max(1, room))
                    .map(PrivacyCommand::line)
                    .toList();
            room -= lines.size();
            sections.add(
                    new Listing.Section(kind.getKey() + " (" + kind.getValue().size() + ")", lines));
        }
        return new Listing(
                Listing.Kind.HELP,
                texts.text("title.privacy-export"),
                sections,
                List.of(new Action(texts.text("action.privacy-erase"), "/privacy erase:yes")),
                Optional.of(texts.text("note.privacy-export")));
    }

    private static Listing.Line line(Map<String, String> row) {
        return new Listing.Line(
                "",
                row.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining(" · ")));
    }

    private Answer erased(Request request) {
        Texts texts = request.texts();
        if (!request.arguments().flag("confirm").orElse(false)) {
            return texts.notice(
                    "privacy-erase",
                    List.of(new Action(
                            texts.text("action.privacy-confirm"),
                            "/privacy erase:yes confirm:yes",
                            Action.Kind.CANCEL)));
        }
        newsroom.leaving().persons().get().erase(request.asker().person());
        return texts.notice("privacy-erased", List.of(), BACKUPS_KEPT.toDays());
    }
}
