package news.lede.app;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.lede.extract.Evaluation;
import news.lede.feed.FeedEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a folder of test documents, so that a tool outside the project can score the answers. Needs no data folder and no settings. */
@Command(
        name = "eval",
        description = "Reads a folder of test documents and writes what Lede makes of them.",
        footer = {
            "",
            "feeds: reads requests.json and docs/, writes predictions.json.",
            "extraction: reads pages.json and pages/, writes predictions.json.",
            "stories: reads folders cluster-*, summ-*, mds-*, headline-*, topics-*, writes folders of the same names.",
            "Files that hold the right answers are never opened."
        })
final class EvalCommand implements Callable<Integer> {
    private static final String OUTPUT = "predictions.json";

    /** What can be evaluated; the names are those that are typed. */
    enum Kind {
        feeds("requests.json", "docs"),
        extraction("pages.json", "pages"),
        stories("", "");

        private final String list;
        private final String documents;

        Kind(String list, String documents) {
            this.list = list;
            this.documents = documents;
        }
    }

    private final RootCommand root;

    @Parameters(paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.extraction;

    @Option(names = "--in", paramLabel = "DIR", required = true, description = "Folder of the documents.")
    private Path in = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the result; made when absent.")
    private Path out = Path.of("");

    EvalCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        missing().ifPresent(lines -> {
            throw new Problem(ExitCode.WRONG_USE, lines);
        });
        Streams streams = root.surroundings().streams();
        InstantSource clock = root.surroundings().clock();
        try (ProgressLine progress = new ProgressLine(streams)) {
            String done = run(clock, progress);
            progress.clear();
            streams.out().println(done + " Written: " + (kind == Kind.stories ? out : out.resolve(OUTPUT)));
            return ExitCode.DONE;
        } catch (NoSuchFileException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    List.of(e.getFile() + " is named in " + kind.list
                            + " but is not there. Copy the folder again, whole."));
        } catch (FileSystemException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    List.of(e.getFile() + " cannot be used"
                            + Optional.ofNullable(e.getReason())
                                    .map(r -> " (" + r + ")")
                                    .orElse("")
                            + ". Check that the folder is whole and that --out may be written to."));
        } catch (IOException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    List.of("the folder " + in + " cannot be read: " + e.getMessage(), "Copy it again, whole."));
        }
    }

    private String run(InstantSource clock, ProgressLine progress) throws IOException {
        return switch (kind) {
            case extraction -> {
                Evaluation.Count count =
                        new Evaluation(clock).run(in, out, (number, of) -> progress.show("extracting", number, of));
                yield count.pages() + " pages read, " + count.articles() + " articles found.";
            }
            case feeds -> {
                FeedEvaluation.Count count =
                        new FeedEvaluation(clock).run(in, out, (number, of) -> progress.show("reading", number, of));
                yield count.documents() + " documents read, " + count.feeds() + " of them feeds.";
            }
            case stories -> new StoriesEval(clock).run(in, out, progress) + " sets answered.";
        };
    }

    /** What speaks against running, in words for who called; empty when nothing does. */
    private Optional<List<String>> missing() {
        if (kind == Kind.stories) {
            return Files.exists(out) && !Files.isDirectory(out)
                    ? Optional.of(List.of(out + " is a file. Name a folder after --out."))
                    : Optional.empty();
        }
        if (!Files.isDirectory(in)) {
            return Optional.of(List.of(in + " is no folder. Name the folder that holds " + kind.list + " and "
                    + kind.documents + "/ after --in."));
        }
        List<String> lines = new ArrayList<>();
        if (!Files.isRegularFile(in.resolve(kind.list))) {
            lines.add(in.resolve(kind.list) + " is missing: the list of documents to read.");
        }
        if (!Files.isDirectory(in.resolve(kind.documents))) {
            lines.add(in.resolve(kind.documents) + " is missing: the folder of the documents.");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            lines.add(out + " is a file. Name a folder after --out.");
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }
}
