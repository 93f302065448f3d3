import Tabular
import Testing

/// Exact numbers from text.
struct FixedPointTests {
    @Test(arguments: [
        ("0", 0), ("19145", 1_914_500), ("662069.82", 66_206_982), ("1592.6", 159_260), ("-1.2", -120), (" 7 ", 700),
        ("99999999999.99", 9_999_999_999_999), ("-0", 0),
    ])
    func `a published number is read exactly`(text: String, hundredths: Int) {
        #expect(FixedPoint.hundredths(text) == hundredths)
        #expect(FixedPoint.hundredths(text, as: .local) == hundredths)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "1.234", "1.500", "1,234.50", "£12", "(12.00)", "12-", "TBC", "1e5", "N/A", "--1",
        "1 2", "+1", "１", "99999999999999999999999", "0x10",
    ])
    func `a published file is held to plain numbers`(text: String) {
        #expect(FixedPoint.hundredths(text) == nil)
    }

    @Test(arguments: [
        ("1,234.50", 123_450), ("£12", 1_200), ("£1,234,567.8", 123_456_780), ("(12.00)", -1_200),
        ("(£12)", -1_200), ("-£12", -1_200), ("£-12", -1_200), ("12.5-", -1_250), ("+3", 300), (".5", 50), ("5.", 500),
        ("12.5000", 1_250), ("\u{2212}7", -700), ("£ 12", 1_200), ("\u{A0}12\u{A0}", 1_200),
    ])
    func `a local number is read as people write it`(text: String, hundredths: Int) {
        #expect(FixedPoint.hundredths(text, as: .local) == hundredths)
    }

    @Test(arguments: [
        "TBC", "1e5", "N/A", "12,34", "1,2345", ",123", "1.2.3", "(-12)", "--12", "££1", "12%", "1.005", "()", "-", "",
        "12 000", "99,999,999,999,999,999", "100000000000", "12p",
    ])
    func `a local number is never guessed`(text: String) {
        #expect(FixedPoint.hundredths(text, as: .local) == nil)
    }

    @Test func `a whole number has no decimals when published, and may have noughts in a local file`() {
        #expect(FixedPoint.whole("12") == 12)
        #expect(FixedPoint.whole("12.0") == nil)
        #expect(FixedPoint.whole("12.0", as: .local) == 12)
        #expect(FixedPoint.whole("12.5", as: .local) == nil)
        #expect(FixedPoint.whole("99999999999999999999") == nil)
    }

    @Test func `a percentage may have its sign`() {
        #expect(FixedPoint.percent("96.5%") == 9_650)
        #expect(FixedPoint.percent("96.5 %") == 9_650)
        #expect(FixedPoint.percent("100") == 10_000)
        #expect(FixedPoint.percent("%") == nil)
    }

    @Test(arguments: UInt64(1)...50)
    func `a number that is written and read is the same`(seed: UInt64) {
        let magnitude = Int((seed &* 0x9E37_79B9_7F4A_7C15) >> 22) % FixedPoint.largest
        for value in [magnitude, -magnitude] {
            let rest = abs(value) % 100
            let text = "\(value < 0 ? "-" : "")\(abs(value) / 100).\(rest < 10 ? "0" : "")\(rest)"
            #expect(FixedPoint.hundredths(text) == value)
            #expect(FixedPoint.hundredths(text, as: .local) == value)
        }
    }
}
