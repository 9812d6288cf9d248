package news.lede.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.answer.Action;
import news.lede.answer.Pick;
import news.lede.answer.Texts;

/** What can be chosen on one page of a step, from 1, and the ways to its neighbours. */
record SetupPage(List<Pick> picks, SetupStep step, int page, int pages) {
    /** A keyboard of these still shows what stands above it. */
    static final int SIZE = 20;

    SetupPage {
        picks = List.copyOf(picks);
    }

    static SetupPage of(Pick pick) {
        return new SetupPage(List.of(pick), SetupStep.PREVIEW, 1, 1);
    }

    /** None where there is one page alone. */
    List<Action> turns(CommandLine commandLine, Texts texts) {
        List<Action> turns = new ArrayList<>();
        if (page > 1) {
            turns.add(new Action(texts.text("action.setup-page", page - 1, pages), typed(commandLine, page - 1)));
        }
        if (page < pages) {
            turns.add(new Action(texts.text("action.setup-page", page + 1, pages), typed(commandLine, page + 1)));
        }
        return turns;
    }

    private String typed(CommandLine commandLine, int wanted) {
        Map<String, String> options = new HashMap<>();
        options.put("step", SpokenChoice.STEP.typed(step));
        options.put("page", Integer.toString(wanted));
        return commandLine.write(new Invocation(CommandSpecs.SETUP.name(), options));
    }
}
