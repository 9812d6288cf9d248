package news.lede.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Enclosure;
import news.lede.answer.Texts;
import news.lede.belongings.Arrivals;
import news.lede.belongings.CommunityFile;
import news.lede.belongings.CommunityImport;
import news.lede.belongings.CommunityJson;
import news.lede.belongings.CommunityJsonReader;
import news.lede.community.Asker;
import news.lede.community.Audit;
import news.lede.community.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a community out as a file and takes one in, in the chat, for moderators; what a file would change is shown before it is brought in. */
final class CommunityTransfer {
    private static final Logger LOG = LoggerFactory.getLogger(CommunityTransfer.class);

    /** What every platform carries; larger files are the operator's. */
    private static final int MOST_BYTES = 8 << 20;

    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Newsroom newsroom;
    private final ShownFiles shown;
    /** A tree of JSON is many times its file: one is read at a time. */
    private final ReentrantLock reading = new ReentrantLock();

    CommunityTransfer(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.shown = new ShownFiles(newsroom.clock(), KEPT, MOST_BYTES);
    }

    /** Empty when a call wants none of it. */
    Optional<Answer> answer(Request request) {
        Arguments arguments = request.arguments();
        boolean export = arguments.flag("export").orElse(false);
        Optional<String> brought = arguments.text("import");
        Optional<String> confirmed = arguments.text("confirm");
        if (!export && brought.isEmpty() && confirmed.isEmpty()) {
            return Optional.empty();
        }
        if (!request.asker().role().may(Role.MODERATOR)) {
            return Optional.of(
                    request.refused(request.texts().notice("not-allowed", List.of(), CommandSpecs.SETTINGS.name())));
        }
        if (export) {
            return Optional.of(exported(request));
        }
        return Optional.of(confirmed
                .map(key -> imported(request, key))
                .orElseGet(() -> rehearsed(request, brought.orElseThrow())));
    }

    private Answer exported(Request request) {
        Texts texts = request.texts();
        String json = CommunityJson.write(
                newsroom.leaving().taking().get().of(request.asker().workspace().id()));
        LocalDate today = LocalDate.ofInstant(request.now(), ZoneOffset.UTC);
        Enclosure file = new Enclosure("lede-community-" + today + ".json", json);
        return file.bytes().length > MOST_BYTES
                ? texts.notice("export-large", List.of())
                : texts.notice(
                                "exported",
                                List.of(new Action(texts.text("action.settings"), "/settings")),
                                MOST_BYTES >> 20)
                        .with(file);
    }

    private Answer rehearsed(Request request, String value) {
        Texts texts = request.texts();
        Optional<Upload> upload = request.arguments().invocation().uploads().meant(value);
        if (upload.isEmpty()) {
            return texts.notice("import-how", List.of());
        }
        byte[] bytes;
        try {
            bytes = upload.get().read(MOST_BYTES + 1);
        } catch (IOException e) {
            LOG.warn(
                    "file not read command=settings workspace={} reason=\"{}\"",
                    request.asker().workspace().id(),
                    e.getMessage());
            return texts.notice("import-unreadable", List.of());
        }
        if (bytes.length > MOST_BYTES) {
            return texts.notice("import-large", List.of(), MOST_BYTES >> 20);
        }
        return switch (read(bytes)) {
            case CommunityJsonReader.Result.Read(CommunityFile file) -> rehearsed(request, file, bytes);
            case CommunityJsonReader.Result.Foreign() -> texts.notice("import-foreign", List.of());
            case CommunityJsonReader.Result.Newer(int version) ->
                texts.notice("import-newer", List.of(), version, CommunityJsonReader.newest());
            case CommunityJsonReader.Result.Damaged(String where) -> texts.notice("import-damaged", List.of(), where);
        };
    }

    private CommunityJsonReader.Result read(byte[] bytes) {
        reading.lock();
        try {
            return CommunityJsonReader.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return new CommunityJsonReader.Result.Foreign();
        } finally {
            reading.unlock();
        }
    }

    private Answer rehearsed(Request request, CommunityFile file, byte[] bytes) {
        Texts texts = request.texts();
        Arrivals would = newsroom.leaving().bringing().get().rehearse(file, target(request));
        String key = key(bytes);
        shown.keep(new ShownFiles.Key(request.asker().workspace().id(), key), file, bytes.length);
        return new ArrivalWords(request)
                .listing(
                        texts.text("title.import-rehearsed"),
                        would,
                        List.of(
                                new Action(
                                        texts.text("action.import-confirm"),
                                        "/settings confirm:" + key,
                                        Action.Kind.CONFIRM),
                                new Action(texts.text("action.settings"), "/settings")),
                        texts.text("note.import-rehearsed", KEPT.toMinutes()));
    }

    private Answer imported(Request request, String key) {
        Texts texts = request.texts();
        ShownFiles.Key which = new ShownFiles.Key(request.asker().workspace().id(), key);
        Optional<CommunityFile> file = shown.find(which);
        if (file.isEmpty()) {
            return texts.notice("import-gone", List.of());
        }
        Arrivals done = newsroom.leaving().bringing().get().run(file.get(), target(request));
        shown.remove(which);
        return new ArrivalWords(request)
                .listing(
                        texts.text("title.import-done"),
                        done,
                        List.of(
                                new Action(texts.text("action.settings"), "/settings"),
                                new Action(texts.text("action.subscriptions"), "/subscriptions")),
                        texts.text("note.import-done"));
    }

    /** The first place of the file goes to where it is asked for, unless the file comes home; no place goes where this community is not. */
    private static Supplier<CommunityImport.Target> target(Request request) {
        Asker asker = request.asker();
        return () -> new CommunityImport.Target(
                asker.workspace(),
                Optional.of(asker.conversation().place()),
                Map.of(),
                asker.person(),
                new Audit.Actor.Member(asker.person()),
                false,
                asker.role().may(Role.OWNER));
    }

    private static String key(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
