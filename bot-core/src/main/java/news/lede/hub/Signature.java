package news.lede.hub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether a hub's signature is by the secret that only it and we know. Pure. */
final class Signature {
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private Signature() {}

    /** {@code header}: {@code METHOD=HEX}. */
    static boolean isGood(String header, String secret, byte[] body) {
        Optional<Claim> claim = claim(header);
        if (claim.isEmpty() || secret.isEmpty()) {
            return false;
        }
        String method = claim.get().method();
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return MessageDigest.isEqual(mac.doFinal(body), claim.get().value());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + method, e);
        }
    }

    /** Whether {@code header} is written as a signature is, be it good or not. */
    static boolean canBeOne(String header) {
        return claim(header).isPresent();
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a record
    private record Claim(String method, byte[] value) {}

    private static Optional<Claim> claim(String header) {
        int equals = header.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        String method = METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        if (method == null) {
            return Optional.empty();
        }
        try {
            byte[] value = HexFormat.of().parseHex(header.substring(equals + 1).strip());
            return value.length == 0 ? Optional.empty() : Optional.of(new Claim(method, value));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not written in hexadecimal digits
        }
    }
}
