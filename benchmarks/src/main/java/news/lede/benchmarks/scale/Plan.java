package news.lede.benchmarks.scale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Inputs and formulas, in parts, each line {@code name = formula | unit | what it is}. A line may use names of lines before it. A part begins with {@code # its title}; {@code > } begins a line of prose within it. A {@code !}
 * before a name marks a line that short tables show.
 */
record Plan(List<Part> parts) {
    Plan {
        parts = List.copyOf(parts);
    }

    /** Lines that belong together. {@code prose}: paragraphs before them. */
    record Part(String title, List<String> prose, List<Line> lines) {
        Part {
            prose = List.copyOf(prose);
            lines = List.copyOf(lines);
        }
    }

    /** A number with the formula it comes from, which is a number itself for an input. */
    record Line(String name, String formula, Unit unit, String words, boolean marked) {}

    /** @throws IllegalArgumentException if a line cannot be read, with its number */
    static Plan read(List<String> text) {
        List<Part> parts = new ArrayList<>();
        String title = "";
        List<String> prose = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (line.startsWith("# ")) {
                if (!title.isEmpty()) {
                    parts.add(new Part(title, prose, lines));
                }
                title = line.substring(2);
                prose.clear();
                lines.clear();
            } else if (line.startsWith("> ")) {
                prose.add(line.substring(2));
            } else if (!line.isEmpty()) {
                lines.add(line(line, i + 1));
            }
        }
        parts.add(new Part(title, prose, lines));
        return new Plan(parts);
    }

    private static Line line(String text, int number) {
        String[] columns = text.split("\\|", -1);
        int equals = columns[0].indexOf('=');
        if (columns.length != 3 || equals < 0) {
            throw new IllegalArgumentException("line " + number + " is not \"name = formula | unit | words\": " + text);
        }
        String name = columns[0].substring(0, equals).strip();
        boolean marked = name.startsWith("!");
        return new Line(
                marked ? name.substring(1) : name,
                columns[0].substring(equals + 1).strip(),
                Unit.of(columns[1].strip()),
                columns[2].strip(),
                marked);
    }

    /**
     * What every line comes to.
     *
     * @param given formulas in the place of the plan's own, by name
     * @throws IllegalArgumentException if a name of {@code given} is none of the plan's, or a formula uses one that no line before it has
     */
    Map<String, Double> values(Map<String, String> given) {
        Map<String, String> unused = new HashMap<>(given);
        Map<String, Double> values = new LinkedHashMap<>();
        for (Part part : parts) {
            for (Line line : part.lines()) {
                String formula = given.getOrDefault(line.name(), line.formula());
                unused.remove(line.name());
                double value = Formula.value(formula, name -> known(values, name, line));
                if (values.put(line.name(), value) != null) {
                    throw new IllegalArgumentException(line.name() + " stands twice");
                }
            }
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("the plan has no " + String.join(", ", unused.keySet()));
        }
        return values;
    }

    private static double known(Map<String, Double> values, String name, Line line) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(line.name() + " uses " + name + ", which no line before it has");
        }
        return value;
    }
}
