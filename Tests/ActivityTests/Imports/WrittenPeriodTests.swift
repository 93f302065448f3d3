import Testing

@testable import Activity

struct WrittenPeriodTests {
    private func year(_ text: String) -> Int? {
        var text = text
        return text.withUTF8 { WrittenPeriod.year($0) }
    }

    private func month(_ text: String) -> Int? {
        var text = text
        return text.withUTF8 { WrittenPeriod.month($0) }
    }

    @Test(arguments: ["202526", "2025/26", "2025-26", "2025 26", "2025-2026", "20252026"])
    func `a financial year is read in every form in which it names both years`(text: String) {
        #expect(year(text) == 2025)
    }

    @Test func `the turn of a century is a year like others`() { #expect(year("209900") == 2099) }

    @Test(arguments: [
        "215551", "202527", "2025", "25/26", "2025/25", "Cardiology", "", "2025267", "20252027", "2025/26x",
    ])
    func `a year that does not follow on is no year`(text: String) { #expect(year(text) == nil) }

    @Test(arguments: [("1", 1), ("12", 12), ("01", 1), ("M1", 1), ("m12", 12), ("7.0", 7)])
    func `a month is 1 to 12`(text: String, number: Int) { #expect(month(text) == number) }

    @Test(arguments: ["110", "400", "0", "13", "5.5", "-1", "(1)", "£1", "April", "", "M", "MM1"])
    func `a month is never rounded or guessed`(text: String) { #expect(month(text) == nil) }
}
