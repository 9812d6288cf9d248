package news.lede.opml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.lede.opml.PassedOver.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * Reads lists of sources: OPML 1.0 and 2.0, folders within folders, however broken the XML. An outline with {@code xmlUrl} is a feed; one of type {@code link} counts only when
 * it carries our mark, since others write bookmarks so. No document type is read and no entity of its own is resolved. Pure and thread-safe.
 */
public final class OpmlReader {
    /** Ten times the largest lists that feed readers export. */
    public static final int MAX_BYTES = 5 << 20;
    /** More than anybody reads; further ones are left out. */
    public static final int MAX_SOURCES = 5_000;
    /** Folders below this many are read as if they were the last of these. */
    static final int MAX_FOLDERS = 8;

    private OpmlReader() {}

    /** What came of reading. */
    public sealed interface Result {
        /** {@code sources}: each address once, in the order of the file. {@code cut}: there were more than {@link #MAX_SOURCES}. */
        record Read(String title, List<Listed> sources, List<PassedOver> passedOver, boolean cut) implements Result {
            public Read {
                sources = List.copyOf(sources);
                passedOver = List.copyOf(passedOver);
            }
        }

        /** It has more than {@link #MAX_BYTES} and was not looked into. */
        record TooBig(int bytes) implements Result {}

        /** It has no element {@code opml} and no {@code outline}. */
        record NotOpml() implements Result {}
    }

    public static Result read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Result.TooBig(bytes.length);
        }
        Document document = parse(bytes);
        if (document.selectFirst("opml") == null && document.selectFirst("outline") == null) {
            return new Result.NotOpml();
        }
        Element title = document.selectFirst("head > title");
        Collected collected = new Collected();
        NodeTraversor.traverse(new OutlineWalk(collected::add), document);
        return collected.result(title == null ? "" : title.text().strip());
    }

    private static Document parse(byte[] bytes) {
        try {
            Parser parser = Parser.xmlParser().setTrackPosition(true);
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /** What was met so far, each address once. */
    private static final class Collected {
        private final Map<String, Listed> byAddress = new LinkedHashMap<>();
        private final List<PassedOver> passedOver = new ArrayList<>();
        private boolean cut;

        void add(OutlineWalk.Met met) {
            switch (SourceAddress.read(met.address())) {
                case SourceAddress.Usable(String address) -> add(met.at(address), met.line());
                case SourceAddress.Unusable(Reason why) ->
                    passedOver.add(new PassedOver(met.line(), met.address(), why));
            }
        }

        private void add(Listed listed, int line) {
            Listed before = byAddress.get(listed.address());
            if (before != null) {
                // Once in each pack is what our own lists write for a source of several packs.
                if (before.packs().containsAll(listed.packs())) {
                    passedOver.add(new PassedOver(line, listed.address(), Reason.TWICE));
                } else {
                    byAddress.put(listed.address(), before.alsoIn(listed.packs()));
                }
            } else if (byAddress.size() < MAX_SOURCES) {
                byAddress.put(listed.address(), listed);
            } else {
                cut = true;
            }
        }

        Result result(String title) {
            return new Result.Read(title, List.copyOf(byAddress.values()), passedOver, cut);
        }
    }
}
