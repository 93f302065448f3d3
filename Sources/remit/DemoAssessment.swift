import Assessments
import CLI
import Digests
import Exemplar
import Files
import Foundation
import Governance
import Priorities
import Store
import Vocabulary

/// The exemplar's needs assessment: issued in a first version, one gap answered, one that waits, and an option of the
/// open round that cites it.
enum DemoAssessment {
    /// - Parameter files: where the files are left, to try the commands with.
    static func take(into store: Store, by author: Author, files: URL) throws {
        let (desk, moment) = (AssessmentDesk(store), Clock.now())
        let exemplar = Exemplar.assessment(for: Occasion(endingAt: moment))
        let folder = files.appendingPathComponent(exemplar.id)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in exemplar.files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.path)) }
        guard let id = Slug(exemplar.id), let written = exemplar.bytes(of: "assessment.yaml") else {
            preconditionFailure("an assessment has its document")
        }
        var tables: [[UInt8]] = []
        let value = try YAMLFile.value(of: written, named: "assessment.yaml").holdingFiles { path throws(Refusal) in
            guard let table = exemplar.bytes(of: path) else { preconditionFailure("\(path) is a file of it") }
            tables.append(table)
            return Digest.of(table)
        }
        let document = try AssessmentDocument.read(value, named: "assessment.yaml")
        try desk.perform(on: id, by: author, at: moment) { texts, held in
            for table in tables { _ = try texts.hold(table) }
            return try document.acts(on: held)
        }
        try answer(in: desk, id, by: author, at: moment)
        let version = try desk.issue(id, on: moment.inLondon.day, by: author, at: moment)
        try report(in: desk, id, at: moment)
        try cite(version, of: try desk.assessment(id), in: store, by: author, at: moment)
        Printing.line(
            "Needs assessment \(id): version \(version.number) issued, one gap answered and one that waits.")
    }

    private static func answer(in desk: AssessmentDesk, _ id: Slug, by author: Author, at moment: Moment) throws {
        guard let gap = Slug("saltern") else { return }
        try desk.perform(on: id, by: author, at: moment) { _, _ in
            [
                TriageGap(
                    assessment: id, gap: gap, outcome: .takenUp,
                    reason: "The figures on access say the same, and two more practices have told us of it."),
                AnswerGap(
                    assessment: id, gap: gap,
                    text: "A dental van for the coast is an option in the round on urgent care. Until it is decided, "
                        + "111 books children from Saltern at Otterhythe."),
            ]
        }
    }

    /// By one of the demonstration's people, who then sees what became of it.
    private static func report(in desk: AssessmentDesk, _ id: Slug, at moment: Moment) throws {
        guard let dentist = Author("a004"), let gap = Slug("school-visits") else { return }
        try desk.perform(on: id, by: dentist, at: moment) { _, _ in
            [
                ReportGap(
                    assessment: id,
                    gap: ReportedGap(
                        id: gap, what: "Nobody has visited the primary schools north of the river since 2023.",
                        place: "North of the river", theme: "visits to schools", from: "Larch Lane Dental Practice"))
            ]
        }
    }

    /// What an option rests on is the very version that was issued.
    private static func cite(
        _ version: IssuedVersion, of held: NeedsAssessment, in store: Store, by author: Author, at moment: Moment
    ) throws {
        guard let round = Slug("toothache-2027"), let name = Slug("coast-van"),
            var option = try RoundDesk(store).round(round).option(name)
        else { return }
        option.evidence.append(
            Evidence(
                claim: "Families on the coast cannot reach a chair.", rung: .localData,
                citation: "\(held.title), version \(version.number)", digest: version.document))
        let amended = option
        try RoundIntake(store, by: author, at: moment).perform { _, _ in
            [PutForwardOption(round: round, option: amended)]
        }
    }
}
