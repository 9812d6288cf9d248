package news.lede.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Styles, scripts and pictures that ship with the desk. An address names the version of the file, so a browser may keep it for good. Thread-safe. */
final class Assets implements Endpoint {
    private static final String FOLDER = "/news/lede/web/assets/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.(css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** A file, as it is and compressed. */
    @SuppressWarnings("ArrayRecordComponent") // kept and sent; nobody compares them
    private record Asset(String type, String version, byte[] bytes, byte[] small) {}

    @Override
    public String path() {
        return "/assets";
    }

    @Override
    public Audience audience() {
        return Audience.ANYBODY;
    }

    /** Where a file is. */
    String address(String name) {
        return path() + "/" + name
                + find(name)
                        .map(asset -> "?v=" + asset.version())
                        .orElseThrow(() -> new IllegalArgumentException("there is no asset " + name));
    }

    @Override
    public Reply answer(Visit visit) {
        String name = String.join("/", visit.below(path()));
        return find(name)
                .map(asset -> reply(visit, asset))
                .orElseGet(() -> Reply.text(404, "There is no such file.\n"));
    }

    private static Reply reply(Visit visit, Asset asset) {
        boolean current =
                visit.query().text("v").filter(asset.version()::equals).isPresent();
        String kept = current ? "public, max-age=31536000, immutable" : "no-cache";
        boolean zipped = visit.header("accept-encoding")
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
        return zipped
                ? new Reply.Plain(
                        200,
                        asset.type(),
                        asset.small(),
                        Map.of("Cache-Control", kept, "Content-Encoding", "gzip", "Vary", "Accept-Encoding"))
                : new Reply.Plain(
                        200, asset.type(), asset.bytes(), Map.of("Cache-Control", kept, "Vary", "Accept-Encoding"));
    }

    private Optional<Asset> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Asset known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        // Only what exists is remembered: there are as many names to ask for as anybody likes.
        Optional<Asset> found = load(name);
        found.ifPresent(asset -> read.put(name, asset));
        return found;
    }

    private static Optional<Asset> load(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                return Optional.empty();
            }
            byte[] bytes = file.readAllBytes();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return Optional.of(new Asset(type, version(bytes), bytes, small(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the asset " + name, e);
        }
    }

    private static String version(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] small(byte[] bytes) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(small)) {
            zip.write(bytes);
        }
        return small.toByteArray();
    }
}
