import Rulebook
import Testing
import Vocabulary

@testable import Challenges

struct ChallengeRuleTests {
    private let day = Day("2025-04-01")!

    @Test func `every rule of the published list comes with Remit, and each stands at a place of its own`() {
        let ids = (1...25).map { "CC\($0 < 10 ? "0" : "")\($0)" } + (1...4).map { "DD0\($0)" }
        #expect(ChallengeRule.shipped.map(\.id).sorted() == ids)
        #expect(Set(ChallengeRule.shipped.map(\.order)).count == ids.count)
        #expect(ChallengeRule.shipped.map(\.order) == ChallengeRule.shipped.map(\.order).sorted())
    }

    @Test(arguments: ChallengeRule.shipped)
    func `a rule's words are whole, and every number it uses has a rule with a source`(rule: ChallengeRule) throws {
        #expect(rule.words.letter.hasSuffix("."))
        #expect(!rule.words.title.isEmpty && !rule.owner.isEmpty && !rule.words.source.isEmpty)
        for table in rule.needs { #expect(ReferenceTable.named(table) != nil, "\(table)") }
        for id in rule.parameters.values { #expect(!(try Rulebook.shipped.rule(id, on: day)).source.isEmpty) }
        let sql = try rule.sql(rules: .shipped, on: day) { "'\($0)'" }
        #expect(!sql.contains(":"), "a value was not put in")
        for column in [
            "source", "sourceRow", "provider", "financialMonth", "pointOfDelivery", "relatedRow", "amountPence",
        ] {
            #expect(sql.contains(column))
        }
        // No threshold of a contract in the text: numbers are places and factors alone.
        let allowed: Set = ["0", "1", "100", "12", "01", "2", "4", "14", "18", "1900", "9999", "31", "8"]
        let numbers = rule.text.body.split { !$0.isNumber }.map(String.init)
        #expect(numbers.filter { !allowed.contains($0) } == [], "\(rule.id)")
    }

    @Test(arguments: [
        ("CC01", "QHM (C5)", "Responsible: QHM (C5)"), ("CC10", "123456", "Unit price due: £1,234.56"),
        ("CC09", "0", "Days due: 0"), ("CC05", "as it is", "as it is"),
    ])
    func `what is found in a row is said in the rule's words`(id: String, found: String, words: String) throws {
        let rule = try #require(ChallengeRule.shipped.first { $0.id == id })
        #expect(rule.said(found) == words)
    }

    @Test(arguments: ChallengeView.shipped)
    func `a view that rules share takes its lists from the Rulebook`(view: ChallengeView) throws {
        let sql = try view.sql(rules: .shipped, on: day) { "'\($0)'" }
        #expect(!sql.contains(":"))
    }

    @Test func `a list of words becomes a list of texts`() throws {
        let text = try QueryText(
            Array("-- uses: functions = activity.maternity.functions\nSELECT 1 WHERE a IN (:functions)".utf8),
            named: "a.sql")
        let sql = try text.sql(
            parameters: text.parameters(named: "a.sql"), rules: .shipped, on: day, quote: { "'\($0)'" })
        #expect(sql == "SELECT 1 WHERE a IN ('501', '560')")
    }

    @Test(arguments: [
        ("-- no key here\nSELECT 1", "without a key"), ("-- id: CC01\n", "has no SQL"),
        ("-- uses: a\nSELECT :a", "cannot be read"),
    ])
    func `a definition at fault is refused`(text: String, words: String) throws {
        let refusal = try #require(throws: Refusal.self) {
            let text = try QueryText(Array(text.utf8), named: "a.sql")
            _ = try text.parameters(named: "a.sql")
        }
        #expect(refusal.code == "bad-definitions")
        #expect(refusal.sentence.contains(words))
    }

    @Test func `a value that no line names is refused`() throws {
        let text = try QueryText(Array("-- id: a\nSELECT :nothing".utf8), named: "a.sql")
        #expect(throws: Refusal.self) { try text.sql(parameters: [:], rules: .shipped, on: day, quote: { $0 }) }
    }

    @Test func `before the first rule there is nothing to ask`() throws {
        let rule = try #require(ChallengeRule.shipped.first { $0.id == "DD04" })
        let refusal = try #require(throws: Refusal.self) {
            try rule.sql(rules: .shipped, on: Day("2006-01-01")!) { "'\($0)'" }
        }
        #expect(refusal.code == "no-rule")
    }
}
