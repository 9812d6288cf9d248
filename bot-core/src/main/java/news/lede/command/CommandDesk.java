package news.lede.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.Place;
import news.lede.subscription.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The news desk over one handler for each command. Reads what was typed, asks whether it may be, hands it to the handler; what goes wrong inside is logged
 * here, once, and told without its details. Thread-safe.
 */
public final class CommandDesk implements NewsDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final Newsroom newsroom;
    private final List<CommandSpec> specs;
    private final CommandLine commandLine;
    private final Map<CommandSpec, Handler> handlers = new HashMap<>();
    private final Completion completion;
    private final Ledger ledger;
    private final OldNews oldNews;

    /** One whose completions wait for the store. */
    public CommandDesk(Newsroom newsroom) {
        this(newsroom, Runnable::run);
    }

    /** One whose completions come from memory, which {@code background} fills. */
    public CommandDesk(Newsroom newsroom, Executor background) {
        this(newsroom, CommandSpecs.ALL, Handlers.of(newsroom, CommandSpecs.ALL), background);
    }

    CommandDesk(Newsroom newsroom, List<CommandSpec> specs, List<Handler> handlers) {
        this(newsroom, specs, handlers, Runnable::run);
    }

    private CommandDesk(Newsroom newsroom, List<CommandSpec> specs, List<Handler> handlers, Executor background) {
        this.newsroom = newsroom;
        this.specs = List.copyOf(specs);
        this.commandLine = new CommandLine(specs);
        this.ledger = new Ledger(newsroom);
        this.oldNews = new OldNews(newsroom);
        this.completion = new Completion(newsroom, commandLine, ledger, background);
        for (Handler handler : handlers) {
            if (this.handlers.put(handler.spec(), handler) != null) {
                throw new IllegalArgumentException(
                        "two handlers answer /" + handler.spec().name());
            }
        }
        for (CommandSpec spec : specs) {
            if (!this.handlers.containsKey(spec)) {
                throw new IllegalArgumentException("no handler answers /" + spec.name());
            }
        }
    }

    @Override
    public List<CommandSpec> commands() {
        return specs;
    }

    @Override
    public Answer answer(Asker asker, String typed) {
        return answer(asker, commandLine.parse(typed, Texts.in(asker.locale())));
    }

    @Override
    public Answer answer(Asker asker, String typed, Uploads files) {
        Parsed parsed = commandLine.parse(typed, Texts.in(asker.locale()));
        return answer(
                asker,
                parsed instanceof Parsed.Call(CommandSpec spec, Invocation call)
                        ? new Parsed.Call(spec, call.with(files))
                        : parsed);
    }

    @Override
    public Answer answer(Asker asker, Invocation invocation) {
        return answer(asker, commandLine.understand(invocation, Texts.in(asker.locale())));
    }

    private Answer answer(Asker asker, Parsed parsed) {
        return switch (parsed) {
            case Parsed.Wrong(Answer.Notice notice) -> notice;
            case Parsed.Call(CommandSpec spec, Invocation invocation) -> answer(asker, spec, invocation);
        };
    }

    private Answer answer(Asker asker, CommandSpec spec, Invocation invocation) {
        Texts texts = Texts.in(asker.locale());
        if (!asker.role().may(spec.role())) {
            return refused(asker, spec, invocation);
        }
        return Arguments.fault(spec, invocation, texts)
                .<Answer>map(notice -> notice)
                .orElseGet(() -> handled(asker, spec, invocation));
    }

    /** Refused first: what cannot be written down is refused all the same. */
    private Answer refused(Asker asker, CommandSpec spec, Invocation invocation) {
        try {
            ledger.refused(asker, invocation);
        } catch (RuntimeException e) {
            LOG.error(
                    "refused try not written down command={} workspace={}",
                    spec.name(),
                    asker.workspace().id(),
                    e);
        }
        return Texts.in(asker.locale()).notice("not-allowed", List.of(), spec.name());
    }

    private Answer handled(Asker asker, CommandSpec spec, Invocation invocation) {
        try {
            Handler handler = Objects.requireNonNull(handlers.get(spec), spec::name);
            return handler.answer(new Request(
                    asker, new Arguments(invocation), newsroom.clock().instant(), ledger));
        } catch (RuntimeException | LinkageError e) {
            // A native library that does not load is a LinkageError; it must not end the adapter's thread either.
            LOG.error(
                    "command failed command={} workspace={} conversation={} options={}",
                    spec.name(),
                    asker.workspace().id(),
                    asker.conversation().id(),
                    invocation.options().keySet(),
                    e);
            return Texts.in(asker.locale()).notice("failed", List.of(), spec.name());
        }
    }

    @Override
    public List<Choice> complete(Asker asker, String command, String option, String typed) {
        try {
            return completion.of(asker, command, option, typed);
        } catch (RuntimeException e) {
            LOG.error(
                    "completion failed command={} option={} workspace={}",
                    command,
                    option,
                    asker.workspace().id(),
                    e);
            return List.of();
        }
    }

    @Override
    public Optional<Remark> remark(Place place, String said) {
        try {
            return oldNews.remark(place, said);
        } catch (RuntimeException e) {
            LOG.error("remark failed platform={}", place.platform(), e);
            return Optional.empty();
        }
    }

    @Override
    public Channel.Style style(Asker asker) {
        return newsroom.subscriptions().channel(asker.conversation().id()).style();
    }
}
