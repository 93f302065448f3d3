import Markup
import Priorities

/// Where a form in Excel is had, and taken in when it is filled in.
public struct ExcelFormPage: Sendable {
    public static let field = "form"

    public var work: RoundAtWork
    public var kind: Kind

    public enum Kind: Hashable, Sendable {
        /// Options, by who runs the round.
        case options
        /// A member's own scores.
        case scores
    }

    public init(_ work: RoundAtWork, _ kind: Kind) {
        self.work = work
        self.kind = kind
    }

    /// - Parameters:
    ///   - error: what is wrong with what was sent.
    ///   - faults: each by sheet and cell.
    public func page(error: String? = nil, faults: [String] = []) -> FormPage {
        let form = Form(
            to: place.destination(in: work.id), token: work.token, id: "form", label: "Send the form filled in",
            parts: [
                .field(
                    Field(
                        ExcelFormPage.field, label: "The form, filled in", hint: "An Excel file (.xlsx) or CSV.",
                        error: error, kind: .file(accepting: [".xlsx", ".csv"])))
            ], kept: [work.keptRevision], button: .init(kind == .options ? "Take it in" : "Continue"))
        let found: Html =
            faults.isEmpty
            ? .none
            : .notification(
                .important, title: "What is wrong in the form", id: "faults", [.list(faults.map { .text($0) })])
        return FormPage(
            work, heading, above: kind == .options ? .manager : .member,
            lede: [
                .paragraph(.text(task), class: "lede"),
                .paragraph(.link(.text(download), to: formPlace.destination(in: work.id))), found,
            ], form: form,
            after: [.paragraph(.link(.text(back.words), to: back.place.destination(in: work.id)))])
    }

    private var place: RoundWork { kind == .options ? .optionsForm : .scoresForm }

    private var formPlace: RoundWork { kind == .options ? .blankOptions : .filledScores }

    private var heading: String { kind == .options ? "Options in Excel" : "Your scores in Excel" }

    private var download: String {
        kind == .options ? "Have the blank form (Excel)" : "Have your form (Excel), with what you gave before"
    }

    private var back: (words: String, place: RoundWork) {
        kind == .options ? ("Back to the options", .options) : ("Score on pages instead", .scores)
    }

    private var task: String {
        switch kind {
        case .options:
            """
            People without an account fill the form in and send it back to you: a row for each option, its costs year \
            by year, a sheet for evidence. An option whose short name is known is changed. All of it is taken in, or \
            nothing.
            """
        case .scores:
            """
            The form has a row for each option and criterion that you score, with what its scale means. Fill it in when \
            it suits you, and send it here. You see what it holds before anything is recorded.
            """
        }
    }
}
