import Foundation
import Imports
import Store
import Testing
import Vocabulary

/// Files taken in by what they are.
struct RecognisedImportTests {
    private static let moment = Moment(secondsSince1970: 1_795_000_000)

    @Test func `a folder's files go in by their kinds; one that is not known is refused and the others stand`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("known-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            ("a.csv", "old_code,new_code,date\nA,B,2020-04-01\n"), ("b.csv", "colour\nred\n"),
            ("c.csv", "commissioner_code,population,period,source\nQWX,1000,2023/24,ONS\n"),
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        let store = try Store.inMemory()
        let job = RecognisedImport(into: store, by: Author("Ann")!, at: Self.moment, dropping: [])
        let report = try job.run([folder.path]) { _ in }
        #expect(report.files.map(\.status) == ["kept", "refused", "kept"])
        #expect(report.refused.first?.refusal?.code == "not-known")
        #expect(try job.run([folder.path]) { _ in }.files.map(\.status) == ["alreadyHeld", "refused", "alreadyHeld"])
        #expect(try job.run(["-"]) { _ in }.refused.first?.refusal?.code == "kind-needed")
    }
}
