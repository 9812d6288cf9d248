package news.lede.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.evaluation.EmptyNewsroom;
import news.lede.lucene.LuceneArticleIndex;
import news.lede.onnx.MiniLmEmbedder;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.RelatedStories;

/** Opens newsrooms without news in folders that are gone after use, over the store, the index and the model that the bot uses. */
final class EmptyNewsrooms implements Supplier<EmptyNewsroom>, AutoCloseable {
    private final MiniLmEmbedder embedder = new MiniLmEmbedder();

    @Override
    public EmptyNewsroom get() {
        Path folder = folder();
        Store store = SqliteStore.open(folder, Store.Mode.ALONE);
        LuceneArticleIndex index =
                LuceneArticleIndex.open(folder.resolve("index"), store.identity(), RelatedStories::sketch);
        return new EmptyNewsroom(
                store.transactor(),
                store.articles(),
                store.stories(),
                store.sources().imported().id(),
                index,
                store.vectors(),
                store.topicVotes(),
                embedder,
                () -> {
                    index.close();
                    store.close();
                    delete(folder);
                });
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lede-eval");
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the evaluation", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deleting the evaluation's folder " + folder, e);
        }
    }

    @Override
    public void close() {
        embedder.close();
    }
}
