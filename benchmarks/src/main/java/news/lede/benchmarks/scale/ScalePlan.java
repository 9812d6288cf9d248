package news.lede.benchmarks.scale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints what an installation of some size needs, each number beside its formula, as the tables of {@code docs/operations/scale.md}. */
public final class ScalePlan {
    /** Sizes that are set side by side, the plan's own the largest. */
    private static final Map<String, Map<String, String>> SIZES = sizes();

    private final Plan plan;

    ScalePlan(Plan plan) {
        this.plan = plan;
    }

    /** Arguments: {@code name=formula} for what is to be another than in the plan; or {@code sizes} for the short table of several sizes. */
    public static void main(String[] args) throws IOException {
        ScalePlan plan = new ScalePlan(shipped());
        if (args.length == 1 && args[0].equals("sizes")) {
            System.out.print(plan.sideBySide());
            return;
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not name=formula: " + arg);
            }
            given.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        System.out.print(plan.tables(given));
    }

    static Plan shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(ScalePlan.class.getResourceAsStream("plan.txt"))) {
            return Plan.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private static Map<String, Map<String, String>> sizes() {
        Map<String, Map<String, String>> sizes = new LinkedHashMap<>();
        sizes.put(
                "some hundred communities",
                Map.of("servers", "300", "subscribers", "3000", "sources", "1000", "articles_a_day", "20000"));
        sizes.put(
                "the size at which Discord wants shards",
                Map.of("servers", "2500", "subscribers", "30000", "sources", "5000", "articles_a_day", "150000"));
        sizes.put(
                "ten times that",
                Map.of("servers", "25000", "subscribers", "300000", "sources", "30000", "articles_a_day", "1000000"));
        sizes.put("the plan", Map.of());
        return sizes;
    }

    /** A table for each part. Inputs that are given stand in the place of the plan's. */
    String tables(Map<String, String> given) {
        Map<String, Double> values = plan.values(given);
        List<String> out = new ArrayList<>();
        for (Plan.Part part : plan.parts()) {
            out.add("### " + part.title());
            out.add("");
            for (String paragraph : part.prose()) {
                out.add(paragraph);
                out.add("");
            }
            out.add("| | | how |");
            out.add("| --- | --- | --- |");
            for (Plan.Line line : part.lines()) {
                String formula = given.getOrDefault(line.name(), line.formula());
                out.add("| " + line.words() + " | **"
                        + line.unit().written(Objects.requireNonNull(values.get(line.name()))) + "** | `" + line.name()
                        + "`" + (isNumber(formula) ? "" : " = `" + formula + "`") + " |");
            }
            out.add("");
        }
        return String.join("\n", out);
    }

    /** The marked lines at several sizes. */
    String sideBySide() {
        List<Map<String, Double>> values =
                SIZES.values().stream().map(plan::values).toList();
        List<String> out = new ArrayList<>();
        out.add("| | " + String.join(" | ", SIZES.keySet()) + " |");
        out.add("| --- |" + " --- |".repeat(SIZES.size()));
        for (Plan.Part part : plan.parts()) {
            for (Plan.Line line : part.lines()) {
                if (line.marked()) {
                    List<String> cells = values.stream()
                            .map(of -> line.unit().written(Objects.requireNonNull(of.get(line.name()))))
                            .toList();
                    out.add("| " + line.words() + " | " + String.join(" | ", cells) + " |");
                }
            }
        }
        return String.join("\n", out) + "\n";
    }

    private static boolean isNumber(String formula) {
        return formula.matches("[\\d_.]+");
    }
}
