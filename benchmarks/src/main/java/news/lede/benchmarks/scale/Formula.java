package news.lede.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Arithmetic as it is written: {@code ceil(servers / 1_000) * (2 + share)}. Numbers, names, {@code + - * /}, brackets, and the functions {@code ceil}, {@code floor}, {@code min} and {@code max}. Reads one text once;
 * not thread-safe.
 */
final class Formula {
    private final String text;
    private final ToDoubleFunction<String> names;
    private int at;

    private Formula(String text, ToDoubleFunction<String> names) {
        this.text = text;
        this.names = names;
    }

    /**
     * What a formula comes to.
     *
     * @param names what each name stands for; throws for one it does not know
     * @throws IllegalArgumentException if it is no formula, naming the place
     */
    static double value(String text, ToDoubleFunction<String> names) {
        Formula formula = new Formula(text, names);
        double value = formula.sum();
        if (formula.peek() != 0) {
            throw formula.fault("an operator");
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (true) {
            switch (peek()) {
                case '+' -> value += behindSign(this::product);
                case '-' -> value -= behindSign(this::product);
                default -> {
                    return value;
                }
            }
        }
    }

    private double product() {
        double value = part();
        while (true) {
            switch (peek()) {
                case '*' -> value *= behindSign(this::part);
                case '/' -> value /= behindSign(this::part);
                default -> {
                    return value;
                }
            }
        }
    }

    private interface Reading {
        double read();
    }

    private double behindSign(Reading reading) {
        at++;
        return reading.read();
    }

    private double part() {
        char c = peek();
        if (c == '-') {
            return -behindSign(this::part);
        }
        if (c == '(') {
            double value = behindSign(this::sum);
            close();
            return value;
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (Character.isLetter(c)) {
            String name = word();
            return peek() == '(' ? function(name) : names.applyAsDouble(name);
        }
        throw fault("a number, a name or a bracket");
    }

    private double number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at).replace("_", ""));
        } catch (NumberFormatException e) {
            at = start;
            throw fault("a number");
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private double function(String name) {
        List<Double> given = new ArrayList<>();
        do {
            given.add(behindSign(this::sum));
        } while (peek() == ',');
        close();
        return switch (name) {
            case "ceil" -> Math.ceil(given.getFirst());
            case "floor" -> Math.floor(given.getFirst());
            case "min" -> given.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            case "max" -> given.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            default -> throw fault("ceil, floor, min or max in place of " + name);
        };
    }

    private void close() {
        if (peek() != ')') {
            throw fault("a closing bracket");
        }
        at++;
    }

    /** The next sign that means something; 0 at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException fault(String wanted) {
        return new IllegalArgumentException("in \"" + text + "\" at character " + (at + 1) + ": wanted " + wanted);
    }
}
