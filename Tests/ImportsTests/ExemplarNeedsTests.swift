import Exemplar
import Files
import Foundation
import Needs
import Testing
import Vocabulary

@testable import Imports

/// The exemplar's files of need are read as real ones are.
struct ExemplarNeedsTests {
    @Test func `each is known by its columns, and every row of it is kept`() throws {
        let files = Exemplar(seed: 7, contracts: 12, firstYear: 2024).needsFiles
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
        let survey = try FileSurvey(of: folder.path, at: Moment(secondsSince1970: 1_790_000_000))
        for entry in survey.entries {
            guard case .read(_, let counts) = entry.outcome else {
                Issue.record("\(entry.name): \(entry.outcome)")
                continue
            }
            #expect(counts.read == counts.kept && counts.read > 100 && counts.problems == 0, "\(entry.name)")
        }
        #expect(survey.entries.count == files.count)
    }

    @Test func `the same seed gives the same bytes`() {
        let (one, two) = (
            Exemplar(seed: 7, contracts: 12, firstYear: 2024), Exemplar(seed: 7, contracts: 12, firstYear: 2024)
        )
        #expect(one.needsFiles == two.needsFiles)
    }
}
