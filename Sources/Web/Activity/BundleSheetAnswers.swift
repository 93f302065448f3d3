import Access
import Challenges
import Digests
import Files
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// Sheets that come to a bundle: the provider's workbook with its answers, and a list of conclusions.
enum BundleSheetAnswers {
    private static let most = SheetAsking.limits.inWords

    static func answers(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try BundleWork(question, to: .editActivity)
        let (bundle, opened) = (work.bundle, opened(sent, work))
        let asking = SheetAsking(
            question: question, heading: "Take answers in", trail: BundleWork.trail(bundle), deed: .answers(bundle.id),
            form: SheetForm(
                sent?.filled ?? BundleFormAnswers.today(work), label: "The workbook that came back",
                hint: ".xlsx, or its sheet “Challenges” saved as .csv, at most \(most)",
                dayQuestion: "On which day did it come?"),
            before: [
                .paragraph(
                    "You see what can be read and what not before anything is recorded. The file itself is not kept: keep it.",
                    class: "lede")
            ], seen: [.init(BundleWork.revision, "\(opened)")], isTaken: { bundle.answerFiles.contains($0) },
            read: { sheet, day in try looked(sheet, on: day ?? work.today, work, opened) },
            taken: work.done("The file was taken in already, byte for byte: nothing changed."))
        return asking.asking(work.account)
    }

    private static func opened(_ sent: Sent?, _ work: BundleWork) -> Int {
        sent.flatMap { Int($0.body.text(BundleWork.revision)) } ?? work.seen
    }

    private static func looked(
        _ sheet: HeldSheets.Sheet, on day: Day, _ work: BundleWork, _ opened: Int
    ) throws -> SheetAsking.Looked {
        let bundle = work.bundle
        let read = try AnswerFile(try ReturnedForm(returned: sheet.bytes, named: sheet.name), to: bundle)
        let act = AnswerChallenges(
            bundle: bundle.id, source: sheet.digest, sourceName: sheet.name, on: day, answers: read.answers,
            document: Digest.of(AnswerChallenges.rows(read.answers).canonical))
        if !read.answers.isEmpty { _ = try work.decided(act) }
        func count(_ kind: ChallengeAnswer.Kind) -> String { grouped(read.answers.count { $0.kind == kind }) }
        let parts = read.answers.compactMap(\.amount).total()
        return SheetAsking.Looked(
            rows: [
                .init(
                    "Rows",
                    .text(
                        "\(grouped(read.rowsRead)) read = \(grouped(read.rowsKept)) kept + \(grouped(read.rowsRefused)) refused"
                    )),
                .init(
                    "Of those kept",
                    .text("\(grouped(read.answers.count)) answered, \(grouped(read.rowsUnanswered)) not yet")),
                .init(
                    "Answers",
                    .text(
                        "\(count(.accepted)) accepted, \(count(.part)) in part (\(parts)), \(count(.rejected)) rejected"
                    )),
            ], problems: read.problems,
            button: read.answers.isEmpty ? nil : "Take \(counted(read.answers.count, "answer", "answers")) in",
            perform: {
                let after = try work.perform(act, at: opened)
                return work.done(
                    "\(counted(read.answers.count, "answer was", "answers were")) taken in. \(work.standing(after))")
            })
    }

    static func conclusions(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try BundleWork(question, to: .editActivity)
        let (bundle, opened) = (work.bundle, opened(sent, work))
        let asking = SheetAsking(
            question: question, heading: "Take a list of conclusions in", trail: BundleWork.trail(bundle),
            deed: .conclusions(bundle.id),
            form: SheetForm(
                sent?.filled ?? BundleFormAnswers.today(work), label: "The list",
                hint:
                    ".xlsx or .csv, at most \(most), with the columns Challenge, Outcome (upheld, part, withdrawn), Amount "
                    + "and Reason",
                dayQuestion: "On which day was it concluded?"),
            before: [.paragraph("All of it is recorded at once, or none of it.", class: "lede")],
            seen: [.init(BundleWork.revision, "\(opened)")], isTaken: { _ in false },
            read: { sheet, day in
                let day = day ?? work.today
                let read = try ConclusionFile(try ReturnedForm(returned: sheet.bytes, named: sheet.name), on: bundle.id)
                for row in read.conclusions { try PatientIdentifier.refuse(in: row.reason) }
                let counts = Html.SummaryRow(
                    "Rows",
                    .text(
                        "\(grouped(read.rowsRead)) read = \(grouped(read.conclusions.count)) concluded + "
                            + "\(grouped(read.rowsOpen)) left open + \(grouped(read.rowsRefused)) refused"))
                guard read.problems.isEmpty, !read.conclusions.isEmpty else {
                    return SheetAsking.Looked(
                        rows: [counts], problems: read.problems, button: nil,
                        failure: read.problems.isEmpty
                            ? "No row of the list has an outcome. Fill in the column Outcome, and send it again."
                            : "The list is not taken in: mend what is named below, and send it again.",
                        perform: { throw Refusal.unknownBundle(bundle.id) })
                }
                if work.stand(read.conclusions, on: day) {
                    return SheetAsking.Looked(
                        rows: [counts], problems: [], button: nil, failure: "All of these conclusions stand already.",
                        perform: { throw Refusal.unknownBundle(bundle.id) })
                }
                let check = try BundleFormAnswers.check(read.conclusions, on: day, work)
                return SheetAsking.Looked(
                    rows: [counts] + check.rows, problems: [], button: check.button,
                    perform: {
                        work.done(
                            work.standing(
                                try work.perform(work.conclusions(read.conclusions, on: day), at: opened)))
                    })
            }, taken: work.done("The list was taken in already."))
        return asking.asking(work.account)
    }
}
