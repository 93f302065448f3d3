import Access
import Digests
import Files
import Governance
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// A register as a body keeps it in a spreadsheet: sent, looked at row by row, and declared whole.
enum RegisterUploadAnswer {
    /// A register of thousands of people is less than a megabyte.
    static let limits = BodyLimits(bytes: 4 << 20)
    /// What stands in the confirmation: by what the file is found again, and what was shown of it.
    private static let (digest, shown) = ("digest", "shown")

    private static func page(_ form: RegisterUploadForm, _ work: GovernanceWork) -> any Page {
        FormPage(
            "Take in a register of interests", trail: [("Register", .register(.keeping))], form: form,
            to: RegisterDeed.upload.destination, token: work.question.token, button: FormStep.check.button("Continue"),
            before: [
                .paragraph(
                    """
                    Remit shows you each entry, and each row that it cannot read, before anything is recorded. People are \
                    found again by their names; who is new gets a short name. The file itself is not kept.
                    """, class: "lede")
            ])
    }

    private static func empty(_ work: GovernanceWork) -> RegisterUploadForm {
        RegisterUploadForm(
            RegisterUploadForm.filled(with: .init(declaredOn: work.day)), most: limits.inWords)
    }

    static func asking(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let first = sent.map { RegisterUploadForm($0.filled, most: limits.inWords) } ?? empty(work)
        return GovernanceAsking(page: page(first, work)) { sent in
            var form = first
            let (held, account) = (question.uploads.sheets, work.account.id)
            if sent.filled.step == .change {
                held.discard(for: account)
                return Outcome(kind: .shown(page(form, work)))
            }
            let answer = form.read()
            let sheet: HeldSheets.Sheet?
            if sent.filled.step == .send {
                sheet = held.sheet(sent.body.text(digest), for: account, at: question.now)
                if sheet == nil {
                    form.errors[RegisterUploadForm.file] =
                        "The file is held no longer than an hour, and is gone. Choose it again."
                }
            } else {
                let file = sent.body.files[RegisterUploadForm.file]?.first { !$0.name.isEmpty || $0.size > 0 }
                if let file, file.size == 0 {
                    form.errors[RegisterUploadForm.file] = "“\(file.name.printable)” is empty. Choose another file."
                } else if file == nil {
                    form.errors[RegisterUploadForm.file] = "Choose the file."
                }
                sheet = try file.flatMap {
                    $0.size == 0 ? nil : held.keep(try $0.bytes(), named: $0.name, for: account, at: question.now)
                }
            }
            guard let sheet, let answer else { return Outcome(kind: .again(page(form, work))) }
            do {
                return try taken(RegisterUpload(sheet, answer, work), form, sent)
            } catch let refusal as Refusal where refusal.kind != .engine {
                form.errors[RegisterUploadForm.file] = refusal.told
                return Outcome(kind: .again(page(form, work)))
            }
        }
    }

    private static func taken(
        _ upload: RegisterUpload, _ form: RegisterUploadForm, _ sent: Sent
    ) throws -> Outcome {
        let work = upload.work
        func looked(_ failure: String?) throws -> Outcome {
            let (intake, refusal) = try upload.tried()
            let failure = failure ?? refusal?.told
            let page = RegisterUploadPage(
                upload.sheet.name, rowsRead: upload.reading.rowsRead, intake, problems: upload.reading.problems,
                failure: failure,
                keeping: form.filled.kept(besides: [FormStep.field, FormToken.fieldName, digest, shown])
                    + [
                        .init(digest, upload.sheet.digest.description),
                        .init(shown, RegisterUpload.outcome(of: intake)),
                    ], token: work.question.token)
            return Outcome(kind: failure == nil ? .shown(page) : .again(page))
        }
        guard sent.filled.step == .send else { return try looked(nil) }
        let intake: RegisterIntake
        do {
            intake = try upload.perform(ifStill: sent.body.text(shown))
        } catch let refusal as Refusal where refusal.kind != .engine {
            return try looked(work.book.naming(refusal, work.name).told)
        }
        work.question.uploads.sheets.discard(for: work.account.id)
        let people = intake.entered.isEmpty ? "" : " \(counted(intake.entered.count, "person is", "people are")) new."
        return Outcome(
            kind: .done(
                RegisterDeed.keeping.path,
                notice: "\(counted(intake.kept, "entry is", "entries are")) declared.\(people)"))
    }
}

