public import Tabular
public import Vocabulary

/// The form on which one member scores, each option by each criterion, and its reading when it comes back.
///
/// Options from which the member is left out by an interest do not stand on it.
public enum ScoresTemplate {
    public static let sheet = "Scores"
    static let option = "Option"
    static let optionTitle = "What it is"
    static let criterion = "Criterion"
    static let criterionTitle = "Judged by"
    static let anchors = "What the scale means"
    static let unit = "Unit"
    static let score = "Score"
    static let lowest = "Lowest"
    static let highest = "Highest"
    static let note = "Note"

    /// The form, with the scores that the member gave before.
    ///
    /// - Throws: `Refusal`: `unknown-member`; `anchors-open` while the scales may still change; `nothing-to-score`.
    public static func form(for member: Slug, in round: Round) throws(Refusal) -> WorkbookForm {
        guard let seated = round.member(member) else { throw unknown(member, in: round) }
        guard round.anchorsClosedAt != nil else {
            throw Refusal(
                .rule, code: "anchors-open", "The criteria of round “\(round.id)” may still change.",
                remedy: "Close them first: remit round close \(round.id) anchors")
        }
        let leftOut = round.excluded(member)
        let options = round.options.filter { !leftOut.contains($0.id) }
        guard !options.isEmpty, !round.leaves.isEmpty else {
            throw Refusal(
                .rule, code: "nothing-to-score", "There is no option that member “\(member)” may score.",
                remedy: leftOut.isEmpty ? "Put options forward first." : "The member is left out of every option.")
        }
        let given = round.scores[member] ?? []
        let rows = options.flatMap { option in
            round.leaves.map { leaf in
                row(option, leaf, given.last { $0.option == option.id && $0.criterion == leaf.id })
            }
        }
        return WorkbookForm(
            title: "Scores of \(member) in \(round.title)",
            facts: [
                .init("Round", round.id.description), .init("Title", round.title),
                .init("Member", member.description), .init("Role", seated.role),
                .init("State", TemplateStamp.scores(of: round).description),
            ],
            instructions: instructions(
                leftOut: round.options.filter { leftOut.contains($0.id) },
                hasDisinvestments: options.contains(where: \.kind.isDisinvestment)),
            sheets: [FormSheet(name: sheet, columns: columns, rows: rows)])
    }

    private static var columns: [FormSheet.Column] {
        [
            .init(option, width: 24, isOpen: false), .init(optionTitle, width: 36, isOpen: false),
            .init(criterion, width: 18, isOpen: false), .init(criterionTitle, width: 26, isOpen: false),
            .init(anchors, width: 60, isOpen: false), .init(unit, width: 16, isOpen: false),
            .init(score, width: 10, hint: "Your own judgement, on the scale that stands in this row."),
            .init(lowest, width: 10, hint: "How low it may be; leave blank where you are sure."),
            .init(highest, width: 10, hint: "How high it may be; leave blank where you are sure."),
            .init(note, width: 40, hint: "Why, in a few words. Do not name a patient."),
        ]
    }

    private static func instructions(leftOut: [Option], hasDisinvestments: Bool) -> [String] {
        var sentences = [
            "Fill in the column “Score” on the sheet “Scores”: one row for each option and criterion.",
            "Score alone, before you hear what others think. The panel talks afterwards.",
            "Each row says what its scale means. Give a figure on that scale, between its ends.",
            "Where you are unsure, give the lowest and the highest that you would still find right.",
            "Leave a row blank where you cannot judge; a blank is not a nought.",
            "Change nothing but the last four columns. Save the file as an Excel workbook (.xlsx) and send it back.",
        ]
        if hasDisinvestments {
            sentences.append(
                "Where a service is stopped, reduced or changed, score what people would lose by it: the greater the "
                    + "loss, the better the score. Nothing lost is the end of the scale that is worth nothing.")
        }
        if !leftOut.isEmpty {
            let names = leftOut.map { "“\($0.title)”" }.joined(separator: ", ")
            sentences.append("You have an interest in \(names): you are left out there, and it does not stand here.")
        }
        return sentences
    }

    private static func row(_ option: Option, _ leaf: Criterion, _ given: Score?) -> [FormSheet.Cell] {
        let allowed = leaf.scale.flatMap { scale in
            scale.outside == .refused ? FormSheet.Allowed.decimal(from: scale.low, to: scale.high) : nil
        }
        func number(_ value: Double?) -> FormSheet.Cell {
            FormSheet.Cell(value.map { .number($0) } ?? .blank, allowed: allowed)
        }
        return [
            .text(option.id.description), .text(asked(of: option)), .text(leaf.id.description), .text(leaf.title),
            .text(leaf.scale?.inWords ?? ""), .text(leaf.scale?.unit ?? ""), number(given?.value), number(given?.low),
            number(given?.high), .text(given?.note ?? ""),
        ]
    }

    /// The option's title; of a disinvestment also which way its scores count.
    private static func asked(of option: Option) -> String {
        option.kind.isDisinvestment ? "\(option.title) (score what would be lost)" : option.title
    }

    static func unknown(_ member: Slug, in round: Round) -> Refusal {
        Refusal(
            .usage, code: "unknown-member", "There is no member “\(member)” in round “\(round.id)”.",
            remedy: "Its members are: \(round.members.map(\.id.description).joined(separator: ", ")).")
    }
}

extension Scale {
    /// The scale's ends as scored.
    var low: Double { anchors.map(\.at).min() ?? 0 }
    var high: Double { anchors.map(\.at).max() ?? 0 }

    /// Every anchor in words: `0: none at all; 10: the whole county`.
    public var inWords: String {
        anchors.map { "\(FormSheet.Cell.Value.number($0.at).text): \($0.meaning)" }.joined(separator: "; ")
    }
}
