package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import news.lede.article.ArticleVersion;
import news.lede.ingest.FolderReader.Looked;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {
    private static final Instant NOW = TestChain.NOW;
    private static final String TEXT = """
            Ferry runs aground near Port Ellery

            The ferry Alma ran aground on Monday near Port Ellery with ninety people on board, the harbour master said.

            All of them were brought ashore by noon, and two of the crew were taken to the hospital of Larkhaven.
            """;

    @TempDir
    private Path folder;

    private final TestChain chain = new TestChain();
    private Source source;

    @BeforeEach
    void addSource() {
        source = chain.store
                .sources()
                .addIfAbsent(SourceKind.FOLDER, folder.toUri().toString(), "Desk folder");
    }

    private Path write(String name, String text, Duration ago) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(chain.clock.instant().minus(ago)));
        return file;
    }

    private final FolderReader folders = new FolderReader(chain.clock);

    /** Looks, and records what was seen. */
    private Inbox.Received look() {
        return look(false);
    }

    private Inbox.Received look(boolean firstContact) {
        return chain.store.inbox().receive(source.id(), seen().files(), firstContact, chain.clock.instant());
    }

    private Looked.Seen seen() {
        return (Looked.Seen) folders.look(source);
    }

    @Test
    void aNewFileBecomesAnArticleThatIsAnnounced() throws IOException {
        write("monday/ferry.txt", TEXT, Duration.ofMinutes(5));

        assertThat(look()).isEqualTo(new Inbox.Received(1, 0));
        chain.take();

        assertThat(chain.titles()).containsExactly("Ferry runs aground near Port Ellery");
        assertThat(chain.store.articles().sourcesOf(chain.articles().getFirst().id()))
                .containsExactly(source.id());
        assertThat(chain.announced()).isEqualTo(1);
        assertThat(look()).isEqualTo(new Inbox.Received(0, 0));
    }

    @Test
    void whatLiesThereAtFirstContactIsNoNews() throws IOException {
        write("ferry.txt", TEXT, Duration.ofMinutes(5));
        look(true);
        chain.take();

        assertThat(chain.articles()).hasSize(1);
        assertThat(chain.announced()).isZero();
    }

    @Test
    void aFileThatMayBeHalfWrittenIsLeftForTheNextLook() throws IOException {
        write("ferry.txt", TEXT.substring(0, 120), Duration.ofMillis(1_900));
        assertThat(seen().files()).isEmpty();
        assertThat(seen().left()).isEqualTo(1);

        write("ferry.txt", TEXT, Duration.ZERO);
        chain.clock.advance(Duration.ofSeconds(3));
        assertThat(look()).isEqualTo(new Inbox.Received(1, 0));
        chain.take();
        assertThat(chain.articles().getFirst().paragraphs()).hasSize(2);
    }

    @Test
    void aFileThatWasEditedIsAVersionOfItsArticle() throws IOException {
        write("ferry.txt", TEXT, Duration.ofMinutes(5));
        look();
        chain.take();
        chain.clock.advance(Duration.ofHours(1));
        write("ferry.txt", TEXT.replace("ninety", "seventy"), Duration.ofMinutes(1));

        assertThat(look()).isEqualTo(new Inbox.Received(0, 1));
        assertThat(chain.take().changed())
                .containsExactly(chain.articles().getFirst().id());
        assertThat(chain.articles()).hasSize(1);
        assertThat(chain.store.articles().versions(chain.articles().getFirst().id()))
                .extracting(ArticleVersion::seen)
                .containsExactly(NOW, NOW.plus(Duration.ofHours(1)));
        assertThat(chain.announced())
                .as("the article, and the corrected figure")
                .isEqualTo(2);
    }

    @Test
    void anotherArticleUnderAnOldNameIsNews() throws IOException {
        write("latest.txt", TEXT, Duration.ofMinutes(5));
        look();
        chain.take();
        chain.clock.advance(Duration.ofHours(1));
        write(
                "latest.txt",
                "Orchards begin to pick early\n\nGrowers in the valley began to pick their apples on Tuesday, three weeks"
                        + " before the usual date, after a summer with hardly any rain at all.\n",
                Duration.ofMinutes(1));
        look();
        chain.take();

        assertThat(chain.articles()).hasSize(2);
        assertThat(chain.announced()).isEqualTo(2);
    }

    @Test
    void aFileThatWasOnlyTouchedChangesNothing() throws IOException {
        write("ferry.txt", TEXT, Duration.ofMinutes(5));
        look();
        chain.take();
        chain.clock.advance(Duration.ofHours(1));
        write("ferry.txt", TEXT, Duration.ofMinutes(1));
        look();

        assertThat(chain.take().changed()).isEmpty();
        assertThat(chain.articles()).hasSize(1);
    }

    @Test
    void aFileThatVanishedOrHoldsNoNewsCostsOnlyItself() throws IOException {
        Path gone = write("gone.txt", TEXT, Duration.ofMinutes(5));
        write("empty.html", "", Duration.ofMinutes(5));
        write(
                "feeds.opml",
                "<opml><body><outline xmlUrl=\"https://a.example/rss\"/></body></opml>",
                Duration.ofMinutes(5));
        write("notes.log", "nothing", Duration.ofMinutes(5));
        write("ferry.txt", TEXT, Duration.ofMinutes(5));
        assertThat(look()).isEqualTo(new Inbox.Received(5, 0));
        Files.delete(gone);

        assertThat(chain.take().entries()).isEqualTo(5);
        assertThat(chain.articles()).hasSize(1);
        assertThat(chain.store.inbox().backlog()).isZero();
    }

    @Test
    void aFolderThatIsNotThereSaysSo() throws IOException {
        Source missing = chain.store
                .sources()
                .addIfAbsent(
                        SourceKind.FOLDER, folder.resolve("missing").toUri().toString(), "Missing");
        Source web = chain.store.sources().addIfAbsent(SourceKind.FOLDER, "https://a.example/", "Web");
        assertThat(folders.look(missing)).isEqualTo(new Looked.Unreadable("there is no such folder"));
        assertThat(folders.look(web)).isEqualTo(new Looked.Unreadable("its address is no folder on this machine"));
    }

    @Test
    void filesComeInTheOrderInWhichTheyWereWritten() throws IOException {
        write("a.txt", TEXT, Duration.ofMinutes(1));
        write("c.txt", TEXT, Duration.ofMinutes(9));
        write("b.txt", TEXT, Duration.ofMinutes(5));

        assertThat(seen().files())
                .extracting(Inbox.Carried::key)
                .containsExactly("file:c.txt", "file:b.txt", "file:a.txt");
    }
}
