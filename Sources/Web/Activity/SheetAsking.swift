import Access
import Digests
import Markup
import Pages
import Tabular
import Vocabulary

/// A sheet that somebody sends: read and shown before any of it is recorded, then recorded without being sent again.
struct SheetAsking {
    /// As `remit exemplar` and contract managers write them: a workbook of a hundred thousand rows is ten megabytes.
    static let limits = BodyLimits(bytes: 16 << 20)
    /// By what the file is found again.
    private static let digest = "digest"

    let question: Question
    let heading: String
    let trail: [(name: String, route: Route)]
    let deed: ChallengeDeed
    let form: SheetForm
    let before: [Html]
    /// Sent along unseen: the line at which the record was seen.
    let seen: [Form.Kept]
    /// True where this very file was taken in already.
    let isTaken: (EvidenceID) throws -> Bool
    /// Reads it for a day.
    let read: (HeldSheets.Sheet, Day?) throws -> Looked
    /// Where the browser goes on to, told that the file was taken in before.
    let taken: Outcome

    /// What a sheet would bring.
    struct Looked {
        var rows: [Html.SummaryRow]
        var problems: [Problem]
        /// Nil where nothing of it can be recorded.
        var button: String?
        /// Why it cannot be recorded as it is.
        var failure: String?
        var perform: () throws -> Outcome
    }

    private func page(_ form: SheetForm) -> any Page {
        FormPage(
            heading, trail: trail, form: form, to: deed.destination, token: question.token,
            button: FormStep.check.button("Continue"), keeping: seen, before: before)
    }

    func asking(_ account: Account) -> GovernanceAsking {
        GovernanceAsking(page: page(form)) { sent in try take(sent, account) }
    }

    private func take(_ sent: Sent, _ account: Account) throws -> Outcome {
        var form = form
        let (held, step) = (question.uploads.sheets, sent.filled.step)
        func again() -> Outcome { Outcome(kind: .again(page(form))) }
        if step == .change {
            held.discard(for: account.id)
            return Outcome(kind: .shown(page(form)))
        }
        let answer = form.read()
        let sheet: HeldSheets.Sheet?
        if step == .send {
            let named = sent.body.text(SheetAsking.digest)
            // Sent twice, it is recorded once.
            if let digest = EvidenceID(named), try isTaken(digest) { return taken }
            sheet = held.sheet(named, for: account.id, at: question.now)
            if sheet == nil {
                form.errors[SheetForm.file] = "The file is held no longer than an hour, and is gone. Choose it again."
            }
        } else {
            let file = sent.body.files[SheetForm.file]?.first { !$0.name.isEmpty || $0.size > 0 }
            if let file, file.size == 0 {
                form.errors[SheetForm.file] = "“\(file.name.printable)” is empty. Choose another file."
            } else if file == nil {
                form.errors[SheetForm.file] = "Choose the file."
            }
            sheet = try file.flatMap {
                $0.size == 0
                    ? nil : held.keep(try $0.bytes(), named: $0.name.printable, for: account.id, at: question.now)
            }
        }
        guard let sheet, let answer else { return again() }
        do {
            if step != .send, try isTaken(sheet.digest) {
                form.errors[SheetForm.file] =
                    "“\(sheet.name)” was taken in already, byte for byte. Nothing is to be done."
                return again()
            }
            let looked = try read(sheet, answer.on)
            guard step == .send, looked.failure == nil, looked.button != nil else {
                return Outcome(kind: .shown(shown(looked, sheet, sent)))
            }
            let done = try looked.perform()
            held.discard(for: account.id)
            return done
        } catch let refusal as Refusal where refusal.isForForm {
            form.refuse(refusal)
            return again()
        }
    }

    private func shown(_ looked: Looked, _ sheet: HeldSheets.Sheet, _ sent: Sent) -> SheetPage {
        SheetPage(
            "\(heading): check the file", trail: trail, file: sheet.name,
            rows: [.init("File", .name(sheet.name))] + looked.rows, problems: looked.problems, button: looked.button,
            to: deed.destination,
            keeping: sent.filled.kept(
                besides: [FormStep.field, FormToken.fieldName, SheetAsking.digest])
                + [.init(SheetAsking.digest, sheet.digest.description)], token: question.token,
            failure: looked.failure)
    }
}
