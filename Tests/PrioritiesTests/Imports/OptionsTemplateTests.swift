import Tabular
import Testing
import Vocabulary

@testable import Priorities

struct OptionsTemplateTests {
    private let round = roundForForms()

    /// Columns A short name, B option, C what is done, D kind, E–H costs, I full year, J capital, K staff, L people,
    /// M chance, N who, O area, P equity, Q tags, R needs, S changes, T contracts; row 5 is the first open one.
    private let filled = [
        "A5": "care-homes", "B5": "Care homes", "D5": "invest", "E5": "£120,000", "F5": "10000.50", "G5": "150,000",
        "I5": "£150,000", "J5": "5,000", "K5": "2.5", "L5": "3,400", "M5": "60%", "O5": "coast",
        "Q5": "older, fair", "R5": "varnish", "S5": "yes",
    ]

    private func read(_ cells: [String: String], _ more: [String: [String: String]] = [:]) throws -> Reading<Option> {
        let form = try OptionsTemplate.form(for: round, openRows: 3)
        return try OptionsTemplate.read(
            returned(form, filling: more.merging(["Options": cells]) { first, _ in first }), in: round)
    }

    @Test func `what was put forward stands on the form and comes back the same`() throws {
        let reading = try read([:])
        #expect(reading.values.map(\.value) == round.options && reading.problems.isEmpty)
        #expect(reading.rowsRead == 3)
    }

    @Test func `a new row is an option, with its evidence and the contracts that it frees`() throws {
        let reading = try read(
            filled,
            [
                "Evidence": ["A2": "care-homes", "B2": "It works.", "C2": "systematic review", "D2": "A review"],
                "Contracts freed": ["A2": "care-homes", "B2": "5100000000", "C2": "£9,000", "D2": "2027-04-01"],
            ])
        #expect(reading.problems.isEmpty)
        let option = try #require(reading.values.last?.value)
        #expect(option.costs.map(\.recurrent.pence) == [12_000_000, 15_000_000])
        #expect(option.costs[0].oneOff == Money(pence: 1_000_050) && option.capital == Money(pence: 500_000))
        #expect(option.workforceHundredths == 250 && option.people == 3_400 && option.successPercent == 60)
        #expect(option.tags == [slug("older"), slug("fair")] && option.requires == [slug("varnish")])
        #expect(option.changesService && option.area == slug("coast"))
        #expect(option.evidence == [Evidence(claim: "It works.", rung: .systematic, citation: "A review")])
        #expect(option.freesContracts.first?.amount == Money(pence: 900_000))
        #expect(reading.rowsRead == 6)
    }

    @Test(arguments: [
        (["A5": "Care homes"], "short-name", "cell A5"), (["A5": "varnish"], "option-twice", "row 2"),
        (["B5": ""], "blank", "cell B5"), (["D5": "spend"], "unknown-word", "cell D5: “spend” is none of: Invest"),
        (["E5": "lots"], "unreadable-amount", "cell E5: “lots”"), (["E5": "12%"], "percentage", "cell E5"),
        (["I5": ""], "blank", "cell I5"), (["J5": "1.234"], "unreadable-amount", "cell J5"),
        (["K5": "£2"], "unreadable-number", "cell K5"), (["L5": "2.5"], "unreadable-count", "cell L5"),
        (["L5": "-3"], "negative", "cell L5"), (["M5": "0.5"], "chance", "cell M5"),
        (["M5": "101"], "chance", "cell M5"),
        (["O5": "coast, fens"], "one-only", "cell O5"), (["Q5": "Older People"], "short-name", "cell Q5"),
        (["S5": "perhaps"], "unknown-word", "cell S5"),
    ])
    func `a fault is a problem that names the cell, and the other rows are kept`(
        cells: [String: String], code: String, words: String
    ) throws {
        let reading = try read(filled.merging(cells) { _, new in new })
        #expect(reading.problems.map(\.code) == [code])
        #expect(reading.problems[0].explanation.contains(words), "\(reading.problems[0].explanation)")
        #expect(reading.values.count == 3 && reading.rowsRead == 4)
    }

    @Test func `evidence for an option that was not read is refused`() throws {
        let reading = try read(
            [:], ["Evidence": ["A2": "ghost", "B2": "It works.", "C2": "Experience", "D2": "Talk"]])
        #expect(reading.problems.map(\.code) == ["unknown-option"])
        #expect(reading.problems[0].explanation.hasPrefix("Sheet “Evidence”, cell A2: “ghost”"))
        #expect(reading.rowsRead == 4)
    }

    @Test func `a row that speaks of an option at fault says where the fault is, and what would do is named`() throws {
        let reading = try read(
            filled.merging(["P5": "Most deprived fifth"]) { _, new in new },
            ["Evidence": ["A2": "care-homes", "B2": "It works.", "C2": "Experience", "D2": "Talk"]])
        #expect(reading.problems.map(\.code) == ["short-name", OptionsTemplate.optionAtFault])
        #expect(reading.problems[0].explanation.hasSuffix("60 at most, such as most-deprived-fifth."))
        #expect(
            reading.problems[1].explanation.hasSuffix("“care-homes” is at fault on the sheet “Options”; mend it there.")
        )
    }

    @Test func `a year that the round has not, and one that is missing, refuse the sheet`() throws {
        let reading = try read(filled.merging(["G1": "2031/32 recurrent (£)"]) { _, new in new })
        #expect(reading.values.isEmpty)
        #expect(reading.problems.map(\.code) == ["wrong-year", "column-missing"])
        #expect(reading.problems[0].explanation.contains("cell G1: the round has no money of 2031/32"))
        #expect(reading.problems[0].explanation.contains("2026/27 to 2027/28"))
    }

    @Test func `a form made for other years is refused as a whole`() throws {
        let form = returned(try OptionsTemplate.form(for: round), filling: [:])
        var later = round
        later.envelope?.years.removeLast()
        let reading = try OptionsTemplate.read(form, in: later)
        #expect(reading.values.isEmpty && reading.problems.first?.code == "wrong-form")
    }

    @Test func `there is no form before the round has years`() {
        var open = round
        open.envelope = nil
        let refusal = #expect(throws: Refusal.self) { try OptionsTemplate.form(for: open) }
        #expect(refusal?.code == "envelope-missing")
    }
}
