import Pages
import Priorities
import Store
import Vocabulary

/// Options of a round, and what is said about them from outside the panel.
enum OptionAnswer {
    static func all(_ question: Question) throws -> Answer { Answer(OptionForm.list(try question.roundRun())) }

    private static func option(_ question: Question, in work: RoundAtWork) throws -> Priorities.Option {
        let id = try question.parameter("option") { Slug($0) }
        guard let option = work.round.option(id) else { throw Refusal(.usage, code: "not-found", "Option \(id)") }
        return option
    }

    private static func form(_ question: Question) throws -> OptionForm {
        let work = try question.roundRun()
        let option = question.asked.parameters["option"] == nil ? nil : try option(question, in: work)
        return OptionForm(work, option, today: question.now.inLondon.day)
    }

    static func page(_ question: Question) throws -> Answer {
        let form = try form(question)
        return Answer(form.page(form.blank))
    }

    /// - Throws: `Overtaken`, where somebody else changed the option since the form was opened.
    static func putForward(_ sent: Sent) throws -> Outcome {
        let form = try form(sent.question)
        let option: Priorities.Option
        do { option = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        let base = try sent.values.revision.flatMap { try RoundDesk(sent.question.store).round(form.work.id, at: $0) }
        do {
            try sent.question.perform(
                unless: { round in
                    guard let base, let now = round.option(option.id), now != option,
                        now != base.option(option.id)
                    else { return }
                    throw Overtaken(now)
                }
            ) { _ in PutForwardOption(round: form.work.id, option: option) }
        } catch let overtaken as Overtaken<Priorities.Option> {
            let now = overtaken.held
            return .again(
                form.page(
                    sent.values,
                    refusal: """
                        Somebody else changed it since you opened this page: it is now “\(now.title)”, \
                        \(now.fullYear.inPounds) a year. Send it again to put yours in its place.
                        """))
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, refusal: refusal.description))
        }
        return .done(.options, in: form.work.id, "“\(option.title)” is put forward.")
    }

    private static func lost(_ question: Question, _ work: RoundAtWork, _ option: Slug) -> [String] {
        let act = WithdrawOption(round: work.id, option: option, reason: "to see what follows")
        return (try? question.lost(by: act, in: work.round)) ?? []
    }

    static func withdrawing(_ question: Question) throws -> Answer {
        let work = try question.roundRun()
        let option = try option(question, in: work)
        return Answer(OptionForm.withdrawing(work, option, lost: lost(question, work, option.id)))
    }

    static func withdraw(_ sent: Sent) throws -> Outcome {
        let work = try sent.question.roundRun()
        let option = try option(sent.question, in: work)
        let lost = lost(sent.question, work, option.id)
        var reader = FieldReader(sent.values)
        let reason = reader.text("reason", missing: "Give the reason in a sentence; it is on the record.")
        do { try reader.done() } catch {
            return .again(OptionForm.withdrawing(work, option, sent.values, lost: lost, errors: error))
        }
        do {
            try sent.question.perform { _ in WithdrawOption(round: work.id, option: option.id, reason: reason) }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(
                OptionForm.withdrawing(work, option, sent.values, lost: lost, refusal: refusal.description))
        }
        return .done(.options, in: work.id, "“\(option.title)” was taken out.")
    }

    // MARK: - Advice and pressure

    static func advising(_ question: Question) throws -> Answer {
        Answer(AdviceForm(try question.roundRun()).page())
    }

    static func advise(_ sent: Sent) throws -> Outcome {
        let form = AdviceForm(try sent.question.roundRun())
        let advice: Advice
        do { advice = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        do {
            try sent.question.perform { _ in RecordAdvice(round: form.work.id, advice: advice) }
        } catch let refusal as Refusal where refusal.code == "recorded-already" {
            return .done(.manage, in: form.work.id, refusal.sentence)
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, refusal: refusal.description))
        }
        return .done(.manage, in: form.work.id, "The advice is on the record.")
    }

    static func pressing(_ question: Question) throws -> Answer {
        Answer(PressureForm(try question.roundRun()).page())
    }

    static func press(_ sent: Sent) throws -> Outcome {
        let form = PressureForm(try sent.question.roundRun())
        let representation: Representation
        do { representation = try form.read(sent.values) } catch {
            return .again(form.page(sent.values, errors: error))
        }
        do {
            try sent.question.perform { _ in
                RecordRepresentation(round: form.work.id, representation: representation)
            }
        } catch let refusal as Refusal where refusal.code == "recorded-already" {
            return .done(.manage, in: form.work.id, refusal.sentence)
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, refusal: refusal.description))
        }
        return .done(.manage, in: form.work.id, "It is on the record.")
    }
}
