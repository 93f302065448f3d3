import Testing
import Vocabulary

@testable import Priorities

@Suite struct CriteriaPackTests {
    private static let header = "pack,packTitle,criterion,title,meaning,source,verified,owner,reviewBy"

    private func packs(_ rows: [String]) throws -> [CriteriaPack] {
        try CriteriaPack.read(Array(([Self.header] + rows).joined(separator: "\n").utf8), named: "packs.csv")
    }

    private func row(_ pack: String, _ criterion: String, title: String = "A pack") -> String {
        "\(pack),\(title),\(criterion),Of \(criterion),Meant,A report,no,Somebody,2027-03-31"
    }

    @Test func `rows of one pack are its criteria in their order`() throws {
        let read = try packs([row("a", "x"), row("b", "x", title: "Another"), row("a", "y")])
        #expect(read.map(\.id) == [slug("a"), slug("b")])
        #expect(read[0].criteria.map(\.id) == [slug("x"), slug("y")] && read[1].title == "Another")
    }

    @Test func `a criterion twice, a pack described in two ways and a blank are refused with their row`() throws {
        let faulty = [
            [row("a", "x"), row("a", "x")], [row("a", "x"), row("a", "y", title: "Other")], [row("a", "")],
            [row("A", "x")],
        ]
        for rows in faulty {
            let refusal = #expect(throws: Refusal.self) { try packs(rows) }
            #expect(refusal?.code == "bad-definitions" && refusal?.sentence.contains("row \(rows.count + 1)") == true)
        }
    }

    @Test func `no pack that comes with Remit has cost among its criteria, so that a round can adopt it`() throws {
        #expect(!CriteriaPack.shipped.isEmpty)
        for pack in CriteriaPack.shipped {
            let criteria = pack.criteria.map {
                Criterion(id: $0.id, title: $0.title, meaning: $0.meaning, scale: Sample.points)
            }
            let act = SetCriteria(round: Sample.id, criteria: criteria, pack: PackUse(pack: pack.id, use: .adopted))
            #expect(code(act, on: try .sample(upTo: .envelope), at: Sample.after(.envelope)) == nil)
        }
    }
}
