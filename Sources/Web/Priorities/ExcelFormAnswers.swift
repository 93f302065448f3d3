import Access
import Files
import HTTPTypes
import Hummingbird
import Markup
import Pages
import Priorities
import Store
import Tabular
import Vocabulary

/// Forms in Excel that are filled in elsewhere: options by who runs the round, scores by each member.
enum ExcelFormAnswer {
    /// The most that a form in Excel may hold: as on the command line.
    private static let most = 16 << 20

    /// What was read, or the page that says what is wrong.
    private enum Taken<Value: Sendable> {
        case read(Reading<Value>)
        case again(FormPage)
    }

    /// Reads the form that was sent; every cell at fault is named, and one fault is enough for nothing to be taken in.
    private static func taken<Value: Sendable>(
        _ sent: Sent, _ page: ExcelFormPage, _ read: (ReturnedForm) throws(Refusal) -> Reading<Value>
    ) throws -> Taken<Value> {
        guard let file = sent.body.file(ExcelFormPage.field) else {
            return .again(page.page(error: "Choose the form."))
        }
        guard file.size <= most else {
            return .again(
                page.page(error: "The form holds more than \(most >> 20) MB. Check that it is the right file."))
        }
        do {
            let reading = try read(try ReturnedForm(returned: file.bytes(), named: file.name.printable))
            let faults = reading.problems.filter { $0.effect == .refused }
            guard faults.isEmpty else {
                let causes = faults.filter { $0.code != OptionsTemplate.optionAtFault }
                return .again(
                    page.page(
                        error: "Nothing was taken in. Mend the cells that are named and send the form again.",
                        faults: (causes.isEmpty ? faults : causes).prefix(100).map(\.explanation)))
            }
            guard !reading.values.isEmpty else {
                return .again(page.page(error: "No row of the form is filled in."))
            }
            return .read(reading)
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(page.page(error: refusal.told))
        }
    }

    private static func workbook(_ form: WorkbookForm, named name: String) throws -> Response {
        Site.response(.ok, try WorkbookFile.bytes(form: form), type: Download.excel, fileName: name)
    }

    // MARK: - Options

    static func options(_ question: Question) throws -> Answer {
        Answer(ExcelFormPage(try question.roundRun(), .options).page())
    }

    static func blankOptions(_ question: Question) throws -> Response {
        let work = try question.roundRun()
        return try workbook(OptionsTemplate.form(for: work.round), named: "options-\(work.id).xlsx")
    }

    static func takeOptions(_ sent: Sent) throws -> Outcome {
        let page = ExcelFormPage(try sent.question.roundRun(), .options)
        let before = page.work.round
        let reading: Reading<Option>
        switch try taken(sent, page, { form throws(Refusal) in try OptionsTemplate.read(form, in: before) }) {
        case .again(let page): return .again(page)
        case .read(let read): reading = read
        }
        let put = reading.values.map(\.value)
        do {
            try sent.question.perform(all: { _ in put.map { PutForwardOption(round: before.id, option: $0) } })
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(page.page(error: refusal.told))
        }
        let known = Set(before.options.map(\.id))
        let changed = put.count { known.contains($0.id) }
        return .done(
            .options, in: before.id,
            "\(counted(put.count - changed, "option", "options")) put forward, \(changed) changed.")
    }

    // MARK: - Scores

    static func scores(_ question: Question) throws -> Answer {
        Answer(ExcelFormPage(try question.seat().work, .scores).page())
    }

    static func filledScores(_ question: Question) throws -> Response {
        let seat = try question.seat()
        return try workbook(
            ScoresTemplate.form(for: seat.member.id, in: seat.work.round),
            named: "scores-\(seat.work.id)-\(seat.member.id).xlsx")
    }

    /// First shown with what it changes, then recorded.
    static func takeScores(_ sent: Sent) throws -> Outcome {
        let seat = try sent.question.seat()
        let (work, member) = (seat.work, seat.member)
        let form = ExcelFormPage(work, .scores)
        switch sent.values.step {
        case .send: return try record(sent, seat)
        case .change: return .shown(form.page())
        case .check, .remove, nil: break
        }
        let reading: Reading<Score>
        switch try taken(
            sent, form,
            { returned throws(Refusal) in
                try ScoresTemplate.read(returned, of: member.id, in: work.round)
            })
        {
        case .again(let page): return .again(page)
        case .read(let read): reading = read
        }
        let all = work.round.leaves.count * seat.pages.tasks.options.count
        let page = ReturnedScoresPage(
            work, member, reading.values.map(\.value), open: max(0, all - reading.values.count))
        guard !page.changes.isEmpty else { return .done(.checkScores, in: work.id, same) }
        do {
            _ = try sent.question.foreseen(
                GiveScores(round: work.id, member: member.id, scores: page.changes), in: work.round)
        } catch {
            guard error.isForForm else { throw error }
            return .again(form.page(error: error.told))
        }
        return .shown(page.page())
    }

    private static let same = "The form holds what you gave before: nothing changed."

    private static func record(_ sent: Sent, _ seat: SeatedMember) throws -> Outcome {
        let (work, member) = (seat.work, seat.member.id)
        let page: ReturnedScoresPage
        do {
            page = ReturnedScoresPage(
                work, seat.member, try ReturnedScoresPage.scores(in: sent.values),
                open: Int(sent.values.text("open")) ?? 0)
        } catch {
            return .again(ExcelFormPage(work, .scores).page(error: "Choose the form again."))
        }
        let changes = page.changes
        guard !changes.isEmpty else { return .done(.checkScores, in: work.id, same) }
        let base = try sent.values.revision.flatMap {
            try RoundDesk(sent.question.store).round(work.id, at: $0, shownTo: member, now: work.round)
        }
        do {
            try sent.question.perform(
                unless: { round in
                    guard let base else { return }
                    let isOvertaken = changes.contains { score in
                        func held(_ round: Round) -> Score? {
                            ScoresForm.held(member, on: score.criterion, in: round)[score.option]
                        }
                        return held(round) != held(base) && held(round) != score
                    }
                    if isOvertaken { throw Overtaken(changes) }
                }
            ) { _ in GiveScores(round: work.id, member: member, scores: changes) }
        } catch is Overtaken<[Score]> {
            return .again(page.page(isOvertaken: true))
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(page.page(refusal: refusal.told))
        }
        return .done(.checkScores, in: work.id, "\(counted(changes.count, "score", "scores")) recorded.")
    }
}