/// One register in a spreadsheet, read by what was told beside it.
private struct RegisterUpload {
    let sheet: HeldSheets.Sheet
    let work: GovernanceWork
    let reading: Reading<RegisterSpreadsheetFile.Entry>
    private let answer: RegisterUploadForm.Answer

    /// - Throws: the refusal of a file that is no register.
    init(_ sheet: HeldSheets.Sheet, _ answer: RegisterUploadForm.Answer, _ work: GovernanceWork) throws {
        self.sheet = sheet
        self.work = work
        self.answer = answer
        let (table, notes) = try FirstSheet.read(sheet.bytes, named: sheet.name)
        var reading = try RegisterSpreadsheetFile.read(table, days: answer.days, today: work.day)
        reading.problems += notes
        self.reading = reading
    }

    private var intake: RegisterIntake {
        RegisterIntake(declaredOn: answer.declaredOn, decisionMaking: answer.decides)
    }

    /// What would be recorded, and why it cannot be; nil where it can.
    func tried() throws -> (intake: RegisterIntake, refusal: Refusal?) {
        var intake = intake
        do throws(Refusal) {
            let steps = try intake.steps(reading.values, in: work.book, known: work.texts) { text throws(Refusal) in
                try PatientIdentifier.refuse(in: text)
                return Personal(digest: Digest.of(text))
            }
            var before = GovernanceBefore(book: work.book, rulebook: work.desk.rules.rulebook)
            for step in steps {
                try check(step)
                do throws(Refusal) {
                    before.book = try step.act.decide(before, by: work.account.author, at: work.question.now)
                } catch {
                    throw work.book.naming(error, work.name).at(step.row)
                }
            }
        } catch {
            return (intake, error)
        }
        return (intake, nil)
    }

    /// Declares it, in one transaction.
    ///
    /// - Parameter outcome: of what was shown.
    /// - Throws: `register-changed` where that is no longer what would be recorded; else the first act's refusal.
    func perform(ifStill outcome: String) throws -> RegisterIntake {
        var intake = intake
        try work.desk.perform(by: work.account.author, at: work.question.now) { texts, book in
            let steps = try intake.steps(reading.values, in: book, known: texts.all()) { text throws(Refusal) in
                try PatientIdentifier.refuse(in: text)
                return try texts.keep(text)
            }
            guard RegisterUpload.outcome(of: intake) == outcome else {
                throw Refusal(
                    .rule, code: "register-changed",
                    "Somebody changed the register since you looked, so that something else would be declared.",
                    remedy: "Look again before you declare it.")
            }
            for step in steps { try check(step) }
            return steps.map(\.act)
        }
        return intake
    }

    /// Whoever keeps the register declares for those of whom they keep it.
    private func check(_ step: RegisterIntake.Step) throws(Refusal) {
        guard work.may(.keepRegister, of: step.act.record.id) else {
            throw Refusal(
                .permission, code: "not-yours",
                "Row \(step.row): somebody of that name stands on the register, and you do not keep it for them.",
                remedy: "Take the row out of the file, or ask who keeps the register for their committees.")
        }
        do throws(Refusal) {
            try PatientIdentifier.refuse(in: step.act.journalled, of: nil)
        } catch {
            throw error.at(step.row)
        }
    }

    /// What would be recorded, as one word, to be compared with what was shown.
    static func outcome(of intake: RegisterIntake) -> String {
        let lines = intake.lines.map { "\($0.row) \($0.person) \($0.isNew) \($0.isHeld) \($0.declaredOn)" }
        return Digest.of(lines.joined(separator: "\n")).description
    }
}

extension Site {
    static func registerUpload(_ routes: inout RouteList) {
        routes.asking(
            RegisterDeed.upload.path, entry: .holding(.keepRegister), limits: RegisterUploadAnswer.limits
        ) { try RegisterUploadAnswer.asking($0, $1) }
    }
}
