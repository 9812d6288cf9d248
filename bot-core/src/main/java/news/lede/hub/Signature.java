package news.lede.hub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether a hub's signature is by the secret that only it and we know. Pure. */
final class Signature {
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private Signature() {}

    /** {@code header}: {@code METHOD=HEX}. */
    static boolean isGood(String header, String secret, byte[] body) {
        int equals = header.indexOf('=');
        String method = equals < 0
                ? null
                : METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        if (method == null || secret.isEmpty()) {
            return false;
        }
        try {
            byte[] claimed =
                    HexFormat.of().parseHex(header.substring(equals + 1).strip());
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return MessageDigest.isEqual(mac.doFinal(body), claimed);
        } catch (IllegalArgumentException e) {
            return false; // not written in hexadecimal digits
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + method, e);
        }
    }
}
