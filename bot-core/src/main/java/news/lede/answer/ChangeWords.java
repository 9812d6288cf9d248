package news.lede.answer;

import news.lede.story.Change;
import news.lede.story.Outcome;

/** What a revision of a story brought, in a few words. What news says stays as it was written. */
public final class ChangeWords {
    private static final int QUOTED = 120;

    private final Texts texts;

    public ChangeWords(Texts texts) {
        this.texts = texts;
    }

    /** "new figure: 14 dead (before: 12 dead)". */
    public String of(Change change) {
        return switch (change) {
            case Change.FirstReport _ -> texts.text("change.first");
            case Change.NewSource _ -> texts.text("change.source");
            case Change.Copy _ -> texts.text("change.copy");
            case Change.NewFigure figure ->
                figure.before()
                        .map(earlier ->
                                texts.text("change.figure-before", brief(figure.figure()), brief(earlier.figure())))
                        .orElseGet(() -> texts.text("change.figure", brief(figure.figure())));
            case Change.NewOutcome outcome -> texts.text("change.outcome", outcome(outcome.outcome()));
            case Change.NewPerson person -> texts.text("change.person", brief(person.name()));
            case Change.HeadlineChanged headline ->
                texts.text("change.headline", brief(headline.before()), brief(headline.after()));
            case Change.CorrectionNote note ->
                texts.text("change.note", brief(note.note().sentence()));
            case Change.TextCorrected text ->
                texts.text(
                        "change.text", brief(text.before()), brief(text.after().sentence()));
            case Change.Withdrawn _ -> texts.text("change.withdrawn");
            case Change.Merged _ -> texts.text("change.merged");
        };
    }

    private String outcome(Outcome outcome) {
        return switch (outcome) {
            case ARREST -> texts.text("outcome.arrest");
            case CHARGE -> texts.text("outcome.charge");
            case PLEA -> texts.text("outcome.plea");
            case VERDICT -> texts.text("outcome.verdict");
            case SENTENCE -> texts.text("outcome.sentence");
            case DEATH -> texts.text("outcome.death");
            case RECOVERY -> texts.text("outcome.recovery");
            case RESCUE -> texts.text("outcome.rescue");
            case RELEASE -> texts.text("outcome.release");
            case RESIGNATION -> texts.text("outcome.resignation");
            case DISMISSAL -> texts.text("outcome.dismissal");
            case ELECTION -> texts.text("outcome.election");
            case VICTORY -> texts.text("outcome.victory");
            case CEASEFIRE -> texts.text("outcome.ceasefire");
            case AGREEMENT -> texts.text("outcome.agreement");
            case DECISION -> texts.text("outcome.decision");
            case CANCELLATION -> texts.text("outcome.cancellation");
            case END -> texts.text("outcome.end");
            case RESPONSIBILITY -> texts.text("outcome.responsibility");
        };
    }

    private static String brief(String quoted) {
        return Display.brief(quoted, QUOTED);
    }
}
