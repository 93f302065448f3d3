import Testing
import Vocabulary

@testable import Priorities

struct OptionsDocumentTests {
    private func option(_ more: (String, JSONValue)...) -> JSONValue {
        .object(
            [.init("id", "varnish"), .init("title", "Varnish")] + more.map { .init($0.0, $0.1) })
    }

    private func read(_ option: JSONValue) throws(Refusal) -> Option {
        try OptionsDocument.read(object(("options", [option])), named: "options.yaml").options[0]
    }

    @Test func `costs by year are the same as the list of years`() throws {
        let short = try read(
            option(
                (
                    "costs",
                    object(
                        ("2026/27", object(("recurrent", "£120,000"), ("oneOff", "£10,000"))),
                        ("2027/28", object(("recurrent", "£150,000"))))
                )))
        let long = try read(
            option(
                (
                    "costs",
                    [
                        object(("year", "2026/27"), ("recurrentPence", 12_000_000), ("oneOffPence", 1_000_000)),
                        object(("year", "2027/28"), ("recurrent", "£150,000")),
                    ]
                ), ("fullYear", "£150,000")))
        #expect(short == long)
        #expect(short.fullYear == Money(pence: 15_000_000))
    }

    @Test func `a full year that is given stands before the last year's cost`() throws {
        let option = try read(
            option(
                ("costs", object(("2026/27", object(("recurrent", "£50,000"))))), ("fullYear", "£100,000"),
                ("workforce", .decimal(2.35))))
        #expect(option.fullYear == Money(pence: 10_000_000) && option.workforceHundredths == 235)
    }

    @Test(arguments: [
        ("costs", object(("2026/27", "£50,000")), "2026/27"),
        ("costs", object(("next year", object(("recurrent", "£1")))), "next year"),
        ("workforce", JSONValue.decimal(2.345), "workforce"),
        ("workforce", JSONValue.text("two"), "workforce"),
        ("cost", JSONValue.integer(1), "cost"),
    ])
    func `what is not of its form is refused by name`(key: String, value: JSONValue, named: String) {
        let refusal = #expect(throws: Refusal.self) { try read(option((key, value), ("fullYear", "£1"))) }
        #expect(refusal?.sentence.contains(named) == true)
    }

    @Test func `an option is put forward after those that it requires`() throws {
        let document = OptionsDocument(options: [
            Option(id: slug("b"), title: "B", costs: [], fullYear: .zero, requires: [slug("a")]),
            Option(id: slug("a"), title: "A", costs: [], fullYear: .zero),
        ])
        let acts = try document.acts(in: slug("teeth")).compactMap { $0 as? PutForwardOption }
        #expect(acts.map(\.option.id) == [slug("a"), slug("b")])
    }

    @Test func `a short name that stands twice is refused and amends nothing`() throws {
        let option = Option(id: slug("a"), title: "A", costs: [], fullYear: .zero)
        let twice = OptionsDocument(options: [option, option])
        #expect(throws: Refusal.self) { try twice.acts(in: slug("teeth")) }
    }
}
