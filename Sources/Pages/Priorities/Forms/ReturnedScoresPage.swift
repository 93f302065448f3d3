import Markup
public import Priorities
import Tabular
public import Vocabulary

/// What a member's form in Excel holds, to be read once more before it is recorded.
public struct ReturnedScoresPage: Sendable {
    public static let keptField = "kept"

    public var work: RoundAtWork
    public var member: Member
    public var scores: [Score]
    /// Rows of the form that have no score.
    public var open: Int

    public init(_ work: RoundAtWork, _ member: Member, _ scores: [Score], open: Int) {
        self.work = work
        self.member = member
        self.scores = scores
        self.open = open
    }

    /// The scores that a check page kept unseen.
    ///
    /// - Throws: `Refusal` of kind `input` where no page of ours wrote them.
    public static func scores(in sent: SentValues) throws(Refusal) -> [Score] {
        var scores: [Score] = []
        for text in sent.all(keptField) {
            let value = try JSONValue(parsing: Array(text.utf8), named: "the scores")
            let part: [Score] = try value.document(named: "the scores")
            scores += part
        }
        return scores
    }

    /// The scores that are other than what the member gave before; what is the same is no change.
    public var changes: [Score] { scores.filter { given($0) != $0 } }

    private func given(_ score: Score) -> Score? {
        (work.round.scores[member.id] ?? []).last { $0.option == score.option && $0.criterion == score.criterion }
    }

    /// - Parameter isOvertaken: true where the member's scores were changed elsewhere since the form was looked at.
    public func page(refusal: String? = nil, isOvertaken: Bool = false) -> FormPage {
        let changes = changes
        let fresh = changes.count { given($0) == nil }
        let rows: [Html.SummaryRow] = [
            .init("New", .text(counted(fresh, "score"))),
            .init("Changed", .text(counted(changes.count - fresh, "score"))),
            .init("As you gave them before", .text(counted(scores.count - changes.count, "score"))),
            .init("Left open", .text(counted(open, "row"))),
        ]
        let again = "Scores of yours were changed since you sent the form. They stand in the table as they are now."
        let form = Form(
            to: RoundWork.scoresForm.destination(in: work.id), token: work.token, id: "scores",
            label: "Record these scores", kept: kept + [work.keptRevision],
            button: FormStep.send.button(isOvertaken ? "Record mine in their place" : "Record these scores"),
            others: [FormStep.change.button("Choose another file", .second)],
            errors: [refusal, isOvertaken ? again : nil].compactMap(\.self))
        return FormPage(
            work, "Check your scores", above: .member,
            lede: [
                .paragraph("Nothing is recorded until you send it.", class: "lede"), .summaryList(rows), table(changes),
            ], form: form)
    }

    /// One list for each criterion, so that no field grows large.
    private var kept: [Form.Kept] {
        let open = Form.Kept("open", "\(open)")
        return [open]
            + work.round.leaves.compactMap { leaf in
                let part = scores.filter { $0.criterion == leaf.id }
                return part.isEmpty ? nil : Form.Kept(ReturnedScoresPage.keptField, JSONValue(encoding: part).canonical)
            }
    }

    private func table(_ changes: [Score]) -> Html {
        .table(
            id: "changes", caption: "What would be recorded",
            columns: [
                ColumnHeading("Option"), ColumnHeading("Judged by"), ColumnHeading("Given before"),
                ColumnHeading("In the form"),
            ], rows: changes.count
        ) { place, writer in
            let score = changes[place]
            writer.rowHeading { $0.text(work.round.option(score.option)?.title ?? score.option.description) }
            writer.cell { $0.text(work.round.criterion(score.criterion)?.title ?? score.criterion.description) }
            writer.cell { $0.text(given(score).map(ScoresForm.words) ?? "nothing") }
            writer.cell { $0.text(ScoresForm.words(score)) }
        }
    }
}
