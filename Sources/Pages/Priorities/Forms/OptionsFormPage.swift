import Markup
import Priorities

/// Where the form for options is had blank, and taken in when it is filled in.
public struct OptionsFormPage: Sendable {
    public static let field = "form"

    public var work: RoundAtWork

    public init(_ work: RoundAtWork) {
        self.work = work
    }

    /// - Parameters:
    ///   - error: what is wrong with what was sent.
    ///   - faults: each by sheet and cell.
    public func page(error: String? = nil, faults: [String] = []) -> FormPage {
        let form = Form(
            to: RoundWork.optionsForm.destination(in: work.id), token: work.token, id: "form",
            label: "Send the form filled in",
            parts: [
                .field(
                    Field(
                        OptionsFormPage.field, label: "The form, filled in", hint: "An Excel file (.xlsx) or CSV.",
                        error: error, kind: .file(accepting: [".xlsx", ".csv"])))
            ], kept: [work.keptRevision], button: .init("Take it in"))
        let found: Html =
            faults.isEmpty
            ? .none
            : .notification(
                .important, title: "What is wrong in the form", id: "faults", [.list(faults.map { .text($0) })])
        return FormPage(
            work, "Options in Excel", above: .manager,
            lede: [
                .paragraph(
                    """
                    People without an account fill the form in and send it back to you: a row for each option, its costs \
                    year by year, a sheet for evidence. An option whose short name is known is changed. All of it is \
                    taken in, or nothing.
                    """, class: "lede"),
                .paragraph(.link("Have the blank form (Excel)", to: RoundWork.blankOptions.destination(in: work.id))),
                found,
            ], form: form,
            after: [.paragraph(.link("Back to the options", to: RoundWork.options.destination(in: work.id)))])
    }
}
