import Needs
import Tabular
import TestSupport
import Testing
import Vocabulary

struct ImportNeedsFileTests {
    static func act(_ rows: String) throws -> ImportNeedsFile {
        ImportNeedsFile(
            source: Source(
                digest: EvidenceID(bytes: Array(repeating: 7, count: 32)), name: "x_2425.csv", publisher: "NHS England",
                licence: "OGL", size: 10), container: nil, kind: .qofPrevalence, dropped: ["NOTE"],
            reading: try Published.read(.qofPrevalence, QofFileTests.header + rows, named: "x_2425.csv"))
    }

    private static let moment = Moment(secondsSince1970: 1_700_000_000)

    @Test func `a file that can be read is taken in, and one that is held changes nothing`() throws {
        let act = try Self.act("A1,DM,10,17OV,100\n")
        #expect(try !act.decide(.init(isHeld: false), by: Author("Ann")!, at: Self.moment).isHeld)
        #expect(try act.decide(.init(isHeld: true), by: Author("Ann")!, at: Self.moment).isHeld)
        #expect(act.journalled["kind"] == "qofPrevalence" && act.journalled["rowsRead"] == 1)
        #expect(act.journalled["dropped"] == ["NOTE"])
    }

    @Test func `a file of which no row could be read is refused with the first reason`() throws {
        let act = try Self.act("A1,DM,110,17OV,100\n")
        #expect {
            try act.decide(.init(isHeld: false), by: Author("Ann")!, at: Self.moment)
        } throws: { error in
            let refusal = error as? Refusal
            return refusal?.code == "nothing-readable" && refusal?.sentence.contains("110 out of 100") == true
        }
    }
}
