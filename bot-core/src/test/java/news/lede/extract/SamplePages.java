package news.lede.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads pages whose text is known: {@code ground-truth.json} (id to {@code url} and {@code articleBody}) and {@code pages/ID.html.gz} in UTF-8. */
final class SamplePages {
    /** Furniture of one page weighs at most so many times its article. */
    private static final double MOST_FURNITURE = 1.5;

    private static final double SCALE = 10;

    /** One page: what is known of each block ({@code rows}), whether it is the article's ({@code labels}), and how much of it it is ({@code weights}). */
    record Sample(
            String id,
            String site,
            BlockFeatures.Page page,
            float[][] rows,
            float[] labels,
            float[] weights,
            Document document) {}

    private SamplePages() {}

    static List<Sample> read(Path folder) throws IOException {
        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve("ground-truth.json").toFile());
        DocumentExtractor extractor = new DocumentExtractor(new Trees(List.of("=0")), new Trees(List.of("=0")));
        List<Sample> out = new ArrayList<>();
        for (Map.Entry<String, JsonNode> page : truth.properties()) {
            String body = page.getValue().path("articleBody").asText("");
            if (body.isBlank()) {
                continue;
            }
            Optional<URI> address = address(page.getValue().path("url").asText(""));
            Document document = new Document(
                    bytes(folder.resolve("pages").resolve(page.getKey() + ".html.gz")),
                    address,
                    Instant.EPOCH,
                    Optional.of("utf-8"));
            DocumentExtractor.View view = extractor.view(document);
            if (view.top().isEmpty()) {
                continue;
            }
            float[] labels = BlockLabels.of(view.top(), body);
            BlockFeatures.Page look = extractor.chooser().look(view.top(), view.facts());
            out.add(new Sample(
                    page.getKey(),
                    address.map(URI::getHost).map(SamplePages::site).orElse(page.getKey()),
                    look,
                    look.rows(),
                    labels,
                    weights(view.top(), labels, BlockLabels.tokens(body).size()),
                    document));
        }
        return out;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream zip = new GZIPInputStream(Files.newInputStream(file))) {
            return zip.readAllBytes();
        }
    }

    private static Optional<URI> address(String url) {
        try {
            return url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The part of a host name that one owner has. */
    private static String site(String host) {
        String[] labels = host.split("\\.");
        int size = labels.length;
        boolean shared = size > 2 && labels[size - 1].length() == 2 && labels[size - 2].length() <= 3;
        return String.join(".", Arrays.copyOfRange(labels, Math.max(0, size - (shared ? 3 : 2)), size));
    }

    /** Of a block its share of the article, so that all articles count alike. */
    private static float[] weights(List<Block> blocks, float[] labels, int articleWords) {
        float[] weights = new float[labels.length];
        double furniture = 0;
        for (int i = 0; i < labels.length; i++) {
            int words = BlockLabels.tokens(blocks.get(i).text()).size();
            weights[i] = Math.min(1f, (words + 1f) / Math.max(100, articleWords));
            furniture += labels[i] > 0 ? 0 : weights[i];
        }
        for (int i = 0; i < labels.length; i++) {
            double share = labels[i] > 0 || furniture < MOST_FURNITURE ? 1 : MOST_FURNITURE / furniture;
            weights[i] *= (float) (SCALE * share);
        }
        return weights;
    }
}
