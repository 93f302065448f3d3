import Governance
import Markup
import Pages
import Tabular
import Testing
import Vocabulary

struct AccountabilityMapTests {
    private let day = Day("2026-09-01")!

    private func edge(_ id: String, _ actor: String, _ forum: AccountabilityEdge.Party) -> AccountabilityEdge {
        AccountabilityEdge(
            id: Slug(id)!, actor: .organisation(OrganisationCode(actor)!), forum: forum, about: "the dental budget",
            explains: "reports", questions: "meetings", judges: "assessment", consequences: "withdrawal",
            direction: .vertical, nature: .administrative, from: Day("2024-04-01")!, citation: "Agreement")
    }

    private func map(_ edges: [AccountabilityEdge], findings: [AccountabilityFinding] = []) -> AccountabilityMap {
        var book = GovernanceBook()
        for edge in edges { book.edges[edge.id] = edge }
        return AccountabilityMap(AccountabilityChart(book, on: day, names: PartyNames(), findings: findings))
    }

    private func read(_ map: AccountabilityMap) -> ReadPage {
        ReadPage("<!>" + map.figure(in: Sample.shell).rendered)
    }

    private var pattern: [AccountabilityEdge] {
        var weak = edge("c", "ICB", .partnership(Slug("stp")!))
        weak.judges = nil
        weak.consequences = nil
        return [edge("a", "ICB", .organisation(OrganisationCode("NHSE")!)), edge("b", "ICB", .thePublic), weak]
    }

    @Test func `a broken edge is told by a dash, a cross and words, in the picture, the list and the table`() {
        let map = map(pattern)
        let page = read(map)
        #expect(page.all("line").count { $0.attributes["class"] == "edge-broken" } == 4, "three and one of the key")
        #expect(page.all("line").count { $0.attributes["class"] == "edge-whole" } == 7, "six and one of the key")
        #expect(page.all("text").contains { $0.text == "3 ×" } && page.all("text").contains { $0.text == "1" })
        #expect(map.figure(in: Sample.shell).rendered.contains("× lacks a judgement and consequences"))
        #expect(
            map.table().rows.map { $0[5] } == [
                .absent("nothing"), .absent("nothing"), .text("a judgement and consequences"),
            ])
        #expect(map.description == "4 parties and 3 edges on 1 September 2026, of which 1 lacks an element.")
    }

    @Test func `what was found of a party stands under its name and in the description`() {
        let finding = AccountabilityFinding(
            .forumWithoutConsequence, "A sentence.", remedy: "A remedy.", parties: [.partnership(Slug("stp")!)])
        let map = map(pattern, findings: [finding])
        #expect(read(map).all("text").contains { $0.text == "forum without consequence" })
        #expect(map.description.hasSuffix("Found: the partnership stp: forum without consequence."))
    }

    @Test func `no two edges that share a height share a lane`() {
        let edges = (0..<12).map { number in
            edge("e\(number)", "A\(number % 3)", .organisation(OrganisationCode("F\(number % 5)")!))
        }
        let lines = read(map(edges)).all("line").filter { line in
            line.attributes["class"] == "edge-whole" && line.attributes["x1"] == line.attributes["x2"]
        }
        let spans = lines.map { line -> (x: String, low: Double, high: Double) in
            let ends = ["y1", "y2"].compactMap { line.attributes[$0].flatMap(Double.init) }
            return (line.attributes["x1"] ?? "", ends.min() ?? 0, ends.max() ?? 0)
        }
        #expect(spans.count == 12)
        for (place, one) in spans.enumerated() {
            for other in spans[(place + 1)...] where one.x == other.x {
                #expect(one.high < other.low || other.high < one.low)
            }
        }
    }

    @Test func `the order in which edges are drawn changes nothing, and no edge is said to be none`() {
        let one = map(pattern).figure(in: Sample.shell).rendered
        #expect(one == map(pattern.reversed()).figure(in: Sample.shell).rendered)
        #expect(map([]).figure(in: Sample.shell).rendered.contains("No edge of the map stands on 1 September 2026."))
    }
}
