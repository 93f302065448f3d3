import Organisations
import Tabular
import Testing
import Vocabulary

struct ImportDirectoryFileTests {
    static func act(_ rows: String...) throws -> ImportDirectoryFile {
        let text = "old_code,new_code,date\n" + rows.joined(separator: "\n") + "\n"
        return ImportDirectoryFile(
            source: Source(
                digest: EvidenceID(bytes: Array(repeating: 7, count: 32)), name: "pairs.csv", publisher: "ODS",
                licence: "OGL", size: text.utf8.count), container: nil, dropped: [],
            file: try SuccessionsFile.read(Sheet(csv: Array(text.utf8), named: "pairs.csv")))
    }

    private static let moment = Moment(secondsSince1970: 1_700_000_000)

    @Test func `a file that can be read is taken in, and one that is held changes nothing`() throws {
        let act = try Self.act("A,B,2020-04-01")
        let new = try act.decide(.init(isHeld: false), by: Author("Ann")!, at: Self.moment)
        let again = try act.decide(.init(isHeld: true), by: Author("Ann")!, at: Self.moment)
        #expect(!new.isHeld && again.isHeld)
        #expect(act.journalled["kind"] == "ods-successions" && act.journalled["statedOn"] == "2020-04-01")
    }

    @Test func `a file of which no row could be read is refused`() throws {
        let act = try Self.act("A,B,yesterday")
        let refused1 = refusalCode {
            try act.decide(.init(isHeld: false), by: Author("Ann")!, at: Self.moment)
        }
        #expect(refused1 == "nothing-readable")
    }
}
