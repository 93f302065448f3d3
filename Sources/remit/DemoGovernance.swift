import CLI
import Digests
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

    /// The meeting that a reader can run: its papers are out, and nobody has opened it.
    static func planMeetingToday(in store: Store, by author: Author, files: URL) throws {
        let (desk, moment) = (GovernanceDesk(store), Clock.now())
        let exemplar = Exemplar.meetingToday(for: Occasion(endingAt: moment))
        for file in exemplar.files {
            let place = files.appendingPathComponent(exemplar.id).appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: place)
        }
        guard let plan = exemplar.bytes(of: "meeting.yaml") else { preconditionFailure("a meeting has its plan") }
        var papers: [[UInt8]] = []
        let value = try YAMLFile.value(of: plan, named: "meeting.yaml").holdingFiles { path throws(Refusal) in
            guard let paper = exemplar.bytes(of: path) else { preconditionFailure("\(path) is a file of the meeting") }
            papers.append(paper)
            return Digest.of(paper)
        }
        let acts = try MeetingDocument.read(value, named: "meeting.yaml").acts()
        try desk.perform(by: author, at: moment) { texts, _ in
            for paper in papers { _ = try texts.hold(paper) }
            return acts
        }
        Printing.line("Meeting \(exemplar.id): planned for today, and its papers are out.")
    }
}
