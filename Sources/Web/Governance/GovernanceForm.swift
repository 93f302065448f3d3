import Access
import Governance
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// A form on one record of governance, from its empty page to what is recorded.
///
/// What is sent is read, laid beside what somebody else recorded meanwhile, shown once more where it is to be checked,
/// and performed; what is wrong with it is said at its field, with everything that was typed.
struct GovernanceForm<Asked: AskedForm> {
    typealias Acts = (Asked.Answer, @escaping GovernanceWork.Keeping, GovernanceTexts) throws -> [any GovernanceAct]

    let work: GovernanceWork
    var heading: String
    var trail: [(name: String, route: Route)]
    /// Filled with what was sent, or with what stands.
    var form: Asked
    var deed: Destination
    var button: Form.Button
    /// Where the browser goes on to once it is recorded, and what it is told there.
    var done: String
    var notice: String
    var before: [Html] = []
    var after: [Html] = []
    /// What it changes, so that two people at it are told of each other; nil where nobody else can be at it.
    var record: RecordName?
    /// True where the record is begun by what is sent.
    var isNew = false
    /// A short name that is free, where the one that the form brought was taken meanwhile.
    var free: Slug?
    /// True where exactly this is on the record already: sent twice, it is recorded once.
    var isRecorded: (Asked.Answer) -> Bool = { _ in false }
    /// Why the visitor may not record these answers; nil where they may.
    var forbidden: (Asked.Answer) -> Refusal? = { _ in nil }
    /// How answers are read once more before they are recorded; nil where they are not.
    var checking: Checking?
    /// What an act that somebody recorded meanwhile says to this form; nil where it is on something else.
    var told: (any GovernanceAct, Asked.Answer) throws -> Asked.Answer?
    var acts: Acts

    /// Answers are shown once more, with what they mean, before they are recorded.
    struct Checking {
        var heading: String
        var button: Form.Button
        /// What recording it means.
        var notes: (Asked.Answer) throws -> [Html] = { _ in [] }
        /// The acts as they would be, without documents: what they refuse is said before anything is confirmed.
        var trial: (Asked.Answer) throws -> [any GovernanceAct]
        /// A file that is sent along with the confirmation: its field, and what is said where there is none.
        var file: (name: String, label: String, hint: String?, missing: String?)?
    }

    /// The page as it is asked for.
    func page() throws -> any Page { page(form, try opened(nil)) }

    private func opened(_ sent: Sent?) throws -> Int {
        if let sent, let opened = Int(sent.body.text("revision")) { return opened }
        return isNew ? 0 : try record.map { try work.desk.revision(of: $0) } ?? 0
    }

    private func page(_ form: Asked, _ revision: Int, _ above: [Html] = []) -> any Page {
        FormPage(
            heading, trail: trail, form: form, to: deed, token: work.question.token, button: button,
            keeping: record == nil ? [] : [.init("revision", "\(revision)")], before: above + before, after: after)
    }

    private func check(
        _ form: Asked, _ answer: Asked.Answer, _ checking: Checking, _ sent: Sent, error: String? = nil
    ) throws -> any Page {
        let file = checking.file.map { file in
            Form.Part.field(
                Field(file.name, label: file.label, hint: file.hint, error: error, kind: .file(accepting: [])))
        }
        let kept = sent.filled.kept(besides: [FormStep.field, FormToken.fieldName])
        let words: Html = .paragraph("Nothing is recorded until you send it.", class: "lede")
        return FormPage(
            checking.heading, trail: trail,
            before: [words] + before + [.summaryList(form.rowsToCheck)] + (try checking.notes(answer)),
            form: Form(
                to: deed, token: work.question.token, id: "check", label: checking.heading,
                parts: file.map { [$0] } ?? [], kept: kept,
                button: FormStep.send.button(checking.button.words, checking.button.look),
                others: [FormStep.change.button("Change the answers", .second)]))
    }

    func take(_ sent: Sent) throws -> Outcome {
        let opened = try opened(sent)
        var form = form
        if checking != nil, sent.filled.step == .change { return Outcome(kind: .shown(page(form, opened))) }
        guard let answer = form.read() else { return Outcome(kind: .again(page(form, opened))) }
        if let refusal = forbidden(answer) {
            form.refuse(refusal)
            return Outcome(kind: .again(page(form, opened)))
        }
        if isRecorded(answer) { return Outcome(kind: .done(done, notice: notice)) }
        if let record, let other = try work.meanwhile(on: record, since: opened, { try told($0, answer) }) {
            let both = TwoVersions(form, beside: Asked.filled(with: other.theirs), origin: other.origin)
            // Sent twice, or two of one mind.
            guard both.rows.contains(where: \.differs), Asked.filled(with: answer) != Asked.filled(with: other.theirs)
            else { return Outcome(kind: .done(done, notice: notice)) }
            let now = try work.desk.revision(of: record)
            let own = free.map { form.renamed($0) } ?? form
            return Outcome(kind: .again(page(own, now, [both.html])))
        }
        if let checking {
            if sent.filled.step != .send {
                if let refusal = work.refusal(of: try checking.trial(answer)) {
                    form.refuse(work.book.naming(refusal, work.name))
                    return Outcome(kind: .again(page(form, opened)))
                }
                return Outcome(kind: .shown(try check(form, answer, checking, sent)))
            }
            if let file = checking.file, let missing = file.missing, sent.body.files(in: file.name).isEmpty {
                return Outcome(kind: .again(try check(form, answer, checking, sent, error: missing)))
            }
        }
        return try work.take(form, page: { page($0, opened) }, done: done, notice: notice, acts)
    }
}

extension GovernanceForm where Asked.Answer: GovernanceAct {
    /// The same act on the same thing.
    static func sameAct(_ act: any GovernanceAct, _ own: Asked.Answer) -> Asked.Answer? {
        guard let theirs = act as? Asked.Answer, let subject = Asked.subject(of: own),
            Asked.subject(of: theirs) == subject
        else { return nil }
        return theirs
    }
}

extension GovernanceWork {
    /// What the first of some acts is refused for, as the book stands; nil where all could be performed now.
    func refusal(of acts: [any GovernanceAct]) -> Refusal? {
        var book = book
        for act in acts {
            do throws(Refusal) {
                try PatientIdentifier.refuse(in: act.journalled, of: nil)
                book = try act.decide(
                    GovernanceBefore(book: book, rulebook: desk.rules.rulebook), by: account.author, at: question.now)
            } catch {
                return error
            }
        }
        return nil
    }
}

extension PostedBody {
    /// The files of a field that hold something.
    func files(in name: String) -> [PostedFile] { (files[name] ?? []).filter { $0.size > 0 } }
}
