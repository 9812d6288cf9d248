package news.lede.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Pick;
import news.lede.answer.Texts;

/** Draws the steps of {@code /setup}: what is so now, what can be chosen, what is typed for anything else, and the ways on and back. */
final class SetupForms {
    private static final Invocation SETUP = new Invocation(CommandSpecs.SETUP.name(), Map.of());

    private final Newsroom newsroom;
    private final CommandLine commandLine;

    SetupForms(Newsroom newsroom, CommandLine commandLine) {
        this.newsroom = newsroom;
        this.commandLine = commandLine;
    }

    /** All steps in short, each with the way to it. */
    Answer overview(Request request, boolean saved) {
        Texts texts = request.texts();
        SetupState state = new SetupState(newsroom, request);
        List<Listing.Line> lines = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        for (SetupStep step : SetupStep.values()) {
            if (step == SetupStep.PREVIEW) {
                actions.add(new Action(name(texts, step), typed(step), Action.Kind.CONFIRM));
            } else {
                lines.add(new Listing.Line(name(texts, step), state.of(step)));
                actions.add(new Action(name(texts, step), typed(step)));
            }
        }
        return new Listing(
                Listing.Kind.FORM,
                texts.text(saved ? "title.setup-saved" : "title.setup"),
                List.of(new Listing.Section("", lines)),
                actions,
                Optional.of(texts.text("note.setup")));
    }

    /** One step. */
    Answer step(Request request, SetupStep step) {
        Texts texts = request.texts();
        SetupState state = new SetupState(newsroom, request);
        List<Action> actions = new ArrayList<>();
        asked(step)
                .ifPresent(options -> actions.add(new Action(
                        texts.text("action.setup-ask." + SpokenChoice.STEP.typed(step)),
                        ask(step, options),
                        Action.Kind.ASK)));
        SetupPage page = page(request, step);
        page.turns(commandLine, texts).forEach(actions::add);
        actions.add(new Action(texts.text("action.setup"), "/" + SETUP.command()));
        step.before().ifPresent(s -> actions.add(new Action(name(texts, s), typed(s), Action.Kind.BACK)));
        step.next().ifPresent(s -> actions.add(new Action(name(texts, s), typed(s), Action.Kind.MORE)));
        return new Listing(
                Listing.Kind.FORM,
                texts.text("title.setup-step", step.ordinal() + 1, SetupStep.PREVIEW.ordinal(), name(texts, step)),
                List.of(new Listing.Section("", List.of(new Listing.Line(texts.text("setup.now"), state.of(step))))),
                page.picks(),
                actions,
                Optional.of(texts.text("note.setup." + SpokenChoice.STEP.typed(step))));
    }

    private SetupPage page(Request request, SetupStep step) {
        SetupChoices choices = new SetupChoices(newsroom, request);
        Texts texts = request.texts();
        int page = request.arguments().page();
        return switch (step) {
            case LANGUAGE -> SetupPage.of(one(texts, "language", choices.languages()));
            case ZONE -> SetupPage.of(one(texts, "zone", choices.zones()));
            case STYLE -> SetupPage.of(one(texts, "style", choices.styles()));
            case BUDGET -> SetupPage.of(one(texts, "budget", choices.budgets()));
            case PACKS -> several(texts, "packs", choices.packs(), page);
            case TOPICS -> several(texts, "topics", choices.topics(), page);
            case WHEN -> {
                List<Pick> picks = new ArrayList<>();
                if (choices.isTold()) {
                    picks.add(one(texts, "when", choices.days()));
                    if (choices.isDigest()) {
                        picks.add(one(texts, "at", choices.times()));
                    }
                }
                picks.add(one(texts, "quiet", choices.quiet()));
                yield new SetupPage(picks, step, 1, 1);
            }
            case PREVIEW -> throw new IllegalArgumentException("nothing is chosen there");
        };
    }

    private static Pick one(Texts texts, String option, List<SetupChoices.Choosable> choices) {
        return pick(texts, option, SETUP, false, choices);
    }

    private static SetupPage several(Texts texts, String option, List<SetupChoices.Choosable> choices, int wanted) {
        SetupStep step = Arrays.stream(SetupStep.values())
                .filter(s -> s.option().equals(option))
                .findFirst()
                .orElseThrow();
        int pages = Math.max(1, (choices.size() + SetupPage.SIZE - 1) / SetupPage.SIZE);
        int page = Math.min(wanted, pages);
        List<SetupChoices.Choosable> shown = choices.stream()
                .skip((long) (page - 1) * SetupPage.SIZE)
                .limit(SetupPage.SIZE)
                .toList();
        Invocation base = page == 1 ? SETUP : new Invocation(SETUP.command(), Map.of("page", Integer.toString(page)));
        return new SetupPage(
                shown.isEmpty() ? List.of() : List.of(pick(texts, option, base, true, shown)), step, page, pages);
    }

    private static Pick pick(
            Texts texts, String option, Invocation base, boolean several, List<SetupChoices.Choosable> choices) {
        return Picks.of(
                texts.text("setup.pick." + option),
                base,
                option,
                several,
                choices.stream()
                        .map(c -> Picks.value(base, option, c.candidate(), c.picked(), several))
                        .toList());
    }

    /** What a form asks for that menus cannot list. */
    private static Optional<String> asked(SetupStep step) {
        return switch (step) {
            case ZONE -> Optional.of("zone");
            case WHEN -> Optional.of("at,quiet");
            case BUDGET -> Optional.of("budget");
            case LANGUAGE, PACKS, TOPICS, STYLE, PREVIEW -> Optional.empty();
        };
    }

    private String ask(SetupStep step, String options) {
        Map<String, String> given = new HashMap<>();
        given.put("step", SpokenChoice.STEP.typed(step));
        given.put(Form.ASK, options);
        return commandLine.write(new Invocation(SETUP.command(), given));
    }

    static String name(Texts texts, SetupStep step) {
        return texts.text("setup.step." + SpokenChoice.STEP.typed(step));
    }

    /** The call that shows a step. */
    static String typed(SetupStep step) {
        return "/" + SETUP.command() + " " + SpokenChoice.STEP.typed(step);
    }
}
