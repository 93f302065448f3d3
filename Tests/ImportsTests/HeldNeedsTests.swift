import Foundation
import Needs
import Store
import Testing
import Vocabulary

@testable import Imports

/// Figures of files that are held: the same as of the files themselves.
struct HeldNeedsTests {
    private static let author = Author("Ann Analyst")!
    private static let moment = Moment(secondsSince1970: 1_790_000_000)

    private static let registers =
        "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n"
        + "A81001,DM,10,17OV,100\nA81002,DM,30,17OV,100\nA81001,AF,5,TOTAL,120\n"

    private static func takeIn(_ text: String, named name: String, into store: Store) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("held-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let kind = try RecognisedFile(at: path).kind
        let report = try kind.job(into: store, by: author, at: moment).run([path]) { _ in }
        #expect(report.refused.isEmpty)
    }

    private static let diabetes = IndicatorDefinition.shipped.first { $0.id == "diabetes-prevalence" }!

    @Test func `what is not held is asked for by what it is`() throws {
        let held = try HeldNeeds(try Store.inMemory())
        #expect(held.missing(for: Self.diabetes) == [.qofPrevalence])
        #expect {
            _ = try held.files(for: Self.diabetes, by: nil)
        } throws: { error in
            (error as? Refusal)?.code == "file-not-held"
        }
    }

    @Test func `a file that is held is read again as it was, with its digest, and placed by the map that is held`()
        throws
    {
        let store = try Store.inMemory()
        try Self.takeIn(Self.registers, named: "PREVALENCE_2425.csv", into: store)
        let alone = try HeldNeeds(store).files(for: Self.diabetes, by: nil)
        #expect(alone.grouping == nil && alone.sources.map(\.name) == ["PREVALENCE_2425.csv"])
        #expect {
            _ = try HeldNeeds(store).files(for: Self.diabetes, by: .board)
        } throws: { error in
            (error as? Refusal)?.code == "lookup-not-held"
        }
        try Self.takeIn(NeedsFilesTests.map, named: "map.csv", into: store)
        let placed = try HeldNeeds(store).files(for: Self.diabetes, by: .board)
        #expect(placed.grouping?.groups(of: "A81002") == ["QHL"])
        #expect(placed.sources.map(\.name) == ["PREVALENCE_2425.csv", "map.csv"])
        #expect(placed.readings.first?.reading.rowsKept == 3)
    }

    @Test func `of two files of a kind the last that has the figure is taken`() throws {
        let store = try Store.inMemory()
        try Self.takeIn(Self.registers, named: "PREVALENCE_2425.csv", into: store)
        try Self.takeIn(
            "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nA81001,AF,6,TOTAL,120\n",
            named: "PREVALENCE_2526.csv", into: store)
        #expect(try HeldNeeds(store).files(for: Self.diabetes, by: nil).sources.map(\.name) == ["PREVALENCE_2425.csv"])
        let fibrillation = IndicatorDefinition.shipped.first { $0.id == "atrial-fibrillation-prevalence" }!
        #expect(try HeldNeeds(store).files(for: fibrillation, by: nil).sources.map(\.name) == ["PREVALENCE_2526.csv"])
    }
}
