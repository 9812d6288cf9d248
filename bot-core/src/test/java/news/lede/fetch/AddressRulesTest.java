package news.lede.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import news.lede.fetch.FetchOutcome.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::10.0.0.1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void privateAndSpecialAddressesAreNotPermitted(String address) throws UnknownHostException {
        assertThat(AddressRules.PUBLIC_ONLY.permits(InetAddress.getByName(address), 80))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.89.99.1",
                "192.88.98.1",
                "198.17.0.1",
                "198.20.0.1",
                "198.51.101.1",
                "203.0.112.1",
                "223.255.255.255",
                "2a00:1450::1",
                "2001:4860::8888",
                "2606:4700::1",
                "64:ff9b::808:808",
                "::ffff:8.8.8.8",
                "2002:808:808::1"
            })
    void publicAddressesArePermitted(String address) throws UnknownHostException {
        assertThat(AddressRules.PUBLIC_ONLY.permits(InetAddress.getByName(address), 443))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, NOT_HTTP",
        "gopher://example.org/, NOT_HTTP",
        "example.org/feed, NOT_HTTP",
        "http:///feed, NO_HOST",
        "http:feed, NO_HOST",
        "https://user:secret@example.org/, CREDENTIALS"
    })
    void whatIsNoPlainWebAddressIsRefusedBeforeAnythingIsLookedUp(URI address, Refusal refusal) {
        assertThat(AddressRules.PUBLIC_ONLY.refusal(address)).contains(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "HTTPS://example.org/feed?x=1", "http://127.0.0.1:9000/"})
    void webAddressesPassTheFirstLook(URI address) {
        assertThat(AddressRules.PUBLIC_ONLY.refusal(address)).isEmpty();
    }

    @Nested
    class GivenAnAllowedAddress {
        @ParameterizedTest
        @CsvSource({
            "127.0.0.1:9000, 127.0.0.1, 9000, true",
            "127.0.0.1:9000, 127.0.0.1, 9001, false",
            "127.0.0.1:9000, 127.0.0.2, 9000, false",
            "127.0.0.1, 127.0.0.1, 80, true",
            "127.0.0.0/8, 127.200.1.9, 1234, true",
            "10.2.0.0/15, 10.1.255.255, 80, false",
            "10.2.0.0/15, 10.4.0.0, 80, false",
            "10.2.0.0/15, 10.3.255.255, 80, true",
            "[::1]:9000, ::1, 9000, true",
            "[::1]:9000, ::1, 80, false",
            "fd00::/8, fdff::9, 80, true",
            "fd00::/8, fc00::9, 80, false",
            "127.0.0.1:9000, ::ffff:127.0.0.1, 9000, true"
        })
        void onlyWhatItCoversIsPermitted(String allowed, String address, int port, boolean permitted)
                throws UnknownHostException {
            AddressRules rules = new AddressRules(List.of(AllowedAddress.parse(allowed)));
            assertThat(rules.permits(InetAddress.getByName(address), port)).isEqualTo(permitted);
        }

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "127.0.0.1:9000", "10.0.0.0/8", "10.0.0.0/8:81"})
        void itPrintsAsItIsWritten(String written) {
            assertThat(AllowedAddress.parse(written)).hasToString(written).isEqualTo(AllowedAddress.parse(written));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"localhost", "127.0.0.1:0", "127.0.0.1:70000", "10.0.0.0/33", "fd00::/129", "300.1.1.1", ""})
        void nonsenseIsRefusedWithTheReason(String written) {
            assertThatThrownBy(() -> AllowedAddress.parse(written)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9000, 127.0.0.1:9000, true",
        "127.0.0.1:9000, 127.0.0.1:9001, false",
        "127.0.0.1:9000, 127.0.0.2:9000, false",
        "127.0.0.1:9000, localhost:9000, false",
        "127.0.0.1:80, 127.0.0.1, true",
        "127.0.0.1:443, 127.0.0.1, true",
        "127.0.0.1:81, 127.0.0.1, false",
        "[::1]:9000, [::1]:9000, true",
        "[::1]:80, [::1], true",
        "127.0.0.0/8:9000, 127.0.0.1:9000, false",
        "127.0.0.1, 127.0.0.1:9000, false"
    })
    void aServerIsNamedByItsAddressWithItsPortOnly(String allowed, String host, boolean named) {
        assertThat(new AddressRules(List.of(AllowedAddress.parse(allowed))).names(host))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://0x7f.0.0.1/",
                "http://8.8.8.8.8/",
                "http://1.2.3.256/",
                "http://01.2.3.4/",
                "http://example.0x1/",
                "http://[::ffff:8.8.8.8]/",
                "http://[fe80::1%25eth0]/",
                "http://[::1/",
                "http://[::g]/"
            })
    void numbersInUnusualSpellingsAreRefusedUnseen(String address) {
        assertThat(WebAddress.parse(address)
                        .flatMap(AddressRules.PUBLIC_ONLY::refusal)
                        .orElse(Refusal.ODD_SPELLING))
                .isEqualTo(Refusal.ODD_SPELLING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "http://[2001:4860:4860::8888]/",
                "http://0x.example/",
                "http://1.example/",
                "http://example.org./",
                "http://8.8.8.8./",
                "http://127.0.0.1.example/"
            })
    void namesAndUsualNumbersAreNot(String address) {
        assertThat(AddressRules.PUBLIC_ONLY.refusal(URI.create(address))).isEmpty();
    }

    @Test
    void differentAllowancesDiffer() {
        assertThat(AllowedAddress.parse("127.0.0.1:1")).isNotEqualTo(AllowedAddress.parse("127.0.0.1:2"));
        assertThat(AllowedAddress.parse("10.0.0.0/8")).isNotEqualTo(AllowedAddress.parse("10.0.0.0/9"));
    }
}
