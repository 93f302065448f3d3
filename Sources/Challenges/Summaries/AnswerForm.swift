public import Tabular
public import Vocabulary

/// The workbook that goes to a provider with a bundle: a line for each challenged row and rule, with room for the answer.
///
/// Nothing in it identifies a patient: rows are named by their file and number.
public enum AnswerForm {
    public static let sheet = "Challenges"
    public static let bundleFact = "Our reference"
    public static let digestFact = "Digest of the rows"

    /// The columns' titles, as they are written and looked for.
    enum Title {
        static let reference = "Reference"
        static let rule = "Rule"
        static let reason = "What we question"
        static let detail = "In particular"
        static let month = "Month"
        static let file = "File"
        static let row = "Row"
        static let record = "Your record"
        static let related = "Other row"
        static let amount = "Amount of the fault"
        static let atRisk = "Money in question"
        static let counted = "Counted once"
        static let answer = "Answer"
        static let accepted = "Amount accepted"
        static let why = "Your reason"
        static let evidence = "Where we can see the evidence"
        static let all = [
            reference, rule, reason, detail, month, file, row, record, related, amount, atRisk, counted, answer,
            accepted,
            why, evidence,
        ]
        static let asked = [reference, rule, file, row, atRisk, answer, accepted, why, evidence]
    }

    /// - Parameters:
    ///   - sending: nil for a draft.
    ///   - files: names of files by digest, where they are known.
    ///   - names: as the letter bears them; nil for codes alone.
    public static func form(
        of bundle: ChallengeBundle, sending: BundleSending?, files: [EvidenceID: String] = [:],
        names: ChallengeLetter.Names? = nil
    ) -> WorkbookForm {
        let kinds = ChallengeAnswer.Kind.allCases.map(\.rawValue)
        let columns: [FormSheet.Column] = [
            .init(Title.reference, width: 26, isOpen: false), .init(Title.rule, width: 8, isOpen: false),
            .init(Title.reason, width: 34, isOpen: false), .init(Title.detail, width: 46, isOpen: false),
            .init(Title.month, width: 13, isOpen: false),
            .init(Title.file, width: 24, isOpen: false), .init(Title.row, width: 9, isOpen: false),
            .init(Title.record, width: 22, isOpen: false), .init(Title.related, width: 10, isOpen: false),
            .init(Title.amount, width: 14, isOpen: false),
            .init(Title.atRisk, width: 14, isOpen: false), .init(Title.counted, width: 14, isOpen: false),
            .init(
                Title.answer, width: 12, allowed: .list(kinds),
                hint: "accepted: all of it. part: give the amount that you accept. rejected: give your reason."),
            .init(Title.accepted, width: 14, hint: "In pounds, only where the answer is part."),
            .init(
                Title.why, width: 40, hint: "Needed where the answer is part or rejected. Nothing that names a patient."
            ),
            .init(Title.evidence, width: 30, hint: "A reference to where we can see it. Nothing that names a patient."),
        ]
        let claims = ShareRowMoney.claimsAsSent(of: bundle)
        let rows = bundle.challenges.filter(\.isForProvider).map { challenge -> [FormSheet.Cell] in
            let raised = challenge.raised
            return [
                .text(reference(of: challenge, in: bundle)), .text(raised.rule),
                .text(bundle.words(of: raised.rule).title), raised.detail.map { .text(inWords($0)) } ?? .blank,
                .text(BundleMonth(year: raised.year, month: raised.month).inWords),
                .text(file(raised.source, files)), .init(.number(Double(raised.row))),
                raised.record.map { .text($0) } ?? .blank,
                raised.relatedRow.map { .init(.number(Double($0))) } ?? .blank, .init(.money(raised.amount)),
                raised.isDataOnly ? .text("data only") : .init(.money(raised.atRisk)),
                .init(.money(claims[challenge.number] ?? .zero)),
                .blank, .blank, .blank, .blank,
            ]
        }
        return WorkbookForm(
            title: "Questions about your bills: \(bundle.id)",
            facts: [
                .init(bundleFact, bundle.id.description), .init("Provider", names?.provider ?? bundle.provider),
                .init("Commissioner", names?.commissioner ?? bundle.commissioner.description),
                .init("Sent on", sending?.on.withWeekday ?? "not sent yet"),
                .init("Answer by", sending?.deadline.withWeekday ?? "not sent yet"),
                .init("Answer to", sending?.contact ?? "not sent yet"),
                .init(digestFact, bundle.document.description),
            ], instructions: instructions, sheets: [FormSheet(name: sheet, columns: columns, rows: rows)])
    }

    private static let instructions = [
        "Each line of the sheet “Challenges” is one row of your monitoring file and one reason for which we question it. "
            + "The row is that of the file as you sent it; its header is row 1. Where the question is one of sums, the file may "
            + "be a table that both of us hold, such as the agreed ratios.",
        "In the column “Answer” choose accepted, part or rejected. Lines that you leave blank are not answered yet; you "
            + "may send the workbook again with the others.",
        "Where you accept a part, give the amount that you accept, in pounds. Where you accept all of it or nothing, "
            + "leave the amount blank.",
        "Give your reason where you accept a part or reject. Say where we can see the evidence; do not send it here.",
        "Put nothing in the workbook that names a patient: a workbook with a valid NHS number is refused whole.",
        "Change nothing else: lines whose other columns were changed are not taken.",
        "“Amount of the fault” is what the fault comes to in itself. “Money in question” is what the fault comes to under "
            + "the way in which the line is paid; “Counted once” says with which line it counts where a row is questioned for "
            + "several reasons. “Data only” means that no money is claimed, as the line is not paid by what was recorded: "
            + "correct the record, and answer accepted.",
    ]

    /// A branch of the method that says who pays, which a rule writes behind what it found, in its words: `Responsible: QHM
    /// (the sub-ICB location of the practice)`.
    static func inWords(_ detail: String) -> String {
        guard detail.hasSuffix(")"), let place = detail.lastIndex(of: "("),
            let words = WhoPaysTable.words[String(detail[detail.index(after: place)...].dropLast())]
        else { return detail }
        return detail[...place] + words + ")"
    }

    /// `rx1-2025-26-m06/17`.
    static func reference(of challenge: Challenge, in bundle: ChallengeBundle) -> String {
        "\(bundle.id)/\(challenge.number)"
    }

    /// A file's name with the beginning of its digest; that alone where the name is not known.
    static func file(_ source: EvidenceID, _ files: [EvidenceID: String]) -> String {
        files[source].map { "\($0) (\(source.short))" } ?? source.short
    }
}
