import Access
import Files
import Markup
import Pages
import Priorities
import Store
import Tabular
import Vocabulary

/// Options that come in Excel.
enum OptionsFormAnswer {
    /// The most that a form in Excel may hold: as on the command line.
    private static let most = 16 << 20

    static func formPage(_ question: Question) throws -> Answer {
        Answer(OptionsFormPage(try question.roundRun()).page())
    }

    static func blank(_ question: Question) throws -> (bytes: [UInt8], name: String) {
        let work = try question.roundRun()
        return (try WorkbookFile.bytes(form: OptionsTemplate.form(for: work.round)), "options-\(work.id).xlsx")
    }

    static func takeForm(_ sent: Sent) throws -> Outcome {
        let page = OptionsFormPage(try sent.question.roundRun())
        guard let file = sent.body.file(OptionsFormPage.field) else {
            return .again(page.page(error: "Choose the form."))
        }
        guard file.size <= most else {
            return .again(
                page.page(error: "The form holds more than \(most >> 20) MB. Check that it is the right file."))
        }
        let before = page.work.round
        do {
            let form = try ReturnedForm(returned: file.bytes(), named: file.name.printable)
            let reading = try OptionsTemplate.read(form, in: before)
            let faults = reading.problems.filter { $0.effect == .refused }
            guard faults.isEmpty else {
                let causes = faults.filter { $0.code != OptionsTemplate.optionAtFault }
                return .again(
                    page.page(
                        error: "Nothing was taken in. Mend the cells that are named and send the form again.",
                        faults: (causes.isEmpty ? faults : causes).prefix(100).map(\.explanation)))
            }
            let put = reading.values.map(\.value)
            guard !put.isEmpty else { return .again(page.page(error: "No row of the form is filled in.")) }
            try sent.question.perform(all: { _ in put.map { PutForwardOption(round: before.id, option: $0) } })
            let known = Set(before.options.map(\.id))
            let changed = put.count { known.contains($0.id) }
            return .done(
                .options, in: before.id,
                "\(counted(put.count - changed, "option", "options")) put forward, \(changed) changed.")
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(page.page(error: refusal.told))
        }
    }
}
