package news.lede.onnx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the word pieces a BERT model was trained on and gives their numbers.
 *
 * <p>The rules are those of the uncased BERT models: control characters dropped, white space made plain, every CJK ideograph a word of its own,
 * lower case, accents stripped, punctuation parted from words, then for each word the longest piece of the vocabulary from the left, again and again.
 * A word that cannot be covered is one unknown piece. Pure and thread-safe.
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final String CONTINUED = "##";

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int first;
    private final int last;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = number("[UNK]");
        this.first = number("[CLS]");
        this.last = number("[SEP]");
    }

    /** Reads the vocabulary out of a tokenizer.json: the object {@code vocab} within {@code model}. */
    static WordPiece read(InputStream tokenizerJson) throws IOException {
        Map<String, Integer> vocabulary = HashMap.newHashMap(31_000);
        try (JsonParser parser = new JsonFactory().createParser(tokenizerJson)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && "vocab".equals(parser.currentName())) {
                    parser.nextToken();
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String piece = parser.currentName();
                        parser.nextToken();
                        vocabulary.put(piece, parser.getIntValue());
                    }
                    return new WordPiece(vocabulary);
                }
            }
        }
        throw new IOException("tokenizer.json has no vocabulary");
    }

    /** The numbers of the pieces of {@code text} between the marks of beginning and end, at most {@code limit} with both marks. */
    int[] encode(String text, int limit) {
        List<Integer> pieces = new ArrayList<>(limit);
        pieces.add(first);
        for (String word : words(text, limit * LONGEST_WORD)) {
            addPieces(word, pieces);
            if (pieces.size() >= limit - 1) {
                break;
            }
        }
        int length = Math.min(pieces.size(), limit - 1);
        int[] encoded = new int[length + 1];
        for (int i = 0; i < length; i++) {
            encoded[i] = pieces.get(i);
        }
        encoded[length] = last;
        return encoded;
    }

    private void addPieces(String word, List<Integer> pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        int before = pieces.size();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            Integer piece = null;
            while (end > start && piece == null) {
                String candidate = word.substring(start, end);
                piece = vocabulary.get(start == 0 ? candidate : CONTINUED + candidate);
                if (piece == null) {
                    end--;
                }
            }
            if (piece == null) {
                // One piece that is not known makes the whole word unknown.
                pieces.subList(before, pieces.size()).clear();
                pieces.add(unknown);
                return;
            }
            pieces.add(piece);
            start = end;
        }
    }

    /** Words of the beginning of a text; no more of it than can matter is looked at. */
    private static List<String> words(String text, int longest) {
        String head = text.length() > longest ? text.substring(0, longest) : text;
        String plain = Normalizer.normalize(head.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (isSpace(c)) {
                end(word, words);
            } else if (isPunctuation(c) || isIdeograph(c)) {
                end(word, words);
                words.add(Character.toString(c));
            } else if (!isDropped(c)) {
                word.appendCodePoint(c);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || Character.isWhitespace(c)
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Accents, which decomposing has parted from their letters, and what cannot be seen. */
    private static boolean isDropped(int c) {
        return c == 0
                || c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE -> true;
                    default -> false;
                };
    }

    /** All ASCII signs count, also those that Unicode calls symbols. */
    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c != 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    private int number(String mark) {
        Integer number = vocabulary.get(mark);
        if (number == null) {
            throw new IllegalArgumentException("vocabulary without " + mark);
        }
        return number;
    }
}
