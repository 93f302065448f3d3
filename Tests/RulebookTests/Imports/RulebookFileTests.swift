import Rulebook
import Testing
import Vocabulary

struct RulebookFileTests {
    static let header = "id,value,unit,validFrom,validTo,source,verified,note,owner,reviewBy\n"

    static func read(_ rows: String) throws -> [Rule] {
        try RulebookFile.read(Array((header + rows).utf8), named: "local.csv")
    }

    @Test func `a row is a rule over its days`() throws {
        let rule = try #require(
            Self.read("a.b,8.2,%,2026-04-01,2027-04-01,\"A page, read\",yes,A note,Dental,2027-03-31\n").first
        )
        #expect(rule.id == "a.b" && rule.value == .share(Share(820, of: 10_000)!))
        #expect(rule.period == Period(from: day("2026-04-01"), to: day("2027-04-01")))
        #expect(rule.source == "A page, read" && rule.isVerified && rule.note == "A note")
        #expect(rule.owner == "Dental" && rule.reviewBy == day("2027-03-31"))
    }

    @Test(arguments: [
        ("a,1,furlongs,2024-04-01,,s,yes,,,", "row 2, unit: “furlongs” is none of %, £, UDA"),
        ("a,one,count,2024-04-01,,s,yes,,,", "row 2, value: “one” is no value in count"),
        ("a,1,count,2024-02-30,,s,yes,,,", "row 2, validFrom: “2024-02-30” is no day"),
        ("a,1,count,2024-04-01,2024-04-01,s,yes,,,", "row 2, validTo: “2024-04-01” is not after"),
        ("a,1,count,2024-04-01,soon,s,yes,,,", "row 2, validTo: “soon” is no day"),
        ("a,1,count,2024-04-01,,,yes,,,", "row 2, source: “” is blank"),
        ("a,1,count,2024-04-01,,s,perhaps,,,", "row 2, verified: “perhaps” is neither"),
        (",1,count,2024-04-01,,s,yes,,,", "row 2, id: “” is blank"),
        ("a,1,count,2024-04-01,,s,yes,,,tomorrow", "row 2, reviewBy: “tomorrow” is no day"),
    ])
    func `a row at fault refuses the file and says where`(row: String, part: String) throws {
        let refusal = try #require(throws: Refusal.self) { try Self.read(row + "\n") }
        #expect(refusal.kind == .input && refusal.code == "bad-definitions")
        #expect(refusal.sentence.contains(part), "\(refusal.sentence)")
    }
}
