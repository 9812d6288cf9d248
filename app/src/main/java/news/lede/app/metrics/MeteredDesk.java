package news.lede.app.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.lede.answer.Answer;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.command.Uploads;
import news.lede.community.Asker;
import news.lede.subscription.Channel;

/** A desk whose answers are timed, by command and platform. Who asks, and what, is nobody's figure. */
public final class MeteredDesk implements NewsDesk {
    /** What is no command of ours stands under one name: what people type has no end. */
    private static final String OTHER = "other";

    private final NewsDesk desk;
    private final Meters meters;
    private final LongSupplier nanos;
    private final Set<String> names;

    public MeteredDesk(NewsDesk desk, Meters meters, LongSupplier nanos) {
        this.desk = desk;
        this.meters = meters;
        this.nanos = nanos;
        this.names = desk.commands().stream().map(CommandSpec::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<CommandSpec> commands() {
        return desk.commands();
    }

    @Override
    public Answer answer(Asker asker, String typed) {
        return timed(asker, name(typed), () -> desk.answer(asker, typed));
    }

    @Override
    public Answer answer(Asker asker, String typed, Uploads files) {
        return timed(asker, name(typed), () -> desk.answer(asker, typed, files));
    }

    private static String name(String typed) {
        String first = typed.strip().split("[\\s@]", 2)[0];
        return first.startsWith("/") ? first.substring(1) : OTHER;
    }

    @Override
    public Answer answer(Asker asker, Invocation invocation) {
        return timed(asker, invocation.command(), () -> desk.answer(asker, invocation));
    }

    private Answer timed(Asker asker, String command, Supplier<Answer> work) {
        long began = nanos.getAsLong();
        String outcome = "thrown";
        try {
            Answer answer = work.get();
            outcome = answer instanceof Answer.Notice ? "notice" : "answer";
            return answer;
        } finally {
            meters.answered(
                    Duration.ofNanos(nanos.getAsLong() - began),
                    "command",
                    names.contains(command) ? command : OTHER,
                    "platform",
                    asker.conversation().place().platform(),
                    "outcome",
                    outcome);
        }
    }

    @Override
    public List<Choice> complete(Asker asker, String command, String option, String typed) {
        long began = nanos.getAsLong();
        try {
            return desk.complete(asker, command, option, typed);
        } finally {
            meters.took(
                    "lede.completions",
                    Duration.ofNanos(nanos.getAsLong() - began),
                    "platform",
                    asker.conversation().place().platform());
        }
    }

    @Override
    public Channel.Style style(Asker asker) {
        return desk.style(asker);
    }
}
