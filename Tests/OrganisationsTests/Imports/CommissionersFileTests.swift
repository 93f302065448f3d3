import Organisations
import Testing
import Vocabulary

struct CommissionersFileTests {
    static let header =
        "code,name,kind,regionCode,regionName,validFrom,validTo,source,verified,successors,counted\n"

    static func read(_ rows: String...) throws -> Directory {
        let text = header + rows.joined(separator: "\n") + "\n"
        return try CommissionersFile.read(Array(text.utf8), named: "a.csv")
    }

    @Test func `a row is an organisation over its days, with whom it handed over to`() throws {
        let directory = try Self.read(
            "QM7,\"A, B ICB\",integrated care board,Y61,East,2020-04-01,2026-04-01,s,yes,S1Y5D:97;D7T5G:29,practices",
            "S1Y5D,C ICB,integrated care board,Y61,East,2026-04-01,,s,no,,",
            "D7T5G,D ICB,integrated care board,,,2026-04-01,,s,no,,")
        #expect(directory.name(of: code("QM7"), on: day("2020-04-01")) == "A, B ICB")
        #expect(directory.handovers.map(\.counted) == ["practices"])
        #expect(directory.successors(of: code("QM7"), on: day("2026-04-01")).map(\.count) == [97, 29])
        #expect(directory.organisation(code("D7T5G"), on: day("2026-04-01"))?.region == nil)
    }

    @Test(arguments: [
        ("Q-1,A,region,,,2020-04-01,,s,yes,,", "row 2, code"),
        ("Q1,,region,,,2020-04-01,,s,yes,,", "row 2, name"),
        ("Q1,A,club,,,2020-04-01,,s,yes,,", "row 2, kind"), ("Q1,A,region,,,,,s,yes,,", "row 2, validFrom"),
        ("Q1,A,region,Y1,,2020-04-01,,s,yes,,", "row 2, regionCode"),
        ("Q1,A,region,,North,2020-04-01,,s,yes,,", "row 2, regionCode"),
        ("Q1,A,region,,,2020-04-01,,,yes,,", "row 2, source"),
        ("Q1,A,region,,,2020-04-01,,s,,,", "row 2, verified"),
        ("Q1,A,region,,,2020-04-01,,s,yes,Q2:1,practices", "row 2, successors"),
        ("Q1,A,region,,,2020-04-01,2021-04-01,s,yes,Q2,practices", "row 2, successors"),
        ("Q1,A,region,,,2020-04-01,2021-04-01,s,yes,Q2:0,practices", "row 2, successors"),
        ("Q1,A,region,,,2020-04-01,2021-04-01,s,yes,Q2:1;Q2:1,practices", "row 2, successors"),
        ("Q1,A,region,,,2020-04-01,2021-04-01,s,yes,Q2:1,", "row 2, counted"),
        ("Q1,A,region,,,2020-04-01,2021-04-01,s,yes,;,practices", "row 2, successors"),
    ])
    func `a row at fault refuses the file and says where`(row: String, part: String) throws {
        let refusal = try #require(throws: Refusal.self) { try Self.read(row) }
        #expect(refusal.kind == .input && refusal.code == "bad-definitions")
        #expect(refusal.sentence.contains(part), "\(refusal.sentence)")
    }

    @Test func `a directory that contradicts itself is refused`() throws {
        let row = "Q1,A,region,,,2020-04-01,,s,yes,,"
        let refusal = try #require(throws: Refusal.self) { try Self.read(row, row) }
        #expect(refusal.code == "bad-directory")
    }
}
