import CLI
import Exemplar
import Files
import Foundation
import Governance
import Store
import Vocabulary

/// The exemplar's register, committees, rights, map of accountability and last month's meeting, taken in from files.
enum DemoGovernance {
    /// - Parameter files: where the files are left, to try the commands with.
    static func take(into store: Store, by author: Author, files: URL) throws {
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        let (desk, moment) = (GovernanceDesk(store), Clock.now())
        for file in Exemplar.governance(for: Occasion(endingAt: moment)) {
            try Data(file.bytes).write(to: files.appendingPathComponent(file.path))
            let document = try GovernanceDocument.read(
                YAMLFile.value(of: file.bytes, named: file.path), named: file.path)
            try desk.perform(by: author, at: moment) { texts, _ in
                try document.acts { text throws(Refusal) in try texts.keep(text) }
            }
        }
        let book = try desk.book()
        Printing.line(
            "Governance: \(book.people.count) people on the register, \(book.committees.count) committees, "
                + "\(book.rights.count) decision rights of which \(book.questions.count) are in question, "
                + "\(book.edges.count) lines of who answers to whom.")
    }
}
