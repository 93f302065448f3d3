import Rulebook
import Testing
import Vocabulary

func day(_ text: String) -> Day { Day(text)! }

func rule(_ id: String, _ value: RuleValue, _ start: String, _ end: String? = nil, verified: Bool = true)
    -> Rule
{
    Rule(
        id: id, value: value, period: Period(from: day(start), to: end.map(day))!, source: "a source",
        isVerified: verified)
}

struct RulebookTests {
    static func percent(_ value: Int) -> RuleValue { .share(Share(percent: value)) }

    static func book() throws -> Rulebook {
        try Rulebook(rules: [
            rule("line", percent(96), "2006-04-01", "2020-04-01", verified: false),
            rule("line", percent(90), "2022-04-01", "2023-04-01"), rule("line", percent(96), "2023-04-01"),
            rule("lead", .days(5), "2006-04-01"),
        ])
    }

    @Test(arguments: [
        ("2006-04-01", 96), ("2020-03-31", 96), ("2022-04-01", 90), ("2023-03-31", 90), ("2023-04-01", 96),
        ("2099-01-01", 96),
    ])
    func `the rule of a day is the one in force on it`(on: String, percent: Int) throws {
        #expect(try Self.book().share("line", on: day(on)) == Share(percent: percent))
    }

    @Test(arguments: ["2006-03-31", "2020-04-01", "2022-03-31"])
    func `to ask in a gap is refused, naming the rule and the day`(on: String) throws {
        let refusal = try #require(throws: Refusal.self) { try Self.book().rule("line", on: day(on)) }
        #expect(refusal.kind == .rule && refusal.code == "no-rule")
        #expect(refusal.sentence == "No rule line was in force on \(day(on).inWords).")
    }

    @Test func `a rule that is not there is refused by its name`() throws {
        let refusal = try #require(throws: Refusal.self) {
            try Self.book().share("lime", on: day("2024-04-01"))
        }
        #expect(refusal.code == "no-rule" && refusal.sentence.contains("lime"))
    }

    @Test func `a rule in another unit is refused`() throws {
        let refusal = try #require(throws: Refusal.self) {
            try Self.book().money("line", on: day("2024-04-01"))
        }
        #expect(refusal.kind == .rule && refusal.code == "rule-unit")
        #expect(refusal.sentence == "line is in %, not in £.")
    }

    @Test(
        arguments: [
            ([("2006-04-01", "2020-04-01"), ("2020-03-31", nil)], "overlaps"),
            ([("2006-04-01", nil), ("2020-03-31", nil)], "overlaps"),
            ([("2006-04-01", "2020-04-01"), ("2006-04-01", "2020-04-01")], "stands twice"),
            ([("2006-04-01", "2020-04-01"), ("2006-04-01", "2010-04-01")], "overlaps"),
            ([("2010-04-01", nil), ("2006-04-01", "2020-04-01")], "overlaps"),
        ] as [([(String, String?)], String)])
    func `two values of one rule on one day are refused`(periods: [(String, String?)], what: String) throws {
        let rules = periods.map { rule("line", Self.percent(96), $0.0, $0.1) }
        let refusal = try #require(throws: Refusal.self) { try Rulebook(rules: rules) }
        #expect(refusal.kind == .input && refusal.code == "bad-rulebook")
        #expect(refusal.sentence.contains(what))
    }

    @Test func `a rule cannot change its unit`() throws {
        let rules = [rule("a", .days(3), "2006-04-01", "2020-04-01"), rule("a", .months(3), "2020-04-01")]
        let refusal = try #require(throws: Refusal.self) { try Rulebook(rules: rules) }
        #expect(refusal.sentence.contains("changes its unit on 2020-04-01"))
    }

    @Test func `periods that meet do not overlap, whatever the order of the rows`() throws {
        let rules = [rule("a", .days(4), "2020-04-01"), rule("a", .days(3), "2006-04-01", "2020-04-01")]
        #expect(try Rulebook(rules: rules).days("a", on: day("2020-03-31")) == 3)
        #expect(try Rulebook(rules: rules).days("a", on: day("2020-04-01")) == 4)
    }

    @Test func `the rules of a day are listed by name, each once`() throws {
        #expect(try Self.book().all(on: day("2022-05-01")).map(\.id) == ["lead", "line"])
        #expect(try Self.book().all(on: day("2021-05-01")).map(\.id) == ["lead"])
        #expect(try Self.book().unverified.map(\.id) == ["line"])
    }

    @Test func `each unit has its way in`() throws {
        let on = day("2024-05-01")
        let book = try Rulebook(rules: [
            rule("money", .money(Money(pence: 5)), "2024-04-01"),
            rule("units", .units(Units(3)), "2024-04-01"),
            rule("count", .count(2), "2024-04-01"), rule("months", .months(6), "2024-04-01"),
            rule("years", .years(3), "2024-04-01"), rule("flag", .flag(true), "2024-04-01"),
            rule("text", .text("by hand"), "2024-04-01"),
            rule("day", .dayInYear(DayInYear("03-31")!), "2024-04-01"),
        ])
        #expect(try book.money("money", on: on) == Money(pence: 5))
        #expect(try book.units("units", on: on) == Units(3))
        #expect(try book.count("count", on: on) == 2)
        #expect(try book.months("months", on: on) == 6)
        #expect(try book.years("years", on: on) == 3)
        #expect(try book.flag("flag", on: on))
        #expect(try book.text("text", on: on) == "by hand")
        #expect(try book.day("day", in: FinancialYear(startingIn: 2024)) == day("2025-03-31"))
        for id in ["money", "units", "count", "months", "years", "flag", "text", "day"] {
            #expect(throws: Refusal.self) { try book.share(id, on: on) }
        }
        #expect(throws: Refusal.self) { try book.day("flag", in: FinancialYear(startingIn: 2024)) }
        #expect(throws: Refusal.self) { try book.flag("day", on: on) }
        #expect(throws: Refusal.self) { try book.days("months", on: on) }
        #expect(throws: Refusal.self) { try book.months("years", on: on) }
        #expect(throws: Refusal.self) { try book.years("days", on: on) }
        #expect(throws: Refusal.self) { try book.count("units", on: on) }
        #expect(throws: Refusal.self) { try book.units("money", on: on) }
        #expect(throws: Refusal.self) { try book.text("count", on: on) }
    }
}
