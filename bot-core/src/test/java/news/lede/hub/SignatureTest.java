package news.lede.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    // The first three are RFC 4231's test case 2; the one by SHA-1 is RFC 2202's.
    private static final String SECRET = "Jefe";
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "SHA256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843",
                "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
            })
    void everyMethodOfTheStandardIsKnown(String header) {
        assertThat(Signature.isGood(header, SECRET, BODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256",
                "sha256=",
                "md5=750c783e6ab0b503eaa86e310a5db738",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844",
                "sha256=5bdc",
                "sha256=not hexadecimal",
                "sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            })
    void anythingElseIsNoSignature(String header) {
        assertThat(Signature.isGood(header, SECRET, BODY)).isFalse();
    }

    @Test
    void withoutASecretNothingIsProven() {
        assertThat(Signature.isGood(
                        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "", BODY))
                .isFalse();
        assertThat(Signature.isGood(
                        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", SECRET, new byte[0]))
                .isFalse();
    }
}
